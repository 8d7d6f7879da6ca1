package observe

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/deliveries"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// witness is the first delivery of one finding or several. As an example of the spec,
// it makes the types fit.
type witness struct {
	topic string
	at    infer.Origin
	paths []string
	root  bool // the body itself did not fit
}

// witnesses returns the first deliveries of all mismatches, unknown members, and nulls
// and absences that the types exclude, by topic and digest.
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

// propose lists the deliveries that add would add.
func (o *observer) propose(all []witness) {
	fmt.Fprintf(o.env.Stdout, "\n--write --yes adds to the spec, with personal data and secrets replaced:\n")
	for _, w := range all {
		only := ""
		if o.needsConsent(w) {
			only = "; only with --other-root " + w.topic
		}
		fmt.Fprintf(o.env.Stdout, "  %s: delivery %s, for %s%s\n", diagnostic.Printable(w.topic), w.at.Example, w.shown(), diagnostic.Printable(only))
	}
}

// needsConsent reports whether a body is of another kind than the examples, for a
// topic that --other-root does not name.
func (o *observer) needsConsent(w witness) bool {
	return w.root && !slices.Contains(o.otherRoots, w.topic)
}

// add reads the files once more, adds deliveries to the spec as redacted examples, all
// in one change of the files, and says what that changes.
func (o *observer) add(folder specfolder.Folder, names []string, all []witness) error {
	found, err := o.pick(names, all)
	if err != nil {
		return err
	}
	fmt.Fprintln(o.env.Stdout)
	spec, err := addition.Open(folder, o.Spec.Name)
	if err != nil {
		return err
	}
	defer spec.Close()
	var done []addition.Added
	for _, w := range all {
		added, ok, err := o.addOne(spec, w, found)
		if err != nil {
			return err
		}
		if ok {
			done = append(done, added)
		}
	}
	if err := spec.Write(); err != nil {
		return err
	}
	for _, added := range done {
		if err := added.Print(o.env); err != nil {
			return err
		}
	}
	return nil
}

// addOne adds a delivery to a spec. Where it cannot, it says why, and ok is false.
func (o *observer) addOne(spec *addition.Spec, w witness, found func(infer.Origin) (observe.Delivery, bool)) (added addition.Added, ok bool, err error) {
	topic := diagnostic.Printable(w.topic)
	if o.needsConsent(w) {
		fmt.Fprintf(o.env.Stdout, "%s: delivery %s is not added: its body is of another kind than every example has (--other-root %[1]s adds it)\n", topic, w.at.Example)
		return added, false, nil
	}
	d, ok := found(w.at)
	if !ok {
		fmt.Fprintf(o.env.Stdout, "%s: delivery %s is not in these files\n", topic, w.at.Example)
		return added, false, nil
	}
	added, err = spec.Add(addition.Payload{
		Topic: w.topic, Text: string(d.Body), Source: "delivery " + w.at.Example, Name: "observed-" + w.at.Example[:8],
		Redact: true, OtherRoot: slices.Contains(o.otherRoots, w.topic),
	})
	if err != nil {
		return added, false, o.cannotAdd(w, err)
	}
	return added, true, nil
}

func (w witness) shown() string {
	var paths []string
	for _, p := range w.paths {
		paths = append(paths, showPath(p))
	}
	return strings.Join(paths, ", ")
}

// pick reads the files once more, and returns a function that returns the witnesses.
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
		p := observe.NewPicker(o.Source, o.Topics, origins)
		pickers, sinks = append(pickers, p), append(sinks, p)
	}
	reading := deliveries.Reading{Limit: jsontext.DefaultMaxBytes}
	defer o.env.ShowCount("looking for deliveries", &reading.Bytes)()
	if err := reading.Into(sinks, files); err != nil {
		return nil, err
	}
	return func(at infer.Origin) (found observe.Delivery, ok bool) {
		for _, p := range pickers {
			// A Picker chooses between two in the same way.
			if d, has := p.Found(at); has && (!ok || bytes.Compare(d.Body, found.Body) < 0) {
				found, ok = d, true
			}
		}
		return found, ok
	}, nil
}

// cannotAdd says why a delivery cannot be added, without its text, which is not
// redacted then. It returns errors that are not about the delivery.
func (o *observer) cannotAdd(w witness, err error) error {
	say := func(why string) {
		fmt.Fprintf(o.env.Stderr, "%s: delivery %s cannot be added: %s\n", diagnostic.Printable(w.topic), w.at.Example, diagnostic.Printable(why))
	}
	var refused cli.Problems
	var usage cli.UsageError
	switch {
	case errors.As(err, &refused):
		for _, p := range refused.List {
			say(p.Path + ": " + p.Message())
		}
	case errors.As(err, &usage):
		say(usage.Message)
	default:
		return err
	}
	return nil
}
