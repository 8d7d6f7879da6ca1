package importing

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/specs"
)

// payloads plans the payloads of a topic of a document: those that the spec has stay, one
// that differs takes the place of one that the document no longer has, and the others are
// added.
func (p *planner) payloads(d *doc, it *item, t *topic) {
	mine, other := t.known(d)
	var left []*payload
	for i := range it.payloads {
		x := &it.payloads[i]
		if k := slices.IndexFunc(mine, func(e example) bool { return e.state == dropped && x.same(t.was.Examples[e.index]) }); k >= 0 {
			mine[k].state, mine[k].payload = kept, x
			continue
		}
		if !slices.ContainsFunc(other, x.is) {
			left = append(left, x)
		}
	}
	for _, x := range left {
		k := t.nearest(x, mine)
		e := example{name: t.freeName(x.name, mine), state: added, payload: x, doc: d}
		if k >= 0 {
			e = mine[k]
			e.state, e.payload = replaced, x
		}
		if reason, ok := p.refused.payloads[t.name+"#"+e.name]; ok {
			t.refused = append(t.refused, e.name)
			p.refuse(t, x, reason, k < 0 && t.listed)
			continue
		}
		if k >= 0 {
			mine[k] = e
		} else {
			mine = append(mine, e)
		}
	}
	t.examples = append(t.examples, mine...)
}

// nearest returns the index of the example of a topic whose place a payload takes: one that
// the document no longer has, with the same name or, if the document names none, with the
// most text in common.
func (t *topic) nearest(x *payload, mine []example) int {
	best, most := -1, -1
	for i, e := range mine {
		if e.state != dropped || x.name != "" && x.name != e.name {
			continue
		}
		if n := common(addition.Compact(t.was.Examples[e.index].Text), addition.Compact(x.Text)); n > most {
			best, most = i, n
		}
	}
	return best
}

// common returns how many bytes two texts share at their beginning and their end.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	a, b = a[n:], b[n:]
	k := 0
	for k < min(len(a), len(b)) && a[len(a)-1-k] == b[len(b)-1-k] {
		k++
	}
	return n + k
}

// known returns the examples that the spec has from a document, as if the document had
// none of them any more, and the payloads of all others.
func (t *topic) known(d *doc) (mine []example, other []string) {
	if t.was != nil {
		for i, x := range t.was.Examples {
			if d.was != nil && x.Document == d.id {
				mine = append(mine, example{name: x.Name, state: dropped, index: i, doc: d})
			} else {
				other = append(other, x.Text)
			}
		}
	}
	for _, e := range t.examples {
		if e.payload != nil {
			other = append(other, e.payload.Text)
		}
	}
	return mine, other
}

// freeName returns the name of one more example of a topic.
func (t *topic) freeName(wanted string, mine []example) string {
	if wanted == "" {
		wanted = "example"
	}
	taken := func(name string) bool {
		is := func(e example) bool { return e.name == name }
		return slices.Contains(t.refused, name) || slices.ContainsFunc(t.examples, is) || slices.ContainsFunc(mine, is) ||
			t.was != nil && slices.ContainsFunc(t.was.Examples, func(e specs.Example) bool { return e.Name == name })
	}
	name := wanted
	for n := 2; taken(name); n++ {
		name = fmt.Sprintf("%s-%d", wanted, n)
	}
	return name
}

// leave plans what a newer copy of a document no longer has: topics, and payloads of
// topics that it has still. Those that it did not have before either are left alone.
func (p *planner) leave(d *doc) {
	known := p.draft.Platform()
	if d.was == nil || known == nil {
		return
	}
	for _, x := range known.Topics {
		t, ok := p.topics[x.Name]
		if ok && slices.Contains(t.docs, d) {
			continue
		}
		if t = p.topic(x.Name); !t.lists(d) {
			if !ok { // nothing is said of it
				delete(p.topics, x.Name)
				p.order = p.order[:len(p.order)-1]
			}
			continue
		}
		t.gone = d
		mine, _ := t.known(d)
		t.examples = append(t.examples, mine...)
		t.doubt(noLonger(d))
	}
}

// noLonger is the doubt of what a newer copy of a document does not have.
func noLonger(d *doc) string { return noLongerIn + d.title() + " as of " + d.asOf() }

const noLongerIn = "no longer in "
