package main

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/deliveries"
	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs"
)

// witness is a delivery that the types do not fit: the first of one finding or
// several. As an example, it makes the types fit.
type witness struct {
	topic string
	at    infer.Origin
	paths []string
}

// witnesses returns the deliveries that show all values that did not fit and all
// members that were unknown, by topic and digest.
func witnesses(r observe.Report) []witness {
	var all []witness
	for _, t := range r.Topics {
		for _, f := range t.Findings {
			if f.Kind != observe.Mismatch && f.Kind != observe.Member || f.At == (infer.Origin{}) {
				continue
			}
			i := slices.IndexFunc(all, func(w witness) bool { return w.topic == t.Name && w.at.Example == f.At.Example })
			if i < 0 {
				i = len(all)
				all = append(all, witness{topic: t.Name, at: infer.Origin{Example: f.At.Example}})
			}
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
			fmt.Fprintf(o.stdout, "  %s: delivery %s, for %s\n", specs.Printable(w.topic), w.at.Example, w.shown())
		}
		return nil
	}
	found, err := o.pick(names, all)
	if err != nil {
		return err
	}
	fmt.Fprintln(o.stdout)
	for _, w := range all {
		d, ok := found(w.at)
		if !ok {
			fmt.Fprintf(o.stdout, "%s: delivery %s is not in these files\n", specs.Printable(w.topic), w.at.Example)
			continue
		}
		if err := o.add(dirs, w, d); err != nil {
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
	reading := deliveries.Reading{Limit: payload.DefaultMaxBytes}
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

// add adds one delivery as an example. What forbids that is said without the text
// of the delivery, which is not yet redacted then.
func (o *observer) add(dirs folders, w witness, d observe.Delivery) error {
	a := o.app
	a.stdin = bytes.NewReader(d.Body)
	err := a.add(dirs, addition{
		platform: o.platform.Name, topic: w.topic, file: "-", name: "observed-" + w.at.Example[:8], redact: true,
	})
	var refused refusal
	if errors.As(err, &refused) {
		for _, p := range refused.problems {
			fmt.Fprintf(o.stderr, "%s: delivery %s cannot be added: %s\n", specs.Printable(w.topic), w.at.Example, specs.Printable(p.Path+": "+p.Message))
		}
		return nil
	}
	return err
}
