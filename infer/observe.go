package infer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/emit/payload"
)

// MaxDepth is how deep an example may be nested. Real payloads are a dozen
// levels deep; what goes far beyond that has no types a person would read.
const MaxDepth = 100

// MaxMembers is how many members the objects at one place may show. More are
// no members but keys: see the type map of a FieldDecision.
const MaxMembers = 1000

// Observe returns what one example shows. Problems are what makes it no strict
// JSON (RFC 8259), or ambiguous: a member that is there twice, bytes that are
// not UTF-8, half a surrogate pair. Each is at its byte of the example. Where
// there is one, there is no evidence.
func Observe(x Example) (Evidence, []Problem) {
	o := observer{example: x, elided: make(map[string]bool)}
	for _, e := range x.Elided {
		o.elided[e.Pointer] = false
	}
	if i := invalidUTF8(x.Text); i >= 0 {
		o.problem(i, "", "bytes that are not UTF-8", "write the text in UTF-8, or a \\u escape")
		return Evidence{}, o.problems
	}
	limits := payload.Limits{MaxBytes: max(len(x.Text), 1), MaxDepth: MaxDepth}
	r := payload.NewReader([]byte(x.Text), limits)
	root := new(Node)
	o.value(&r, root, "")
	o.finish(&r)
	for _, e := range x.Elided {
		if !o.elided[e.Pointer] && len(o.problems) == 0 {
			o.problems = append(o.problems, Problem{
				Where: Where{Ref: e.Ref}, Message: "nothing is elided at " + e.Pointer + " of this example",
				Hint: `an elided value is written as "" or null in the payload`,
			})
		}
	}
	if len(o.problems) > 0 {
		return Evidence{}, o.problems
	}
	return Evidence{Events: map[string]*Node{x.Event: root}}, nil
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(text string) int {
	for i, c := range text {
		if c == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return i
		}
	}
	return -1
}

// observer is the observation of one example.
type observer struct {
	example  Example
	elided   map[string]bool // by pointer: whether it was met
	inside   bool            // in the JSON of a string
	at       Origin          // of that string
	problems []Problem
}

func (o *observer) problem(offset int, path, message, hint string) {
	o.problems = append(o.problems, Problem{
		Where: Where{Example: o.example.ID, Offset: offset}, Path: path, Message: message, Hint: hint,
	})
}

// finish reports what stopped the reader.
func (o *observer) finish(r *payload.Reader) {
	err := r.Done()
	var syntax *payload.SyntaxError
	var limit *payload.LimitError
	switch {
	case errors.As(err, &syntax):
		o.problem(syntax.Offset, syntax.Path, syntax.Problem, syntaxHint(o.example.Text, syntax.Offset))
	case errors.As(err, &limit):
		o.problem(limit.Offset, "", fmt.Sprintf("nested more than %d levels deep", MaxDepth), "")
	}
}

func (o *observer) origin(r *payload.Reader) Origin {
	if o.inside {
		at := o.at
		at.Inner = r.Offset()
		return at
	}
	return Origin{Example: o.example.ID, Offset: r.Offset()}
}

// value adds the value at the reader's cursor to what n shows.
func (o *observer) value(r *payload.Reader, n *Node, pointer string) {
	at, kind := o.origin(r), r.Kind()
	if _, ok := o.elided[pointer]; ok && !o.inside && (kind == payload.KindString || kind == payload.KindNull) {
		if raw := r.Raw(); raw == `""` || raw == "null" {
			o.elided[pointer] = true
			n.Elided.add(at)
			return
		}
		o.problem(at.Offset, pointer, "this value is declared as elided but is there", "remove the path from elided")
		return
	}
	n.Kinds[kind].add(at)
	switch kind {
	case payload.KindNull:
		r.Skip()
	case payload.KindBoolean:
		r.Skip()
	case payload.KindNumber:
		literal := r.Raw()
		if len(literal) > payload.MaxNumber && !o.inside {
			o.problem(at.Offset, pointer, fmt.Sprintf("a number of more than %d digits", payload.MaxNumber), "no type takes it: shorten it")
		}
		n.number(literal, at)
	case payload.KindString:
		o.text(r, n, at)
	case payload.KindArray:
		o.array(r, n, pointer)
	case payload.KindObject:
		o.object(r, n, pointer, at)
	default:
		r.Skip() // which is an error: no value begins here
	}
}

func (n *Node) number(literal string, at Origin) {
	n.Numbers.add(literal)
	if strings.ContainsAny(literal, ".eE") {
		n.Fraction.add(at)
	} else if _, ok := payload.Num(literal).Int64(); !ok || literal == "-0" {
		n.Wide.add(at)
	}
	if literal != "0" && literal != "1" {
		n.NotFlag.add(at)
	}
}

