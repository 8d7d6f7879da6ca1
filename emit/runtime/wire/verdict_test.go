package wire_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// thing is a struct with the members of a shape, each of which is a thing too. It
// is decoded as generated code decodes structs.
type thing struct {
	shape *wire.Shape
	parts []*thing
	Extra payload.Members
}

// newThing returns a thing with one member for each of the names, of which each
// is a thing without members.
func newThing(names ...string) *thing {
	words := len(names)/64 + 1
	shape := &wire.Shape{Names: names, Room: make([]uint64, words), Index: func(name string) int { return slices.Index(names, name) }}
	shape.Room[words-1] = ^uint64(0) << (len(names) % 64)
	v := &thing{shape: shape}
	for range names {
		v.parts = append(v.parts, newThing())
	}
	return v
}

func (v *thing) decode(r *wire.Reader, i int, next string) int {
	at := wire.Place{Shape: v.shape, Extra: &v.Extra, Next: next}
	if len(v.parts) == 0 {
		return r.Unknown(&at, i)
	}
	k, i := r.Enter(&at, i, `{"`+v.shape.Names[0]+`":`)
	for k >= 0 {
		for k < len(v.parts) {
			after := `}`
			if k+1 < len(v.parts) {
				after = `,"` + v.shape.Names[k+1] + `":`
			}
			i = v.parts[k].decode(r, i, after)
			if k++; i < 0 {
				break
			}
		}
		k, i = r.Seek(&at, i, k)
	}
	return i
}

// list decodes a list, and table a map, of what decode reads.
func list(decode decoder) decoder {
	return func(r *wire.Reader, i int, next string) int {
		a := r.Array(i)
		for n := 0; a.Next(r, n); n++ {
			a.Read(decode(r, a.At, ""))
		}
		return a.End(r, next)
	}
}

func table(decode decoder) decoder {
	return func(r *wire.Reader, i int, next string) int {
		o := r.Object(i)
		for n := 0; o.Next(r, n); n++ {
			o.Read(decode(r, o.At, ""))
		}
		return o.End(r, next)
	}
}

// inString decodes JSON in a string.
func inString(want payload.Kind, decode decoder) decoder {
	return func(r *wire.Reader, i int, next string) int {
		var in wire.Reader
		var j payload.JSON[int]
		_, text := wire.JSON(&j)
		after := r.Inner(i, text, want, &in, next)
		if text.Is {
			r.Outer(i, text, want, &in, decode(&in, in.Begin(), ""))
		}
		return after
	}
}

// scalar decodes by a method of a Reader.
func scalar[T any](read func(*wire.Reader, int, *T, string) int) decoder {
	return func(r *wire.Reader, i int, next string) int {
		var v T
		return read(r, i, &v, next)
	}
}

type decoder func(r *wire.Reader, i int, next string) int

// object decodes a thing.
func object(names ...string) decoder {
	v := newThing(names...)
	return func(r *wire.Reader, i int, next string) int {
		v.Extra = nil
		for _, part := range v.parts {
			part.Extra = nil
		}
		return v.decode(r, i, next)
	}
}

// shapes are roots of each kind, with the kind that they want.
var shapes = map[string]struct {
	want   payload.Kind
	decode decoder
}{
	"no members":          {payload.KindObject, object()},
	"one member":          {payload.KindObject, object("a")},
	"two members":         {payload.KindObject, object("a", "b")},
	"many members":        {payload.KindObject, object(strings.Split("b c d e f g h i j k l m n o p q r s t u v w x y z a", " ")...)},
	"list of nothing":     {payload.KindArray, list(object())},
	"list of things":      {payload.KindArray, list(object("a"))},
	"list of lists":       {payload.KindArray, list(list(scalar((*wire.Reader).Int)))},
	"map of nothing":      {payload.KindObject, table(object())},
	"map of lists":        {payload.KindObject, table(list(object()))},
	"strings":             {payload.KindArray, scalar((*wire.Reader).Strings)},
	"map of strings":      {payload.KindObject, scalar(wire.StringMap)},
	"nothing in a string": {payload.KindString, inString(payload.KindObject, object())},
	"list in a string":    {payload.KindString, inString(payload.KindArray, list(object("a")))},
	"string":              {payload.KindString, scalar((*wire.Reader).String)},
	"integer":             {payload.KindNumber, scalar((*wire.Reader).Int)},
	"boolean":             {payload.KindBoolean, scalar((*wire.Reader).Bool)},
	"number":              {payload.KindNumber, scalar((*wire.Reader).Number)},
	"any value":           {payload.KindAbsent, scalar((*wire.Reader).Value)},
}

