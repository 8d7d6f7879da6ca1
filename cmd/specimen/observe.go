package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/deliveries"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

func observeVerb() verb {
	return verb{
		name: "observe", args: "PLATFORM FILE...",
		short: "hold captured deliveries against the types",
		long: `Observe reads captured deliveries, and says topic by topic and place by place how
they differ from the types that the spec gives: what did not fit and was therefore
kept raw, what was null or absent though its type has no room for that, which members
the types do not have, and which optional ones never came. The generated decoders
lose nothing of all that; this is how to learn of it.

FILE is a file, a folder, of which every file is read, or "-" for the standard
input. A file holds JSON values, each one delivery: one a line, or over several
lines. It may be compressed with gzip, and of any size: it is read once, in
constant memory, by all cores; what is longer than 16 MiB is counted, not read. A
delivery is the body as it was sent, and names its topic as the spec says, in a
member or in a header. Deliveries of a header are captured with it, as either of

    {"topic": "orders/create", "body": {"id": 1}}
    {"headers": {"X-Acme-Topic": "orders/create"}, "body": "{\"id\": 1}"}

unless --topic says that all of them are bodies of one topic.

No value is ever shown or kept. Names of members and topics that the spec does not
have are shown, unless they look like data: <id>, <email>, <text> and <long> stand
for such names, which is a guess by their form, and <others> for those beyond a
thousand of one object. Of the places that the types do not have, at most five thousand
are told apart: where there are more, what is inside of unknown members is left out,
and then most of their names are folded, so that their values count together; the
report says so. A place where something was seen first is the delivery, by a digest of
its text, and the byte in it.

--evidence FILE writes what was seen, for "specimen merge" and for observe itself,
which takes such a file as well: deliveries of several machines or days give the
same report as all of them at once, to the byte. FILE is replaced as a whole, or not
at all, and only if it is evidence already; --force replaces any other file, but
never one that is read. A link is followed. What is written to a pipe or a device is
written as it is; with "-" that is the standard output, and the report goes to
stderr.

--write names the deliveries that would make the types fit, if they were examples:
the first of each finding. With --yes it adds them to the spec, as "specimen add
--redact" does: names, addresses and secrets are replaced by others of their form, as
far as their names and forms tell. Read the result before you publish it. A body of
another kind than every example has, such as an array, may be a probe; it is added
only where --other-root names its topic.

The exit code is 1 when there is a finding. An optional member that never came is not
a finding, and neither are folded names.
`,
		run: runObserve,
	}
}

func runObserve(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	var topic string
	var evidence outFile
	dirs.addSpecs(set)
	format := addFormat(set)
	set.Var(word{&topic, "topic"}, "topic", "the topic of all deliveries; they are bodies then")
	evidence.addTo(set, "evidence", "file to write what was seen to; - is the standard output, and the report goes to stderr then")
	var roots topicFlag
	set.Var(&roots, "other-root", "with --write: take also bodies of this topic that are of another kind than every example has; may be repeated")
	write := set.Bool("write", false, "say which deliveries would make the types fit as examples of the spec")
	yes := set.Bool("yes", false, "with --write: add them, with personal data and secrets replaced")
	rest, err := a.parse(v, set, args)
	switch {
	case err != nil:
		return err
	case len(rest) < 2:
		return usageError{"observe takes a platform and files", "as in: specimen observe acme deliveries.ndjson"}
	case *yes && !*write:
		return usageError{"--yes confirms --write, which is not given", ""}
	case len(roots) > 0 && !*write:
		return usageError{"--other-root says what --write takes, which is not given", ""}
	case *write && format.value != "text":
		return usageError{"--write is for people, so its format is text", ""}
	case *write && slices.Contains(rest[1:], "-"):
		return usageError{"--write reads the deliveries twice, which the standard input cannot be", "write them to a file first"}
	}
	if err := a.check(evidence, slices.Concat(rest[1:], []string{dirs.specs})...); err != nil {
		return err
	}
	if *yes {
		if err := a.settle(dirs); err != nil {
			return err
		}
	}
	o, err := a.observer(dirs, rest[0], topic)
	if err != nil {
		return err
	}
	if o.otherRoots, err = o.named(roots); err != nil {
		return err
	}
	capture, err := o.read(rest[1:])
	if err != nil {
		return err
	}
	if evidence.name != "" {
		if err := a.write(evidence, observe.Encode(rest[0], capture)); err != nil {
			return err
		}
	}
	if evidence.isStdout() {
		o.stdout = o.stderr
	}
	r := observe.Compare(capture, o.model, o.events)
	if err := o.report(format.value, r); err != nil {
		return err
	}
	if *write {
		if err := o.write(dirs, rest[1:], r, *yes); err != nil {
			return err
		}
	}
	if r.Findings() > 0 {
		return errFindings
	}
	return nil
}

// observer observes the deliveries of one platform.
type observer struct {
	app
	platform *specs.Platform
	model    infer.Model
	events   map[string]string // by topic
	refs     map[string]specs.Ref
	topics   observe.Topics
	source   observe.Source

	otherRoots []string // topics whose bodies may be of another kind than the examples
}

