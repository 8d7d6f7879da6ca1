package diff

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// seeds is how many random pairs of states each law is tested with. FuzzLaws tests all of
// them with others.
const seeds = 100

func show(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s %s %s (was %s): %s; code %s, wire %s; %v %v\n", c.Kind, c.What, c.Path, c.Was, c, c.Code, c.Wire, c.Events, c.Topics)
	}
	return b.String()
}

// states returns two random states, of which the second is mostly like the first.
func states(seed, law uint64) (a, b *state, r *rand.Rand) {
	r = rand.New(rand.NewPCG(seed, law))
	a = randomState(r)
	return a, a.changed(r), r
}

// FuzzLaws tests each law with any seed.
func FuzzLaws(f *testing.F) {
	for _, seed := range []uint64{2756, 2797, 4299, 6896} { // each broke a law once
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		same(t, seed)
		inOrder(t, seed)
		thereAndBack(t, seed)
		breaksCode(t, seed)
		breaksDeliveries(t, seed)
		hasCauses(t, seed)
	})
}

// TestSame: nothing changed from a state to itself, in whatever order it says
// what it says.
func TestSame(t *testing.T) {
	for seed := range uint64(seeds) {
		same(t, seed)
	}
}

func same(t *testing.T, seed uint64) {
	s, _, r := states(seed, 1)
	if got := Compare(s.side(t), s.shuffled(r).side(t)); len(got) > 0 {
		t.Fatalf("seed %d: got\n%s", seed, show(got))
	}
}

// TestOrder: changes are sorted, each is there once, and no order in the specs
// changes them.
func TestOrder(t *testing.T) {
	for seed := range uint64(seeds) {
		inOrder(t, seed)
	}
}

func inOrder(t *testing.T, seed uint64) {
	a, b, r := states(seed, 2)
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

// TestBack: the way back has the inverse of each change, at the same place and in the same
// events. Changes are compared before those of one type are joined, because what two types
// became is one type on one of the ways only.
func TestBack(t *testing.T) {
	seen := make(map[Kind]int)
	for seed := range uint64(seeds) {
		for _, c := range thereAndBack(t, seed) {
			seen[c.Kind]++
		}
	}
	for k := Added; k <= Presence; k++ {
		if seen[k] == 0 {
			t.Errorf("no random change is %s", k)
		}
	}
}

func thereAndBack(t *testing.T, seed uint64) []Change {
	a, b, _ := states(seed, 3)
	old, new := a.side(t), b.side(t)
	forth, back := newComparison(old, new).changes(), newComparison(new, old).changes()
	// Where an event has another name, each direction shows its own new one.
	events := func(c Change) []string { return c.Events }
	if slices.ContainsFunc(forth, func(c Change) bool { return c.What == Event && c.Kind == Renamed }) {
		events = func(Change) []string { return nil }
	}
	want, got := make(map[string]int), make(map[string]int)
	for _, c := range forth {
		want[fmt.Sprint(c.Kind, c.What, c.Old, c.New, c.WasThere, c.IsThere, events(c))]++
	}
	for _, c := range back {
		got[fmt.Sprint(c.Kind.Inverse(), c.What, c.New, c.Old, c.IsThere, c.WasThere, events(c))]++
	}
	if !maps.Equal(got, want) {
		t.Fatalf("seed %d: forth\n%s\nback\n%s", seed, show(forth), show(back))
	}
	return forth
}

// TestCode: a change breaks code exactly where the package lacks a name with
// the type that it had, however it is reached.
func TestCode(t *testing.T) {
	broken := 0
	for seed := range uint64(seeds) {
		if breaksCode(t, seed) {
			broken++
		}
	}
	if broken == 0 || broken == seeds {
		t.Errorf("%d of %d random changes break code", broken, seeds)
	}
}

func breaksCode(t *testing.T, seed uint64) bool {
	a, b, _ := states(seed, 4)
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
	return breaks
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
	} else {
		all["NewReceiver"] = "with a topic"
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
		found += breaksDeliveries(t, seed)
	}
	if found == 0 {
		t.Error("no random payload fits any type")
	}
}

// breaksDeliveries returns how many random payloads fit the old types.
func breaksDeliveries(t *testing.T, seed uint64) int {
	a, b, r := states(seed, 5)
	old, new := a.side(t), b.side(t)
	changes := Compare(old, new)
	c := newComparison(old, new)
	found := 0
	for _, from := range slices.Sorted(maps.Keys(c.events)) {
		to := c.events[from]
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
	return found
}
