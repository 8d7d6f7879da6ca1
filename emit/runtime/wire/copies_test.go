package wire_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestSetOnCopies sets members of two copies of a struct: neither the other one
// nor the original changes.
func TestSetOnCopies(t *testing.T) {
	var v Item
	if _, err := decodeItem([]byte(with(t, "", `"u1":1,"u2":2,"u3":3`)), &v); err != nil {
		t.Fatal(err)
	}
	a, b := v, v
	a.Extra.Set("shop", rawValue(`"A"`))
	b.Extra.Set("shop", rawValue(`"B"`))
	a.Extra.Set("u1", rawValue("111"))
	b.Extra.Delete("u2")
	a.Names.Set("z", "A")
	b.Names.Set("new", "B")
	for _, test := range []struct {
		v           Item
		extra, name string
	}{
		{v, "u1=1 u2=2 u3=3", "[{z 1} { 2}]"},
		{a, `u1=111 u2=2 u3=3 shop="A"`, "[{z A} { 2}]"},
		{b, `u1=1 u3=3 shop="B"`, "[{z 1} { 2} {new B}]"},
	} {
		if got := showMembers(test.v.Extra); got != test.extra {
			t.Errorf("Extra is %s, want %s", got, test.extra)
		}
		if got := fmt.Sprint(test.v.Names); got != test.name {
			t.Errorf("the map is %s, want %s", got, test.name)
		}
	}
}

// pair is a member or an entry in the models of the tests below, which are copied
// in full at each step.
type pair struct{ name, value string }

// set gives a name a value, in the place of the last one, and drops the others.
func set(list []pair, name, value string) []pair {
	var kept []pair
	at := -1
	for _, p := range list {
		if p.name == name {
			at = len(kept)
		} else {
			kept = append(kept, p)
		}
	}
	if at < 0 {
		at = len(kept)
	}
	return slices.Insert(kept, at, pair{name, value})
}

// TestCopiesOfMembers applies random changes to copies of Members and of copies
// of those, and compares each with a model after every step.
func TestCopiesOfMembers(t *testing.T) {
	lot := rand.New(rand.NewPCG(1, 2))
	var real [8]payload.Members
	var model [8][]pair
	for step := range 3000 {
		i, k := lot.IntN(len(real)), lot.IntN(len(real))
		name := string(rune('a' + lot.IntN(6)))
		value := fmt.Sprint(step)
		switch lot.IntN(8) {
		case 0:
			real[i], model[i] = real[k], slices.Clone(model[k])
		case 1:
			real[i].Delete(name)
			model[i] = slices.DeleteFunc(slices.Clone(model[i]), func(p pair) bool { return p.name == name })
		case 2: // as decoding leaves members that come twice, with memory to spare
			real[i] = append(make(payload.Members, 0, 8), unknown("a", "0"), unknown("b", "1"), unknown("a", "2"))
			model[i] = []pair{{"a", "0"}, {"b", "1"}, {"a", "2"}}
		default:
			real[i].Set(name, rawValue(value))
			model[i] = set(model[i], name, value)
		}
		for n := range real {
			var got []pair
			for name, v := range real[n].All() {
				got = append(got, pair{name, v.Raw()})
			}
			if !slices.Equal(got, model[n]) {
				t.Fatalf("step %d: copy %d holds %v, want %v", step, n, got, model[n])
			}
		}
	}
}

// TestCopiesOfMap is TestCopiesOfMembers for Map.
func TestCopiesOfMap(t *testing.T) {
	lot := rand.New(rand.NewPCG(1, 2))
	var real [8]payload.Map[string]
	var model [8][]pair
	for step := range 3000 {
		i, k := lot.IntN(len(real)), lot.IntN(len(real))
		key, value := string(rune('a'+lot.IntN(30))), fmt.Sprint(step)
		switch lot.IntN(8) {
		case 0:
			real[i], model[i] = real[k], slices.Clone(model[k])
		case 1:
			var list payload.Map[string]
			model[i] = nil
			for n := range lot.IntN(40) {
				key, value := fmt.Sprint(lot.IntN(30)), fmt.Sprint(n)
				list = append(list, payload.Entry[string]{Key: key, Value: value})
				model[i] = append(slices.DeleteFunc(model[i], func(p pair) bool { return p.name == key }), pair{key, value})
			}
			real[i] = list
			before := fmt.Sprint(list)
			if real[i] = wire.Unique(list); fmt.Sprint(list) != before {
				t.Fatalf("unique changed %s to %s", before, list)
			}
		default:
			real[i].Set(key, value)
			model[i] = set(model[i], key, value)
		}
		for n := range real {
			var got []pair
			for key, value := range real[n].All() {
				got = append(got, pair{key, value})
			}
			if !slices.Equal(got, model[n]) {
				t.Fatalf("step %d: copy %d holds %v, want %v", step, n, got, model[n])
			}
		}
	}
}

// nested has memory to share in every form that generated types have.
type nested struct {
	Lines []Line                              `json:"lines"`
	Names payload.Map[[]string]               `json:"names"`
	Opt   payload.Opt[[]string]               `json:"opt"`
	Or    payload.Or[payload.Map[Line]]       `json:"or"`
	Line  Line                                `json:"line"`
	Lists [][]payload.Value                   `json:"lists"`
	In    payload.JSON[[]payload.Opt[nested]] `json:"in"`
	Child payload.Opt[*nested]                `json:"child,omitzero"`
	Extra payload.Members                     `json:"-"`
}

