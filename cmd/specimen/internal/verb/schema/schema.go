// Package schema is the verb that writes the types of a platform as a JSON Schema.
package schema

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/outfolder"
	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/emit/jsonschema"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Help is the text of "specimen help schema", below the usage line.
const Help = `Schema prints a JSON Schema, 2020-12, of a platform's events, from which tools for
other languages go on. It describes an object with a member for each topic, whose
value is the body of a delivery on it:

    {"type": "object", "properties": {"orders/create": {"$ref": "#/$defs/OrderEvent"}},
     "$defs": {"OrderEvent": {"type": "object", "properties": {…}}, …}}

With --topic or --event it is the schema of the bodies of one event. A body is checked
with that, or with acme.schema.json#/$defs/OrderEvent. Where a body holds several
events, which batch in platform.yaml says, it is the schema of one of them.

The schema claims as little as the Go types do: a body that decodes without a mismatch
is valid. So null is valid everywhere but in required members, and members may be
added; a number with exact digits is a number or a string, a timestamp is any string,
and the known values of an enum are examples.

With --out DIR it writes a file for each platform, or for the named ones, such as
DIR/acme.schema.json, all of them or none. The $id is the name of the file, which
JSON Schema resolves against the place that a schema is read from; with --base URL it is
the address below that URL at which you publish it.
`

type command struct {
	folders      cli.Folders
	topic, event string
	base         string // of the $id, or ""
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.folders.Out = cli.Std
	set.Var(cli.Word{Value: &c.topic, What: "topic"}, "topic", "write the schema of the bodies of this topic alone")
	set.Var(cli.Word{Value: &c.event, What: "event"}, "event", "write the schema of the bodies of this event alone")
	set.Var(cli.Word{Value: &c.base, What: "url"}, "base", "address of the folder in which the schemas are published: their $id begins with it")
	set.Var(cli.Folder{Name: &c.folders.Out, Std: true}, "out", "folder of the schemas; with -, the schema of one platform is written to the standard output")
}

func (c *command) Run(env cli.Env, platforms []string) error {
	if c.topic != "" && c.event != "" {
		return cli.UsageError{Message: "--topic and --event exclude each other"}
	}
	if c.base != "" {
		base, err := url.Parse(c.base)
		if err != nil || base.Scheme == "" || base.Opaque != "" || base.RawQuery != "" || base.Fragment != "" {
			return cli.UsageError{Message: "--base is not the address of a folder", Hint: "as in: --base https://example.com/schemas"}
		}
		c.base = strings.TrimSuffix(base.String(), "/") + "/"
	}
	set, err := platform.Read(specfolder.At(env, c.folders.Specs), platforms...)
	if err != nil {
		return err
	}
	for _, p := range set.Platforms {
		if !p.Problems.HasErrors() {
			set.Problems = append(set.Problems, p.Heed(p.Diagnostics(p.Names.Problems))...)
		}
	}
	if err := set.Refuse(); err != nil {
		return err
	}
	one := c.folders.Out == cli.Std || c.topic != "" || c.event != ""
	if one && len(set.Platforms) != 1 {
		return cli.UsageError{Message: "this is the schema of one platform", Hint: "name the platform: specimen schema acme; or a folder for all: specimen schema --out schemas"}
	}
	files := make(map[string][]byte)
	for _, p := range set.Platforms {
		name, text, err := c.file(p)
		if err != nil {
			return err
		}
		files[name] = text
		if c.folders.Out == cli.Std {
			_, err := env.Stdout.Write(text)
			return err
		}
	}
	problems, err := outfolder.Write(env, c.folders.Out, files, outfolder.ForSchema)
	if err != nil {
		return err
	}
	return cli.Refuse(problems, nil)
}

// file returns the schema of a platform, or of an event of it, and the name of its file.
func (c *command) file(p *platform.Platform) (name string, text []byte, err error) {
	pkg := p.Package()
	pkg.Shown = p.Shown()
	types := jsonschema.Of(pkg, p.Names)
	schema, ok := types.Index(), true
	switch {
	case c.topic != "":
		if schema, ok = types.Topic(c.topic); !ok {
			return "", nil, unknown(p, "topic", c.topic, types.Topics())
		}
	case c.event != "":
		if schema, ok = types.Event(c.event); !ok {
			return "", nil, unknown(p, "event", c.event, types.Events())
		}
	}
	name = p.Spec.Name + output.SchemaSuffix
	if c.topic != "" || c.event != "" {
		name = p.Spec.Name + "." + schema.Title + output.SchemaSuffix
	}
	schema.Comment, schema.ID = output.SchemaComment, c.base+name
	lines, err := schema.Text()
	return name, []byte(cli.VisibleJSON(lines)), err
}

// unknown returns the error for an event or a topic that a platform does not have.
func unknown(p *platform.Platform, what, name string, all []string) error {
	hint := diagnostic.Nearest(name, all)
	if hint == "" {
		hint = "specimen list shows the topics and events"
	}
	return cli.UsageError{Message: fmt.Sprintf("platform %s has no %s %q", p.Spec.Name, what, name), Hint: hint}
}
