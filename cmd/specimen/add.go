package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

func addVerb() verb {
	return verb{
		name: "add", args: "PLATFORM TOPIC FILE",
		short: "add a payload to a spec, and say what that changes",
		long: `Add puts the payload in FILE, or on the standard input where FILE is "-", under a
topic of a platform, as its last example:

    specimen add acme orders/create order.json --document guide
    curl -s localhost:8080/last | specimen add acme orders/create - --redact

What is missing is created: the topic with its event, the file of topics, the
platform with its platform.yaml. The event is what the topic's name speaks of but for
its last part, Order for orders/create. Where that event's examples have little in
common with the payload, the topic gets an event of all parts: RepoFork for repo:fork
beside repo:push. Everything else in a file stays as it is, to the byte. A topic
without payload, or like another one, gets this one.

The payload keeps the text of its numbers and the order of its members. One in a
long line is spread over lines; --as-is leaves that.

What looks like a live secret is replaced and listed: tokens, keys, passwords,
signatures. --redact does so with personal data as well: names, addresses, phone
numbers, whatever a person wrote. The replacements have the layout of what they
replace, and are equal where that was equal, so the types are the same. What is
replaced in one place is replaced wherever it stands, the names of members
included. Both are guesses by names and by forms: read the result before you
publish it, first of all what is listed as not replaced.

Then it says what is new in the types. When the payload is no JSON, contradicts a
decision of the spec, or is there already, nothing is written; nor is it when its
body is of another kind than every example has, for which the event would lose its
fields, unless --other-root says that such bodies are delivered.
`,
		run: runAdd,
	}
}

// addition is what is to be added, as the user says it.
type addition struct {
	platform, topic, file         string
	event, name, document, about  string
	title, header, member         string
	redact, keepSecrets, keepForm bool
	otherRoot                     bool
}

func runAdd(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	var x addition
	dirs.addSpecs(set)
	set.Var(word{&x.name, "name"}, "name", "name of the example; without it, example, or example-2 where that is taken")
	set.Var(word{&x.document, "id"}, "document", "the document, of those in platform.yaml, that the payload comes from")
	set.Var(word{&x.event, "name"}, "event", "of a new topic: its Go type; without it, Order for orders/create")
	set.Var(word{&x.about, "text"}, "about", "of a new topic: when it is delivered, in a sentence")
	set.Var(word{&x.title, "text"}, "title", "of a new platform: what it is called; without it, Acme for acme")
	set.Var(word{&x.header, "name"}, "header", "of a new platform: the HTTP header that names the topic; without it, a member that holds the topic, or none")
	set.Var(word{&x.member, "pointer"}, "member", "of a new platform: the member of the body that names the topic, as in /event")
	set.BoolVar(&x.redact, "redact", false, "replace personal data and secrets")
	set.BoolVar(&x.keepSecrets, "keep-secrets", false, "leave what looks like a live secret: it is none")
	set.BoolVar(&x.otherRoot, "other-root", false, "take a body of another kind than every example has, such as an array for an object")
	set.BoolVar(&x.keepForm, "as-is", false, "keep a payload in one long line")
	rest, err := a.parse(v, set, args)
	switch {
	case err != nil:
		return err
	case len(rest) != 3:
		return usageError{"add takes a platform, a topic and a file", "as in: specimen add acme orders/create order.json"}
	case x.redact && x.keepSecrets:
		return usageError{"--redact and --keep-secrets contradict each other", ""}
	case x.header != "" && x.member != "":
		return usageError{"a platform names its topics in a header or in a member", "give --header or --member"}
	}
	x.platform, x.topic, x.file = rest[0], rest[1], rest[2]
	err = a.add(dirs, x)
	var refused refusal
	if errors.As(err, &refused) {
		return a.refuse(refused.problems, refused.line)
	}
	return err
}

// add adds a payload, and says what that changes.
func (a app) add(dirs folders, x addition) error {
	if problem, hint := specs.CheckPlatformName(x.platform); problem != "" {
		return usageError{"the platform " + problem, hint}
	}
	text, err := a.readPayload(x.file)
	if err != nil {
		return err
	}
	done, err := a.addTo(dirs, x, text)
	if err != nil {
		return err
	}
	return done.report(a)
}

// addTo adds a payload to the spec, which nobody else adds to meanwhile.
func (a app) addTo(dirs folders, x addition, text string) (added, error) {
	files, err := a.openSpecs(dirs)
	if err != nil {
		return added{}, err
	}
	defer files.Close()
	before, err := a.readSpec(dirs, x.platform)
	if err != nil {
		return added{}, err
	}
	done, err := x.apply(before, text)
	if err != nil {
		return added{}, err
	}
	return done, files.write(before.changesTo(done.after))
}

// refusal is the error of an addition that the spec or the payload forbids.
type refusal struct {
	problems diagnostic.List
	line     func(file string, n int) (string, bool)
}

func (r refusal) Error() string { return r.problems.Error() }

// refuse returns the problems as an error, or nil where there are none.
func refuse(problems diagnostic.List, line func(file string, n int) (string, bool)) error {
	if len(problems) == 0 {
		return nil
	}
	return refusal{problems, line}
}

// prepare returns the payload as it goes into the spec, and what was replaced. It
// fails where it is no JSON, or there already.
func (x addition) prepare(s spec, id string, given source) (redact.Result, error) {
	if err := refuse(given.problems(infer.Example{ID: id, Event: x.event, Text: given.text}), given.lines()); err != nil {
		return redact.Result{}, err
	}
	result, err := x.redacted(s.platform, given.text)
	if err != nil {
		return redact.Result{}, err
	}
	return result, x.isNew(s.platform, result.Text)
}

// readPayload returns the content of a file, or of the standard input.
func (a app) readPayload(name string) (string, error) {
	in := a.stdin
	if name != "-" {
		f, err := os.Open(a.path(name))
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, jsontext.DefaultMaxBytes+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("reading %s: %w", name, err)
	case len(data) > jsontext.DefaultMaxBytes:
		return "", usageError{fmt.Sprintf("the payload is larger than %d MiB", jsontext.DefaultMaxBytes>>20), "no decoder takes it"}
	case strings.TrimSpace(string(data)) == "":
		return "", usageError{"the payload is empty", ""}
	}
	return string(data), nil
}

func (x addition) fileName() string {
	if x.file == "-" {
		return "stdin"
	}
	return x.file
}

// word is a flag with a text that is not empty.
type word struct {
	value *string
	what  string
}

func (w word) String() string { return *w.value }
func (w word) Type() string   { return w.what }

func (w word) Set(s string) error {
	if strings.TrimSpace(s) == "" {
		return errors.New("want a text")
	}
	*w.value = s
	return nil
}
