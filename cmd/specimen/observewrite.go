package main

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/deliveries"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// witness is a delivery that the types do not fit: the first of one finding or
// several. As an example, it makes the types fit.
type witness struct {
	topic string
	at    infer.Origin
	paths []string
	root  bool // the body itself did not fit
}

// witnesses returns the deliveries that show all values that did not fit, all members
// that were unknown, and what was null or absent without room for that in its type,
// by topic and digest.
func witnesses(r observe.Report) []witness {
	var all []witness
	for _, t := range r.Topics {
		for _, f := range t.Findings {
			switch f.Kind {
			case observe.Mismatch, observe.Member, observe.Null, observe.Absent:
			default:
				continue
			}
			if f.At == (infer.Origin{}) {
				continue
			}
			i := slices.IndexFunc(all, func(w witness) bool { return w.topic == t.Name && w.at.Example == f.At.Example })
			if i < 0 {
				i = len(all)
				all = append(all, witness{topic: t.Name, at: infer.Origin{Example: f.At.Example}})
			}
			all[i].root = all[i].root || f.Path == "" && f.Kind == observe.Mismatch
			if !slices.Contains(all[i].paths, f.Path) {
				all[i].paths = append(all[i].paths, f.Path)
			}
		}
	}
	return all
}

// write adds the witnesses of a report to the spec as redacted examples, or says
// what it would add, where that is not confirmed.
func (o *observer) write(dirs folders, names []string, r observe.Report, confirmed bool) error {
	all := witnesses(r)
	if len(all) == 0 {
		return nil
	}
	if !confirmed {
		fmt.Fprintf(o.stdout, "\n--write --yes adds to the spec, with personal data and secrets replaced:\n")
		for _, w := range all {
			only := ""
			if w.root && !slices.Contains(o.otherRoots, w.topic) {
				only = "; only with --other-root " + w.topic
			}
			fmt.Fprintf(o.stdout, "  %s: delivery %s, for %s%s\n", diagnostic.Printable(w.topic), w.at.Example, w.shown(), diagnostic.Printable(only))
		}
		return nil
	}
	found, err := o.pick(names, all)
	if err != nil {
		return err
	}
	fmt.Fprintln(o.stdout)
	done, err := o.addAll(dirs, all, found)
	if err != nil {
		return err
	}
	for _, d := range done {
		if err := d.report(o.app); err != nil {
			return err
		}
	}
	return nil
}

func (w witness) shown() string {
	var paths []string
	for _, p := range w.paths {
		paths = append(paths, showPath(p))
	}
	return strings.Join(paths, ", ")
}

// pick reads the files once more, for the witnesses.
func (o *observer) pick(names []string, all []witness) (func(infer.Origin) (observe.Delivery, bool), error) {
	files, _, err := o.open(names)
	if err != nil {
		return nil, err
	}
	var origins []infer.Origin
	for _, w := range all {
		origins = append(origins, w.at)
	}
	var pickers []*observe.Picker
	var sinks []deliveries.Sink
	for range runtime.GOMAXPROCS(0) {
		p := observe.NewPicker(o.source, o.topics, origins)
		pickers, sinks = append(pickers, p), append(sinks, p)
	}
	reading := deliveries.Reading{Limit: jsontext.DefaultMaxBytes}
	defer o.showCount("looking for deliveries", &reading.Bytes)()
	if err := reading.Into(sinks, files); err != nil {
		return nil, err
	}
	return func(at infer.Origin) (found observe.Delivery, ok bool) {
		for _, p := range pickers {
			// As a Picker does between two.
			if d, has := p.Found(at); has && (!ok || bytes.Compare(d.Body, found.Body) < 0) {
				found, ok = d, true
			}
		}
		return found, ok
	}, nil
}

// addAll adds deliveries as examples, in one change of the specs.
func (o *observer) addAll(dirs folders, all []witness, found func(infer.Origin) (observe.Delivery, bool)) ([]added, error) {
	files, err := o.openSpecs(dirs)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	before, err := o.readSpec(dirs, o.platform.Name)
	if err != nil {
		return nil, err
	}
	var done []added
	now := before
	for _, w := range all {
		if w.root && !slices.Contains(o.otherRoots, w.topic) {
			topic := diagnostic.Printable(w.topic)
			fmt.Fprintf(o.stdout, "%s: delivery %s is not added: its body is of another kind than every example has (--other-root %[1]s adds it)\n", topic, w.at.Example)
			continue
		}
		d, ok := found(w.at)
		if !ok {
			fmt.Fprintf(o.stdout, "%s: delivery %s is not in these files\n", diagnostic.Printable(w.topic), w.at.Example)
			continue
		}
		x, err := o.addition(w).apply(now, string(d.Body))
		if err != nil {
			if err := o.cannotAdd(w, err); err != nil {
				return nil, err
			}
			continue
		}
		done, now = append(done, x), x.after
	}
	return done, files.write(before.changesTo(now))
}

func (o *observer) addition(w witness) addition {
	return addition{
		platform: o.platform.Name, topic: w.topic, file: "-", name: "observed-" + w.at.Example[:8], redact: true,
		otherRoot: slices.Contains(o.otherRoots, w.topic),
	}
}

// cannotAdd says what forbids to add a delivery: without the text of the delivery,
// which is not redacted then. Another error is returned.
func (o *observer) cannotAdd(w witness, err error) error {
	say := func(why string) {
		fmt.Fprintf(o.stderr, "%s: delivery %s cannot be added: %s\n", diagnostic.Printable(w.topic), w.at.Example, diagnostic.Printable(why))
	}
	var refused refusal
	var usage usageError
	switch {
	case errors.As(err, &refused):
		for _, p := range refused.problems {
			say(p.Path + ": " + p.Message)
		}
	case errors.As(err, &usage):
		say(usage.message)
	default:
		return err
	}
	return nil
}

// topicFlag is a flag with the name of a topic that may be given several times.
type topicFlag []string

func (t *topicFlag) String() string { return "" }
func (t *topicFlag) Type() string   { return "topic" }

func (t *topicFlag) Set(s string) error {
	*t = append(*t, s)
	return nil
}
