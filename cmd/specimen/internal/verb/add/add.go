// Package add is the verb that adds a payload to a spec.
package add

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Help is the text of "specimen help add", below the usage line.
const Help = `Add puts the payload in FILE, or on the standard input where FILE is "-", under a
topic of a platform, as its last example:

    specimen add acme orders/create order.json --document guide
    curl -s localhost:8080/last | specimen add acme orders/create - --redact

With --each, all payloads in files and folders are added in one run, each to its topic:

    specimen add acme --each captured/ --header X-Acme-Topic
    tail -n 100 captured.ndjson | specimen add acme --each -

The topic is what the body names where the platform says so, that of a delivery that
was captured with its headers, as observe reads it, or else the name of the file:
orders/create for orders%2Fcreate.json, for orders/create.json in the folder, and for
orders%2Fcreate--2.json. A file may hold several values, such as NDJSON. Where a body
holds several events, --batch says where, and each of them is an example of its topic.
Payloads that are there already are passed over. With all of them at hand, topics share
an event where their payloads are alike, and codes of one form are a Notification.

What is missing is created: the topic with its event, the file of topics, the
platform with its platform.yaml. A platform whose name looks like another one misspelt
is created only with --title, --header, --member or --batch; of a new topic whose name
looks like that, add says so. The event is named after what the topic speaks of: Order
for orders/create, for order_created and for ORDER.CREATED. Where the examples of that
event have little in common with the payload, the event is named after all that the
topic says: RepoFork for repo:fork beside repo:push. All other bytes of the files stay
as they are. A topic that had no payload of its own, or that of another topic, gets this
one.

The payload keeps the text of its numbers and the order of its members. A payload in
one long line is spread over several; --as-is keeps the line.

What looks like a live secret is replaced and listed: tokens, keys, passwords,
signatures. --redact replaces personal data as well: names, addresses, phone numbers,
free text. A replacement has the layout of the original, and equal values get equal
replacements, so the types are the same. A value is replaced wherever it occurs, in
names of members too. Both are guesses by name and by layout: read the result before
you publish it, above all what is listed as not replaced.

Then it lists the changes of the types. Nothing is written when the payload is not
JSON, contradicts a decision of the spec, or is in the spec already; nor when its
body is of another kind than every example has, for which the event would lose its
fields, unless --other-root says that such bodies are delivered.
`

type command struct {
	folders cli.Folders
	many    bool
	addition.Payload
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	word := func(value *string, what, flag, usage string) {
		set.Var(cli.Word{Value: value, What: what}, flag, usage)
	}
	word(&c.Name, "name", "name", "name of the example (default: example, or example-2 if that is taken)")
	word(&c.Document, "id", "document", "ID of the document in platform.yaml that the payload comes from")
	word(&c.Event, "name", "event", "Go type of a new topic (default: Order for orders/create)")
	word(&c.About, "text", "about", "when a new topic is delivered, in a sentence")
	word(&c.Title, "text", "title", "title of a new platform (default: Acme for acme)")
	word(&c.Header, "name", "header", "HTTP header that names the topic on a new platform (default: a member that holds the topic, or none)")
	word(&c.Member, "pointer", "member", "member of the body that names the topic on a new platform, as in /event")
	word(&c.Batch, "pointer", "batch", "where a body on a new platform has its events, as in /events/* or /*; --member is then relative to each")
	set.BoolVar(&c.many, "each", false, "add all payloads in files and folders, each to its own topic")
	set.BoolVar(&c.Redact, "redact", false, "replace personal data and secrets")
	set.BoolVar(&c.KeepSecrets, "keep-secrets", false, "keep what looks like a live secret but is not")
	set.BoolVar(&c.OtherRoot, "other-root", false, "accept a body of another kind than every example has, such as an array instead of an object")
	set.BoolVar(&c.KeepForm, "as-is", false, "keep a payload in one long line")
}

func (c *command) Run(env cli.Env, args []string) error {
	switch {
	case c.Redact && c.KeepSecrets:
		return cli.UsageError{Message: "--redact and --keep-secrets contradict each other"}
	case c.Header != "" && c.Member != "":
		return cli.UsageError{Message: "a platform names its topics in a header or in a member", Hint: "give --header or --member"}
	}
	if err := addition.CheckPlatform(args[0]); err != nil {
		return err
	}
	folder := specfolder.At(env, c.folders.Specs)
	if cmp.Or(c.Title, c.Header, c.Member, c.Batch) == "" {
		if err := addition.CheckNew(folder, args[0], "give its --title"); err != nil {
			return err
		}
	}
	if c.many {
		spec, err := addition.Open(folder, args[0])
		if err != nil {
			return err
		}
		defer spec.Close()
		return c.each(env, spec, args[1:])
	}
	if len(args) != 3 {
		return cli.UsageError{Message: "add takes the arguments PLATFORM TOPIC FILE, or PLATFORM FILE... with --each", Hint: "as in: specimen add acme orders/create order.json"}
	}
	text, err := readPayload(env, args[2])
	if err != nil {
		return swapped(env, args, err)
	}
	if n := len(valuesIn(text)); n > 1 {
		return cli.UsageError{
			Message: fmt.Sprintf("%s has %d payloads", cli.Shown(args[2]), n),
			Hint:    "--each adds all of them, each to the topic that it or the name of the file says",
		}
	}
	c.Topic, c.Source, c.Text = args[1], cli.Shown(args[2]), text
	spec, err := addition.Open(folder, args[0])
	if err != nil {
		return err
	}
	defer spec.Close()
	added, err := spec.Add(c.Payload)
	if err != nil {
		return err
	}
	if err := spec.Write(); err != nil {
		return err
	}
	return added.Print(env)
}

// swapped returns the error of a payload that cannot be read: err, with a hint where the
// topic and the file stand in each other's place.
func swapped(env cli.Env, args []string, err error) error {
	usage, ok := err.(cli.UsageError)
	if _, missing := env.Stat(args[2]); ok && missing != nil && usage.Hint == "" {
		if info, err := env.Stat(args[1]); err == nil && info.Mode().IsRegular() {
			usage.Hint = fmt.Sprintf("the topic comes first, as in: specimen add %s %s %s", args[0], args[2], args[1])
			return usage
		}
	}
	return err
}

// byteOrderMark is what some editors write at the beginning of a file. It is not JSON, and
// readers may ignore it (RFC 8259, section 8.1).
const byteOrderMark = "\ufeff"

// readPayload returns the content of a file, or of the standard input, without a byte
// order mark.
func readPayload(env cli.Env, name string) (string, error) {
	in, err := env.Open(name, "--each adds all payloads in it, each to its topic")
	if err != nil {
		return "", err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, jsontext.DefaultMaxBytes+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("reading %s: %w", cli.Shown(name), err)
	case len(data) > jsontext.DefaultMaxBytes:
		return "", cli.UsageError{Message: fmt.Sprintf("the payload is larger than %d MiB", jsontext.DefaultMaxBytes>>20), Hint: "which is the limit of decoders"}
	}
	text := strings.TrimPrefix(string(data), byteOrderMark)
	if strings.TrimSpace(text) == "" {
		return "", cli.UsageError{Message: cli.Shown(name) + " is empty"}
	}
	return text, nil
}