// checkVerdict checks that a decoder fails for a text if and only if that is not
// JSON, or is of another kind than the decoder wants.
func checkVerdict(t *testing.T, name, text string) {
	t.Helper()
	shape := shapes[name]
	r := newCursor([]byte(text), wire.Limits{})
	got, want := r.Kind(), shape.want
	err := r.End(shape.decode(&r.Reader, r.Offset(), ""), want)
	if want == payload.KindAbsent {
		want = got
	}
	var limit *payload.LimitError
	if errors.As(err, &limit) {
		return
	}
	if valid := json.Valid([]byte(text)) && got == want; valid != (err == nil) {
		t.Errorf("%s: %q: got the error %v", name, text, err)
	}
}

// tokens are what texts are made of.
var tokens = []string{"{", "}", "[", "]", `"a"`, `"b"`, ":", ",", " ", "1", "x", `"`, `\`, "null", `"{}"`, "\n"}

// TestVerdicts tries every text of few tokens on every shape, alone and as the
// beginning and the end of an object.
func TestVerdicts(t *testing.T) {
	const longest = 3
	var try func(name, text string, left int)
	try = func(name, text string, left int) {
		checkVerdict(t, name, text)
		for k := 0; left > 0 && k < len(tokens); k++ {
			try(name, text+tokens[k], left-1)
		}
	}
	for name := range shapes {
		try(name, "", longest)
		try(name, `{"a":`, longest)
		try(name, `{"a":{},"b":{}`, longest)
		if t.Failed() {
			return
		}
	}
}

// FuzzVerdict tries other texts, and random texts of tokens that are mostly JSON.
func FuzzVerdict(f *testing.F) {
	addTexts(f)
	for _, text := range []string{`{ }`, `{"a":1}`, `{]`, `{x`, ` { "a" : { } , "b" : { } } `, `[{},{"a":{}},{"b":[]}]`, `"{\"a\":{}}"`, `"[{},{]"`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for name := range shapes {
			checkVerdict(t, name, string(text))
		}
	})
}

// TestRandomVerdicts tries texts that are JSON but for one token at most.
func TestRandomVerdicts(t *testing.T) {
	lot := rand.New(rand.NewPCG(1, 2))
	for range 8000 {
		pieces := randomJSON(lot, nil, 3)
		if lot.IntN(3) > 0 {
			at := lot.IntN(len(pieces))
			pieces[at] = tokens[lot.IntN(len(tokens))]
		}
		text := strings.Join(pieces, "")
		for name := range shapes {
			checkVerdict(t, name, text)
		}
		if t.Failed() {
			return
		}
	}
}

// randomJSON appends the tokens of a random value to pieces, with white space.
func randomJSON(lot *rand.Rand, pieces []string, depth int) []string {
	space := func() {
		if lot.IntN(4) == 0 {
			pieces = append(pieces, []string{" ", "\n", "\t\r", "  "}[lot.IntN(4)])
		}
	}
	space()
	kind := lot.IntN(5)
	if depth == 0 {
		kind = 0
	}
	switch n := lot.IntN(4); kind {
	case 0:
		pieces = append(pieces, []string{"1", "null", `"a"`, "true", `"\u00e9"`, `"{\"a\":{}}"`, `"[]"`, "{}"}[lot.IntN(8)])
	case 1:
		pieces = append(pieces, "[")
		for k := range n {
			if k > 0 {
				pieces = append(pieces, ",")
			}
			pieces = randomJSON(lot, pieces, depth-1)
		}
		pieces = append(pieces, "]")
	default:
		pieces = append(pieces, "{")
		space()
		for k := range n {
			if k > 0 {
				pieces = append(pieces, ",")
				space()
			}
			pieces = append(pieces, []string{`"a"`, `"b"`, `"\u0061"`, `"c"`, `""`}[lot.IntN(5)])
			space()
			pieces = append(pieces, ":")
			pieces = randomJSON(lot, pieces, depth-1)
		}
		pieces = append(pieces, "}")
	}
	space()
	return pieces
}
