package infer

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// maxDepth is how deep an example can be nested. Real payloads have a dozen levels.
const maxDepth = 100

// MaxMembers is how many members a struct can have. If objects have more, their names
// are keys: the rule "map" makes a map of them if their values have one type; otherwise
// the spec has to decide. It is more than ten times what the widest documented objects
// have, and few enough for a struct that compiles fast.
const MaxMembers = 1000

// Observe returns what examples show together. It counts those with the same root
// and text once.
//
// It returns a problem for everything that keeps an example from being strict,
// unambiguous JSON (RFC 8259): a syntax error, a duplicate member, invalid UTF-8, an
// unpaired surrogate, and for wrong paths under elided.
// If there are problems, there is no evidence.
func Observe(examples ...Example) (Evidence, []Problem) {
	sorted := slices.SortedFunc(slices.Values(examples), func(a, b Example) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	w := walker{strict: true, sampling: true}
	roots := make(map[evidenceRoot]*tally)
	type text struct {
		evidenceRoot
		text string
	}
	seen := make(map[text]bool)
	for i, x := range sorted {
		of := evidenceRoot{event: x.Event, name: x.Type, former: x.Former}
		key := text{of, x.Text}
		if seen[key] && len(x.Elided) == 0 {
			continue
		}
		seen[key] = true
		if roots[of] == nil {
			roots[of] = new(tally)
		}
		w.order = uint64(i)
		w.observe(&x, roots[of])
	}
	if len(w.problems) > 0 {
		return Evidence{}, w.problems
	}
	var e Evidence
	nodes := maker{origin: func(order uint64) Origin { return Origin{Order: sorted[order].Order, Example: sorted[order].ID} }}
	for of, t := range roots {
		e.put(of, nodes.node(t, usual{}))
	}
	return e, nil
}

// evidenceRoot is what examples and tables are about: an event, or a declared type if event is
// "".
type evidenceRoot struct {
	event, name string
	former      bool
}

// put sets the node of a root.
func (e *Evidence) put(of evidenceRoot, n *Node) {
	roots, name := &e.Events, of.event
	switch {
	case of.former && of.event != "":
		roots, name = &e.Former, EventPath(of.event)
	case of.former:
		roots, name = &e.Former, of.name
	case of.event == "":
		roots, name = &e.Types, of.name
	}
	if *roots == nil {
		*roots = make(map[string]*Node)
	}
	(*roots)[name] = n
}

// observe adds an example to t, and its problems to w.
func (w *walker) observe(x *Example, t *tally) {
	w.example, w.elided = x, nil
	if i := indexInvalidUTF8(x.Text); i >= 0 {
		w.problem(i, "", invalidUTF8())
		return
	}
	for _, e := range x.Elided {
		if w.elided == nil {
			w.elided = make(map[string]bool)
		}
		w.elided[e.Pointer] = false
	}
	r := jsontext.NewText(x.Text)
	r.Max = maxDepth
	w.start(&r)
	if err := w.root(t); err != nil {
		w.syntax(err)
		return
	}
	for _, e := range x.Elided {
		if !w.elided[e.Pointer] {
			w.notElided(x, e)
		}
	}
}

// syntax reports the error that stopped the reader.
func (w *walker) syntax(err error) {
	var syntax *jsontext.SyntaxError
	var limit *jsontext.LimitError
	switch {
	case errors.As(err, &syntax):
		w.problem(syntax.Offset, syntax.Path, invalidJSON{syntax.Problem, syntaxHint(w.example.Text, syntax.Offset)})
	case errors.As(err, &limit):
		w.problem(limit.Offset, "", deepNesting())
	}
}

// indexInvalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func indexInvalidUTF8(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, c := range text {
		if c == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return i
		}
	}
	return -1
}
