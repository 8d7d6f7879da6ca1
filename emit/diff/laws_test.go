package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

const seeds = 100

func show(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s %s %s (was %s): %s; code %s, wire %s; %v %v\n", c.Kind, c.What, c.Path, c.Was, c, c.Code, c.Wire, c.Events, c.Topics)
	}
	return b.String()
}

// TestSame: nothing changed from a state to itself, in whatever order it says
// what it says.
func TestSame(t *testing.T) {
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := randomState(r)
		if got := Compare(s.side(t), s.shuffled(r).side(t)); len(got) > 0 {
			t.Fatalf("seed %d: got\n%s", seed, show(got))
		}
	}
}

// TestOrder: changes are sorted, each is there once, and no order in the specs
// changes them.
func TestOrder(t *testing.T) {
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 2))
		a := randomState(r)
		b := a.changed(r)
		want := Compare(a.side(t), b.side(t))
		if !slices.IsSortedFunc(want, compare) {
			t.Fatalf("seed %d: not sorted:\n%s", seed, show(want))
		}
		for i := 1; i < len(want); i++ {
			if compare(want[i-1], want[i]) == 0 {
				t.Fatalf("seed %d: twice:\n%s", seed, show(want[i:i+1]))
			}
		}
		if got := Compare(a.shuffled(r).side(t), b.shuffled(r).side(t)); show(got) != show(want) {
			t.Fatalf("seed %d: in another order:\n%s\nwant\n%s", seed, show(got), show(want))
		}
	}
}

// TestBack: the way back has the inverse of each change, at the same place.
func TestBack(t *testing.T) {
	seen := make(map[Kind]int)
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 3))
		a := randomState(r)
		b := a.changed(r)
		forth, back := Compare(a.side(t), b.side(t)), Compare(b.side(t), a.side(t))
		// Where an event has another name, each direction shows its own new one.
		events := func(c Change) []string { return c.Events }
		if slices.ContainsFunc(forth, func(c Change) bool { return c.What == Event && c.Kind == Renamed }) {
			events = func(Change) []string { return nil }
		}
		want, got := make(map[string]bool), make(map[string]bool)
		for _, c := range forth {
			seen[c.Kind]++
			want[fmt.Sprint(c.Kind, c.What, c.Old, c.New, c.WasThere, c.IsThere, events(c))] = true
		}
		for _, c := range back {
			got[fmt.Sprint(c.Kind.Inverse(), c.What, c.New, c.Old, c.IsThere, c.WasThere, events(c))] = true
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("seed %d: forth\n%s\nback\n%s", seed, show(forth), show(back))
		}
	}
	for k := Added; k <= Presence; k++ {
		if seen[k] == 0 {
			t.Errorf("no random change is %s", k)
		}
	}
}

// TestCode: a change breaks code exactly where the package lacks a name with
// the type that it had, however it is reached.
func TestCode(t *testing.T) {
	broken := 0
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 4))
		a := randomState(r)
		b := a.changed(r)
		old, new := a.side(t), b.side(t)
		changes := Compare(old, new)
		breaks := slices.ContainsFunc(changes, func(c Change) bool { return c.Code == Breaking })
		before, now := surface(old), surface(new)
		lost := ""
		for name, what := range before {
			if now[name] != what {
				lost = fmt.Sprintf("%s is %q, was %q", name, now[name], what)
			}
		}
		if breaks != (lost != "") {
			t.Fatalf("seed %d: breaks code: %t; lost: %s; changes:\n%s", seed, breaks, lost, show(changes))
		}
		if breaks {
			broken++
		}
	}
	if broken == 0 || broken == seeds {
		t.Errorf("%d of %d random changes break code", broken, seeds)
	}
}

// surface lists what code can name in a package, and its type.
func surface(s Side) map[string]string {
	all := make(map[string]string)
	in := newSide(s)
	for _, t := range s.Platform.Topics {
		all[in.Names.Topic(t.Name)] = "a topic"
		// Code that gets no more than a body is not broken by a type for it.
		if t.Event != "" {
			all["decoded "+in.Names.Topic(t.Name)] = in.decodesTo(t)
		}
	}
	if source := sourceOf(s); source != "" {
		all[strings.Fields(source)[1]] = "the source of topics"
	}
	for _, e := range s.Model.Enums {
		all[e.Name] = "an enum"
		for _, name := range in.Names.Constants(e) {
			all[name] = "a constant"
		}
	}
	for st := range s.Model.AllStructs() {
		name := in.Names.Struct(st)
		all[name] = "a struct"
		for _, f := range in.members(st) {
			all[name+"."+in.Names.Field(f.Field)] = in.Names.Type(f.Type)
		}
	}
	for _, e := range s.Model.Events {
		if !isStruct(e.Root) {
			all[in.Names.Event(e)] = "a struct"
			all[in.Names.Event(e)+".Value"] = in.Names.Type(e.Root)
		}
	}
	return all
}

