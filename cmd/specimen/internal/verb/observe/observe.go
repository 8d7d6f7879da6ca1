// Package observe is the verb that compares captured deliveries with the types.
package observe

import (
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/evidence"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/cmd/specimen/observing"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Help is the text of "specimen help observe", below the usage line.
const Help = `Observe reads captured deliveries and reports, by topic and path, how they differ
from the types that the spec gives: what did not fit and was kept raw, what was null
or absent though its type excludes that, which members the types lack, and which
optional members never came. The generated decoders keep all of that; observe makes
it visible.

FILE is a file, a folder, of which every file is read that is not hidden, or "-" for
the standard input. A file holds JSON values, each one delivery: one per line, or over
several lines. It may be compressed with gzip, and of any size: it is read once, in
constant memory, on all cores. A delivery of more than 16 MiB is counted, not read. A
delivery is the body as it was sent, and names its topic as the spec says, in a member
or in a header. Where that is a header, it is captured too, in one of the forms

    {"topic": "orders/create", "body": {"id": 1}}
    {"headers": {"X-Acme-Topic": "orders/create"}, "body": "{\"id\": 1}"}

unless --topic says that all of them are bodies of one topic.

No value is ever shown or stored. Names of members and topics that the spec lacks are
shown unless they look like data: <id>, <email>, <text> and <long> stand for such
names, by a guess from their form, and <others> for those beyond a thousand of one
object. At most five thousand unknown paths are told apart. Where there are more,
what is inside unknown members is left out first, and then most of their names are
folded, so that their values count together; the report says so. The position of a
finding is its first delivery, by a digest of its text, and the byte in it.

--evidence FILE writes what was seen, for "specimen merge" and for observe itself,
which reads such files too: deliveries of several machines or days give the same
report as all of them in one run, byte for byte. FILE is replaced as a whole or not
at all, and only if it is evidence; --force replaces any other file, but never one
that is read. A link is followed. A pipe or a device is written to in place, and never
read; with "-" that is the standard output, and the report goes to stderr.

--write lists the deliveries that would make the types fit, if they were examples:
the first of each finding. With --yes it adds them to the spec, as "specimen add
--redact" does: names, addresses and secrets are replaced as far as names and layouts
give them away. Read the result before you publish it. A body of another kind than
every example has, such as an array, may be a probe; it is added only where
--other-root names its topic.

The exit code is 1 when there is a finding. Optional members that never came and
folded names are not findings.
`

type command struct {
	folders    cli.Folders
	format     *cli.Choice
	topic      string
	evidence   evidence.File
	otherRoots topics
	write, yes bool
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.format = cli.AddFormat(set)
	set.Var(cli.Word{Value: &c.topic, What: "topic"}, "topic", "the topic of all deliveries, which are bodies then")
	c.evidence.AddTo(set, "evidence", "file to write the evidence to; with -, the standard output, the report goes to stderr")
	set.Var(&c.otherRoots, "other-root", "with --write: accept bodies of this topic that are of another kind than every example has; may be repeated")
	set.BoolVar(&c.write, "write", false, "list the deliveries that would make the types fit, as examples of the spec")
	set.BoolVar(&c.yes, "yes", false, "with --write: add them, with personal data and secrets replaced")
}

func (c *command) Run(env cli.Env, args []string) error {
	name, files := args[0], args[1:]
	if err := c.check(env, files); err != nil {
		return err
	}
	if err := c.evidence.Check(env, slices.Concat(files, []string{c.folders.Specs})...); err != nil {
		return err
	}
	if err := c.evidence.CheckNoSpec(env, c.folders.Specs); err != nil {
		return err
	}
	folder := specfolder.At(env, c.folders.Specs)
	if c.yes {
		if err := folder.Settle(); err != nil {
			return err
		}
	}
	o, err := newObserver(env, folder, name, c.topic)
	if err != nil {
		return err
	}
	if o.otherRoots, err = o.resolve(c.otherRoots); err != nil {
		return err
	}
	seen, err := o.read(files)
	if err != nil {
		return err
	}
	if c.evidence.Name != "" {
		if err := c.evidence.Write(env, capture.Encode(name, seen)); err != nil {
			return err
		}
	}
	if c.evidence.IsStdout() {
		o.env.Stdout = env.Stderr
	}
	report := observe.Compare(seen, o.Model, o.Events)
	if err := o.report(c.format.Value, report); err != nil {
		return err
	}
	if err := c.add(o, folder, files, report); err != nil {
		return err
	}
	if report.Findings() > 0 {
		return cli.ErrFindings
	}
	return nil
}

// check fails for flags that do not go together.
func (c *command) check(env cli.Env, files []string) error {
	switch {
	case c.yes && !c.write:
		return cli.UsageError{Message: "--yes needs --write"}
	case len(c.otherRoots) > 0 && !c.write:
		return cli.UsageError{Message: "--other-root needs --write"}
	case c.write && c.format.Value != "text":
		return cli.UsageError{Message: "--write needs --format text"}
	case c.write && slices.Contains(files, cli.Std):
		return cli.UsageError{Message: "--write reads the deliveries twice, which the standard input does not allow", Hint: "write them to a file first"}
	case c.write:
		return rereadable(env, files)
	}
	return cli.CheckStd(files)
}

// rereadable fails for a file that can be read once, such as a pipe.
func rereadable(env cli.Env, files []string) error {
	for _, name := range files {
		if info, err := os.Stat(env.Path(name)); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
			return cli.UsageError{Message: "--write reads the deliveries twice, which " + name + " does not allow", Hint: "write them to a file first"}
		}
	}
	return nil
}