func (o *observer) text(r *payload.Reader, n *Node, at Origin) {
	var s string
	if !r.String(&s) {
		o.problem(at.Offset, "", "half a surrogate pair in a string", "write the character itself, or both halves")
	}
	if s != "0" && s != "1" {
		n.NotFlag.add(at)
	}
	if s == "" {
		n.Empty.add(at)
		return
	}
	n.Strings.add(s)
	if !isTimestamp(s) {
		n.NotTimestamp.add(at)
	}
	if inner := o.inner(s, at); inner != nil {
		n.Inner = mergeNodes(n.Inner, inner)
	} else {
		n.NotJSON.add(at)
	}
}

// inner returns what the text of a string shows, nil where it is no JSON array
// or object.
func (o *observer) inner(text string, at Origin) *Node {
	if o.inside || text[0] != '{' && text[0] != '[' {
		return nil
	}
	in := observer{example: Example{ID: o.example.ID}, inside: true, at: at}
	r := payload.NewReader([]byte(text), payload.Limits{MaxBytes: len(text), MaxDepth: MaxDepth})
	n := new(Node)
	in.value(&r, n, "")
	if r.Done() != nil || len(in.problems) > 0 {
		return nil
	}
	return n
}

func isTimestamp(text string) bool {
	_, err := payload.Timestamp(text).Time()
	return err == nil || errors.Is(err, payload.ErrNoZone)
}

func (o *observer) array(r *payload.Reader, n *Node, pointer string) {
	var a payload.Array
	r.Array(&a)
	for i := 0; r.Item(&a); i++ {
		if n.Elem == nil {
			n.Elem = new(Node)
		}
		o.value(r, n.Elem, fmt.Sprintf("%s/%d", pointer, i))
		n.Most = max(n.Most, i+1)
	}
}

func (o *observer) object(r *payload.Reader, n *Node, pointer string, at Origin) {
	// The objects before this one lack the members that are new in it.
	before := n.Kinds[payload.KindObject]
	before.Count--
	if before.Count == 0 {
		before.At = Origin{}
	}
	here := make(map[string]int)
	var p payload.Object
	r.Object(&p)
	for from := r.Offset(); r.Next(&p); from = r.Offset() {
		if !p.Exact {
			o.problem(r.Offset(), pointer, "half a surrogate pair in the name of a member", "write the character itself, or both halves")
		}
		if first, ok := here[p.Name]; ok && !o.inside {
			o.duplicate(first, from, r, pointer)
		} else if ok {
			o.problem(from, pointer, "a member that is there twice", "")
		}
		here[p.Name] = from
		if n.Members == nil {
			n.Members = make(map[string]*Member)
		}
		m := n.Members[p.Name]
		if m == nil {
			if m = (&Member{Absent: before}); len(n.Members) == MaxMembers {
				o.problem(r.Offset(), pointer, fmt.Sprintf("objects with more than %d different members", MaxMembers),
					"show fewer of its keys, and decide that it is a map")
				m.Absent = Fact{}
			}
			n.Members[p.Name] = m
		}
		o.value(r, &m.Node, pointer+"/"+pointerToken(p.Name))
	}
	n.Most = max(n.Most, len(here))
	for name, m := range n.Members {
		if _, ok := here[name]; !ok {
			m.Absent.add(at)
		}
	}
}

// duplicate reports a member that an object has twice.
func (o *observer) duplicate(first, from int, r *payload.Reader, pointer string) {
	text := r.Text()
	second := from + strings.IndexByte(text[from:], '"')
	o.problems = append(o.problems, Problem{
		Where:   Where{Example: o.example.ID, Offset: second},
		Also:    []Where{{Example: o.example.ID, Offset: first + strings.IndexByte(text[first:], '"')}},
		Path:    pointer,
		Message: "a member of this name is already there",
		Hint:    "keep one of the two",
	})
}

// pointerToken writes a member name as a reference token of RFC 6901.
func pointerToken(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

// ObserveAll returns what all the examples show together. Those with the same
// event and text are counted once.
func ObserveAll(examples []Example) (Evidence, []Problem) {
	var all Evidence
	var problems []Problem
	sorted := slices.SortedFunc(slices.Values(examples), func(a, b Example) int { return strings.Compare(a.ID, b.ID) })
	seen := make(map[[2]string]bool)
	for _, x := range sorted {
		if key := [2]string{x.Event, x.Text}; seen[key] && len(x.Elided) == 0 {
			continue
		} else {
			seen[key] = true
		}
		e, p := Observe(x)
		all, problems = Merge(all, e), append(problems, p...)
	}
	return all, problems
}