// observer returns the observer of a platform, and what is wrong with its spec as
// errFindings.
func (a app) observer(dirs folders, platform, topic string) (*observer, error) {
	loaded, err := a.load(dirs.specs)
	if err != nil {
		return nil, err
	}
	chosen, problems, err := choose(loaded, dirs.specs, []string{platform})
	if err != nil {
		return nil, err
	}
	o := &observer{app: a, platform: chosen[0], events: map[string]string{}, refs: map[string]specs.Ref{}, topics: observe.Topics{}}
	evidence, found := infer.ObserveAll(examplesOf(o.platform))
	if len(found) == 0 && !problems.HasErrors() {
		o.model, found = infer.Decide(evidence, decisionsOf(o.platform))
	}
	if problems = append(problems, diagnosticsOf(o.platform, found)...); problems.HasErrors() {
		return nil, a.refuse(problems, loaded.Line)
	}
	for _, t := range o.platform.Topics {
		o.events[t.Name], o.refs[t.Name], o.topics[t.Name] = t.Event, t.Ref, t.Name
		for _, alias := range t.Aliases {
			o.topics[alias.Text] = t.Name
		}
	}
	o.source = observe.Source{Topic: topic, Member: o.platform.Topic.Member, Header: o.platform.Topic.Header}
	if topic != "" {
		_, err = o.named([]string{topic})
	}
	return o, err
}

// named returns topics by what they, or an alias, are called.
func (o *observer) named(names []string) ([]string, error) {
	var topics []string
	for _, name := range names {
		topic := o.topics[name]
		if topic == "" {
			hint := diagnostic.Nearest(name, slices.Sorted(maps.Keys(o.topics)))
			if hint == "" {
				hint = `"specimen list" shows the topics`
			}
			return nil, usageError{fmt.Sprintf("no topic %q in the spec of %s", name, o.platform.Name), hint}
		}
		topics = append(topics, topic)
	}
	return topics, nil
}

// read returns what the deliveries in files, and the evidence files among them,
// show together.
func (o *observer) read(names []string) (observe.Capture, error) {
	files, captures, err := o.open(names)
	if err != nil {
		return observe.Capture{}, err
	}
	rename := observe.Mask(observe.Names(o.model))
	var collectors []*observe.Collector
	var sinks []deliveries.Sink
	for range runtime.GOMAXPROCS(0) {
		c := observe.NewCollector(o.source, o.topics, rename)
		c.Know(o.model, o.events)
		collectors, sinks = append(collectors, c), append(sinks, c)
	}
	// What is kept is small, and what is read becomes garbage at once: to collect
	// it each time that some megabytes have come would be most of the work.
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	reading := deliveries.Reading{Limit: jsontext.DefaultMaxBytes}
	end := o.showCount("observing", &reading.Bytes)
	err = reading.Into(sinks, files)
	end()
	if err != nil {
		return observe.Capture{}, err
	}
	var all observe.Capture
	for _, c := range captures {
		all = observe.Merge(all, c)
	}
	for _, c := range collectors {
		all = observe.Merge(all, c.Capture())
	}
	return all, nil
}

// garbage is the percentage of memory that may be garbage while deliveries are
// read.
const garbage = 200

// open returns the files that names stand for, and what the evidence files among
// them hold.
func (o *observer) open(names []string) (files []deliveries.File, captures []observe.Capture, err error) {
	for _, name := range names {
		if name == "-" {
			stdin := func() (io.ReadCloser, error) { return io.NopCloser(o.stdin), nil }
			files = append(files, deliveries.File{Name: "stdin", Open: stdin})
			continue
		}
		err := filepath.WalkDir(o.path(name), func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() && path != o.path(name) || e.IsDir() {
				return err
			}
			shown := name + strings.TrimPrefix(path, o.path(name))
			c, ok, err := o.evidence(path, shown)
			if err != nil {
				return err
			}
			if ok {
				captures = append(captures, c)
				return nil
			}
			files = append(files, deliveries.File{Name: shown, Open: func() (io.ReadCloser, error) { return os.Open(path) }})
			return nil
		})
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, usageError{"there is no file " + name, ""}
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return files, captures, nil
}

// evidence reads an evidence file of the platform. ok is false for another file.
func (o *observer) evidence(path, shown string) (c observe.Capture, ok bool, err error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() { // what is read from a pipe is gone
		return c, false, err
	}
	f, err := os.Open(path)
	if err != nil {
		return c, false, err
	}
	defer f.Close()
	begin := make([]byte, observe.Beginning)
	n, err := io.ReadFull(f, begin)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return c, false, fmt.Errorf("reading %s: %w", shown, err)
	}
	if !observe.IsEvidence(begin[:n]) {
		return c, false, nil
	}
	platform, c, err := readEvidence(path, shown)
	if err == nil && platform != o.platform.Name {
		err = usageError{fmt.Sprintf("%s: this is evidence of %s, not of %s", shown, platform, o.platform.Name), ""}
	}
	return c, true, err
}