// scribble overwrites whatever the elements of v's lists share, up to its depth.
func scribble(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString("scribbled")
		}
	case reflect.Slice:
		for i := range v.Len() {
			scribble(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			scribble(v.Elem())
		}
	case reflect.Struct:
		if ptr := v.Addr().MethodByName("Ptr"); ptr.IsValid() {
			if p := ptr.Call(nil)[0]; !p.IsNil() {
				scribble(p.Elem())
			}
			return
		}
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				scribble(f)
			}
		}
	}
}

// TestJSONKeepsItsValue: neither the value that a JSON was made of nor one that Get
// returned changes what Get returns, which is what the text says.
func TestJSONKeepsItsValue(t *testing.T) {
	line := func() Line {
		return Line{SKU: "s", Extra: payload.Members{unknown("new", "1")}}
	}
	inner, err := payload.NewJSON([]payload.Opt[nested]{payload.Some(nested{Lines: []Line{line()}})})
	if err != nil {
		t.Fatal(err)
	}
	value := func() nested {
		return nested{
			Lines: []Line{line(), {}},
			Names: payload.Map[[]string]{{Key: "k", Value: []string{"a", ""}}},
			Opt:   payload.Some([]string{"o"}),
			Or:    payload.Is(payload.Map[Line]{{Key: "k", Value: line()}}),
			Line:  line(),
			Lists: [][]payload.Value{{rawValue("1")}, {}, nil},
			In:    inner,
			Child: payload.Some(&nested{Lines: []Line{line()}}),
			Extra: line().Extra,
		}
	}
	given := value()
	j, err := payload.NewJSON(given)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range []payload.JSON[nested]{j, textJSON(j.Text(), given)} {
		want, _ := j.Get()
		if text, err := json.Marshal(want); err != nil || string(text) != j.Text() {
			t.Errorf("Get returns %s (%v), the text is %s", text, err, j.Text())
		}
		scribble(reflect.ValueOf(&given).Elem())
		got, ok := j.Get()
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("after a change of what it was made of, Get returns %+v, want %+v", got, want)
		}
		scribble(reflect.ValueOf(&got).Elem())
		if reflect.DeepEqual(got, want) {
			t.Error("the test changes nothing")
		}
		if again, _ := j.Get(); !reflect.DeepEqual(again, want) {
			t.Errorf("after a change of what Get returned, it returns %+v, want %+v", again, want)
		}
		given = value()
	}
}

// TestJSONOfOtherTypes: a T that cannot be copied is decoded from the text.
func TestJSONOfOtherTypes(t *testing.T) {
	type hidden struct {
		Name string
		list []string
	}
	given := hidden{"a", []string{"b"}}
	j, err := payload.NewJSON(map[string]*hidden{"k": &given})
	if err != nil {
		t.Fatal(err)
	}
	given.Name, given.list[0] = "changed", "changed"
	got, ok := j.Get()
	if want := (map[string]*hidden{"k": {Name: "a"}}); !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v %t, want %+v", got, ok, want)
	}
	got["k"].Name = "changed"
	if again, _ := j.Get(); again["k"].Name != "a" {
		t.Errorf("what Get returned changed it to %+v", again)
	}
	pointed := &Line{SKU: "a", Extra: payload.Members{unknown("new", "1")}}
	p := textJSON(`{"sku":"a","qty":0,"new":1}`, pointed)
	pointed.SKU, pointed.Extra[0] = "changed", unknown("changed", "1")
	for range 2 {
		line, ok := p.Get()
		if !ok || line.SKU != "a" || showMembers(line.Extra) != "new=1" {
			t.Fatalf("a pointer holds %+v %t", line, ok)
		}
		line.SKU, line.Extra[0] = "changed", unknown("changed", "1")
	}
	other := textJSON(`[1]`, map[string]int{"a": 1})
	if v, ok := other.Get(); ok || v != nil {
		t.Errorf("a text that does not agree with its value: %v %t", v, ok)
	}
	integers := textJSON(`[1,2]`, []int64{1, 2})
	if numbers, ok := integers.Get(); !ok || !slices.Equal(numbers, []int64{1, 2}) {
		t.Errorf("got %v %t", numbers, ok)
	}
	if list, err := payload.NewJSON([]string(nil)); err != nil || list.Text() != "[]" {
		t.Errorf("a nil list is written %s (%v)", list.Text(), err)
	} else if v, ok := list.Get(); !ok || len(v) != 0 {
		t.Errorf("an empty list is read as %v %t", v, ok)
	}
	if m, err := payload.NewJSON(payload.Map[int](nil)); err != nil || m.Text() != "{}" {
		t.Errorf("a nil map is written %s (%v)", m.Text(), err)
	}
	if null, err := payload.NewJSON(payload.Opt[int]{}); err != nil || null.Text() != "null" {
		t.Errorf("nothing is written %s (%v)", null.Text(), err)
	} else if v, ok := null.Get(); ok {
		t.Errorf("null is taken for the value %v", v)
	}
}