// add adds deliveries as examples, or lists those that it would add.
func (c *command) add(o *observer, folder specfolder.Folder, files []string, report observe.Report) error {
	all := witnesses(report)
	switch {
	case !c.write || len(all) == 0:
		return nil
	case !c.yes:
		o.propose(all)
		return nil
	}
	return o.add(folder, files, all)
}

// observer observes the deliveries of a platform.
type observer struct {
	*observing.Observer
	env  cli.Env
	refs map[string]specs.Ref // by topic

	otherRoots []string // topics whose bodies may be of another kind than the examples
}

// newObserver returns the observer of a platform, of which all deliveries are on one
// topic unless that is "". It fails where the spec has errors.
func newObserver(env cli.Env, folder specfolder.Folder, name, topic string) (*observer, error) {
	set, err := platform.Read(folder, name)
	if err != nil {
		return nil, err
	}
	if err := set.Refuse(); err != nil {
		return nil, err
	}
	o := &observer{Observer: observing.Of(set.Platforms[0], topic), env: env, refs: map[string]specs.Ref{}}
	for _, t := range o.Spec.Topics {
		o.refs[t.Name] = t.Ref
	}
	if topic != "" {
		_, err = o.resolve([]string{topic})
	}
	return o, err
}

// resolve returns the topics with some names, which may be aliases.
func (o *observer) resolve(names []string) ([]string, error) {
	var topics []string
	for _, name := range names {
		topic := o.Topics[name]
		if topic == "" {
			hint := diagnostic.Nearest(name, slices.Sorted(maps.Keys(o.Topics)))
			if hint == "" {
				hint = `"specimen list" shows the topics`
			}
			return nil, cli.UsageError{Message: fmt.Sprintf("no topic %q in the spec of %s", name, o.Spec.Name), Hint: hint}
		}
		topics = append(topics, topic)
	}
	return topics, nil
}

// topics is the value of a flag with names of topics, one each time that it is given.
type topics []string

func (t *topics) String() string { return "" }
func (t *topics) Type() string   { return "topic" }

func (t *topics) Set(s string) error {
	*t = append(*t, s)
	return nil
}