// TestWire: a payload that fit and fits no more is one of an event with a change
// that breaks deliveries. The payloads are random ones, and those of all examples.
func TestWire(t *testing.T) {
	found := 0
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 5))
		a := randomState(r)
		b := a.changed(r)
		old, new := a.side(t), b.side(t)
		changes := Compare(old, new)
		c := newComparison(old, new)
		for from, to := range c.events {
			breaks := slices.ContainsFunc(changes, func(x Change) bool { return x.Wire == Breaking && slices.Contains(x.Events, to) })
			if breaks {
				continue
			}
			for i := range 30 {
				x := randomExample(r, from, i)
				v, err := jsontext.ParseValue(x.Text)
				if err != nil {
					t.Fatal(err)
				}
				was, is := c.old.accepts(c.old.events[from].Root, v), c.new.accepts(c.new.events[to].Root, v)
				if was && !is && !c.unknownBefore(v, c.old.events[from].Root) {
					t.Fatalf("seed %d: %s fits no more; changes:\n%s\nold\n%s\nnew\n%s", seed, x.Text, show(changes), old.Model, new.Model)
				}
				if was {
					found++
				}
			}
		}
	}
	if found == 0 {
		t.Error("no random payload fits any type")
	}
}

// unknownBefore reports whether a value has a part of which nothing was known: a
// member that has no field, or whose field was never seen with a value, or what is in an
// array or object of another kind than its type.
func (c *comparison) unknownBefore(v jsontext.Value, t infer.Type) bool {
	if or, ok := infer.InsideOpt(t).(infer.Or); ok && or.Also.Has(v.Kind()) && len(v.Raw()) > len("{}") {
		return true
	}
	switch t := infer.InsideOptOrJSON(t).(type) {
	case infer.Slice:
		for e := range v.Items() {
			if infer.InsideOpt(t.Elem) == infer.Type(infer.Value) || c.unknownBefore(e, t.Elem) {
				return true
			}
		}
	case infer.Map:
		for _, e := range v.Members() {
			if infer.InsideOpt(t.Elem) == infer.Type(infer.Value) || c.unknownBefore(e, t.Elem) {
				return true
			}
		}
	case *infer.Struct:
		if text, ok := v.Text(); ok {
			v, _ = jsontext.ParseValue(text) // JSON in a string
		}
		fields := c.old.members(t)
		for name, e := range v.Members() {
			f, ok := fields[name]
			if !ok || f.Rule != infer.RuleSpec && infer.InsideOpt(f.Type) == infer.Type(infer.Value) || c.unknownBefore(e, f.Type) {
				return true
			}
		}
	}
	return false
}

// accepts reports whether a value has no mismatch as a type.
func (s *side) accepts(t infer.Type, v jsontext.Value) bool {
	k := v.Kind()
	if k == jsontext.KindNull {
		return true
	}
	switch t := t.(type) {
	case infer.Scalar:
		return acceptsScalar(t, v)
	case *infer.Enum:
		return acceptsScalar(t.Base, v)
	case *infer.Struct:
		fields := s.members(t)
		for name, e := range v.Members() {
			if f, ok := fields[name]; ok && !s.accepts(f.Type, e) {
				return false
			}
		}
		for name, f := range fields {
			if m, ok := v.Get(name); f.Required && (!ok || m.Kind() == jsontext.KindNull) {
				return false
			}
		}
		return k == jsontext.KindObject
	case infer.Slice:
		for e := range v.Items() {
			if !s.accepts(t.Elem, e) {
				return false
			}
		}
		return k == jsontext.KindArray
	case infer.Map:
		for _, e := range v.Members() {
			if !s.accepts(t.Elem, e) {
				return false
			}
		}
		return k == jsontext.KindObject
	case infer.Opt:
		return s.accepts(t.Elem, v)
	case infer.Or:
		return t.Also.Has(k) || s.accepts(t.Elem, v)
	case infer.JSON:
		text, ok := v.Text()
		if !ok {
			return s.accepts(t.Elem, v)
		}
		inner, err := jsontext.ParseValue(text)
		return ok && (text == "" || err == nil && (inner.Kind() == jsontext.KindObject || inner.Kind() == jsontext.KindArray) && s.accepts(t.Elem, inner))
	}
	return false
}

func acceptsScalar(t infer.Scalar, v jsontext.Value) bool {
	k := v.Kind()
	_, integral := jsontext.Integer(v.Raw())
	switch t {
	case infer.Bool:
		return k == jsontext.KindBoolean
	case infer.Int:
		return k == jsontext.KindNumber && integral
	case infer.Float:
		return k == jsontext.KindNumber
	case infer.Number:
		return k == jsontext.KindNumber || k == jsontext.KindString
	case infer.Flag:
		return k == jsontext.KindBoolean || slices.Contains([]string{"0", "1", `"0"`, `"1"`}, v.Raw())
	case infer.Value:
		return true
	}
	return k == jsontext.KindString
}
