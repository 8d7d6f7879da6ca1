package infer

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// maxDepth is how deep an example may be nested. Real payloads are a dozen
// levels deep; what goes far beyond that has no types a person would read.
const maxDepth = 100

// MaxMembers is how many members the objects at one place may have in a type. More
// are keys: of a map by rule, where their values have one type, or by a
// FieldDecision.
const MaxMembers = 1000

// Observe returns what examples show together. It counts those with the same event
// and text once.
//
// It returns a problem for each place at which an example is not strict JSON (RFC
// 8259) or is ambiguous: a duplicate member, invalid UTF-8, half a surrogate pair.
// If there are problems, there is no evidence.
func Observe(examples ...Example) (Evidence, []Problem) {
	sorted := slices.SortedFunc(slices.Values(examples), func(a, b Example) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	w := walker{strict: true, sampling: true}
	roots := make(map[string]*tally)
	seen := make(map[[2]string]bool)
	for i, x := range sorted {
		key := [2]string{x.Event, x.Text}
		if seen[key] && len(x.Elided) == 0 {
			continue
		}
		seen[key] = true
		if roots[x.Event] == nil {
			roots[x.Event] = new(tally)
		}
		w.order = uint64(i)
		w.observe(&x, roots[x.Event])
	}
	if len(w.problems) > 0 || len(roots) == 0 {
		return Evidence{}, w.problems
	}
	e := Evidence{Events: make(map[string]*Node, len(roots))}
	nodes := maker{origin: func(order uint64) Origin { return Origin{Order: sorted[order].Order, Example: sorted[order].ID} }}
	for event, t := range roots {
		e.Events[event] = nodes.node(t, usual{})
	}
	return e, nil
}

// observe adds what one example shows to t, and its problems to w.
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

// syntax reports what stopped the reader.
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
