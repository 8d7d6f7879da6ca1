// Package imports is the verb that turns documents into specs.
package imports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/importing"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is the text of "specimen help import", below the usage line.
const Help = `Import reads what documents say of a platform's webhooks, and writes it into its
spec: topics, payloads, descriptions, scopes, and tables of members. What is missing
is created, the platform too.

    specimen import acme webhooks.html --url https://acme.example/webhooks --retrieved 2026-01-31
    specimen import acme webhooks.html --dry-run

A document is a page as a browser saves it, Markdown, or text that was pasted from
one; a description of an API in OpenAPI or AsyncAPI; a Postman collection; a HAR file
or another tool's capture; or payloads: NDJSON, or a folder of files that are named
after their topics. Its content tells which it is, unless --as says so.

Each payload is written with its document and the line there at which it begins. Text
that is not quite JSON is repaired where it is clear what was meant, and what was
changed is listed under repairs. What is a guess is listed under doubts, in the spec and
in the output: a body that names another topic, a table that contradicts a payload. What
cannot be read, or what the spec does not allow, is left out with a finding at its
line of the document, and its topic says so in a doubt. "specimen check" lists the
doubts until somebody has looked at them and removes the lines.

What looks like a live secret is replaced and listed; --redact replaces personal data
as well. Both are guesses: see "specimen help add".

The same document again changes nothing. A newer copy of it, which is one with the
same file name, --url or --document, changes what differs:

    topics and payloads that are new are added, each behind its like
    a payload that changed takes the place of the old one
    what is no longer there stays, with a doubt that says so
    everything else stays, comments and what a reviewer wrote or removed included

Then it lists the changes of the types, as diff does. Either all files are written or
none; --dry-run writes none. The exit code is 1 when a document has findings, also
where the rest was written.
`

type command struct {
	folders  cli.Folders
	as       *cli.Choice
	dryRun   bool
	isNew    bool
	document importing.Source
	options  importing.Options
	where    where
}

// where is where a document has what its readers look for.
type where struct{ topic, body, headers, header, member string }

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	word := func(value *string, what, flag, usage string) {
		set.Var(cli.Word{Value: value, What: what}, flag, usage)
	}
	set.BoolVar(&c.dryRun, "dry-run", false, "write nothing: only say what would be written")
	word(&c.document.ID, "id", "document", "ID of the document in platform.yaml (default: the name of the file)")
	word(&c.document.Title, "text", "title", "title of the document (default: what it says)")
	word(&c.document.URL, "url", "url", "address of the document")
	word(&c.document.Retrieved, "day", "retrieved", "day on which it was read, as in 2026-01-31")
	words := []string{"auto"}
	for _, form := range document.Forms() {
		words = append(words, string(form))
	}
	c.as = cli.NewChoice(words...)
	set.Var(c.as, "as", "form of the document")
	word(&c.where.header, "name", "header", "HTTP header that names the topic on a new platform (default: what the document shows)")
	word(&c.where.member, "pointer", "member", "member of the body that names the topic on a new platform, as in /event")
	word(&c.where.topic, "topic", "topic", "topic of payloads that name none")
	word(&c.where.body, "pointer", "body", "where a captured delivery has its body, as in /request/content")
	word(&c.where.headers, "pointer", "headers", "where a captured delivery has its headers")
	set.BoolVar(&c.options.Redact, "redact", false, "replace personal data and secrets")
	set.BoolVar(&c.options.KeepSecrets, "keep-secrets", false, "keep what looks like a live secret but is not")
	set.BoolVar(&c.isNew, "new", false, "the platform is a new one, whatever others are called")
}

func (c *command) Run(env cli.Env, args []string) error {
	name, files := args[0], args[1:]
	if err := c.check(files); err != nil {
		return err
	}
	if err := addition.CheckPlatform(name); err != nil {
		return err
	}
	folder := specfolder.At(env, c.folders.Specs)
	if !c.isNew {
		if err := addition.CheckNew(folder, name, "add --new"); err != nil {
			return err
		}
	}
	defer env.ShowProgress("reading")()
	spec, err := addition.Open(folder, name)
	if err != nil {
		return err
	}
	defer spec.Close()
	var sources []importing.Source
	for _, file := range files {
		s, err := c.read(env, spec.Source(), file)
		if err != nil {
			return err
		}
		sources = append(sources, s)
	}
	planned, err := importing.Plan(spec, sources, c.options)
	if err != nil {
		return err
	}
	if !c.dryRun {
		if err := spec.Write(); err != nil {
			return err
		}
	}
	if err := planned.Print(env); err != nil {
		return err
	}
	if c.dryRun && planned.Changed() {
		fmt.Fprintln(env.Stdout, "nothing was written: this is a dry run")
	}
	if planned.Findings().HasFindings() {
		return cli.ErrFindings
	}
	return nil
}

// check fails for flags and files that contradict each other.
func (c *command) check(files []string) error {
	d := c.document
	switch {
	case c.options.Redact && c.options.KeepSecrets:
		return cli.UsageError{Message: "--redact and --keep-secrets contradict each other"}
	case c.where.header != "" && c.where.member != "":
		return cli.UsageError{Message: "a platform names its topics in a header or in a member", Hint: "give --header or --member"}
	case len(files) > 1 && d.ID+d.Title+d.URL != "":
		return cli.UsageError{Message: "--document, --title and --url are for one document", Hint: "import the files one after the other"}
	}
	for i, file := range files {
		if slices.Contains(files[:i], file) {
			return cli.UsageError{Message: file + " is named twice"}
		}
	}
	if d.Retrieved != "" {
		if _, err := time.Parse(time.DateOnly, d.Retrieved); err != nil {
			return cli.UsageError{Message: "--retrieved is not a day", Hint: "as in --retrieved 2026-01-31"}
		}
	}
	if problem, hint := importing.CheckFacts(d); problem != "" {
		return cli.UsageError{Message: problem, Hint: hint}
	}
	for _, pointer := range []string{c.where.member, c.where.body, c.where.headers} {
		if pointer != "" && !strings.HasPrefix(pointer, "/") {
			return cli.UsageError{Message: "a JSON Pointer begins with a slash", Hint: "as in /event"}
		}
	}
	return nil
}
