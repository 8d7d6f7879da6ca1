package main

import (
	"bytes"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer/redact"
)

// added is a payload in a spec, of which nothing is written yet.
type added struct {
	addition
	before, after spec
	old, now      decided
	example       redact.Result // the payload as it is in the spec
}

// apply returns the spec with a payload added. The error says what forbids that.
func (x addition) apply(before spec, text string) (added, error) {
	given := source{x.fileName(), text}
	id, err := x.complete(before, text)
	if err != nil {
		return added{}, err
	}
	example, err := x.prepare(before, id, given)
	if err != nil {
		return added{}, err
	}
	changes, err := x.edit(before, example.Text)
	if err != nil {
		return added{}, err
	}
	after, err := before.with(changes)
	if err != nil {
		return added{}, err
	}
	old, now := before.decide(id, ""), after.decide(id, text)
	if err := given.contradicts(before, old, now, id); err != nil {
		return added{}, err
	}
	if err := x.keepsRoot(given, before, old, now); err != nil {
		return added{}, err
	}
	if example.Text != text {
		// From here on, places are those of what is written.
		now = after.decide("", "")
		if err := refuse(newErrors(nil, diagnosticsOf(after.platform, now.problems)), nil); err != nil {
			return added{}, err
		}
	}
	return added{x, before, after, old, now, example}, nil
}

// report says what was added.
func (d added) report(a app) error {
	changes := diff.Compare(d.before.side(d.old.model), d.after.side(d.now.model))
	if err := d.addition.report(a.stdout, d.before, d.after, d.example, changes); err != nil {
		return err
	}
	return report(a.stderr, "text", d.after.collisions(d.before, d.old.model, d.now.model), d.after.set.Line)
}

// changesTo returns the changes of files that lead to another spec.
func (s spec) changesTo(after spec) []rewrite.Change {
	var changes []rewrite.Change
	for name, text := range after.files {
		if old, ok := s.files[name]; !ok || !bytes.Equal(old, text) {
			changes = append(changes, rewrite.Change{Name: name, Old: old, New: text})
		}
	}
	return changes
}
