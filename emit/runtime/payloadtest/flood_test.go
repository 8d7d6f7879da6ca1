package payloadtest

import (
	"slices"
	"strings"
	"testing"
)

// TestFlooded checks that floods find what takes too much memory, and what loses
// something for want of it, and nothing else.
func TestFlooded(t *testing.T) {
	defer func() { flaw = "" }()
	for name, want := range map[string]string{
		"":              "",
		"wastes memory": "order/create, {\"order\":{\"items\":: elements {}: decoding 65553 bytes allocates ",
		"keeps a part":  "order/create, {\"order\":{\"items\":: elements {}: encoding: /order/items: got ",
	} {
		flaw = name
		problems := flooded(decodeDouble, doubles())
		found := func(problem string) bool { return strings.HasPrefix(problem, want) }
		if want == "" && len(problems) > 0 || want != "" && !slices.ContainsFunc(problems, found) {
			t.Errorf("flaw %q: the problems are\n\t%s", name, strings.Join(problems, "\n\t"))
		}
	}
}

// TestFloodBodies checks what floods are made of, and that they are JSON of the
// length that they ought to have.
func TestFloodBodies(t *testing.T) {
	all := floods(decodeDouble, doubles())
	var got []string
	for _, f := range all {
		body := string(f.body(floodBytes))
		if _, err := parse(body); err != nil || len(body) < floodBytes-100 || len(body) > 2*floodBytes {
			t.Errorf("%s: %s: %d bytes, %v", f.where(), f.what, len(body), err)
		}
		got = append(got, f.where()+" "+f.what)
	}
	for _, want := range []string{
		" an unknown member", `{"order":{"items": elements {}`, `{"order":{"labels": one key, ""`, `{"order":{"labels": many keys, []`,
		`{"order":{"inside": a known member, 0`, `{"order":{"inside":{"b": elements 0`, ` a known member, {}`,
	} {
		if !slices.Contains(got, want) {
			t.Errorf("there is no flood %q among\n\t%s", want, strings.Join(got, "\n\t"))
		}
	}
}
