package corpus

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"testing"
)

// root is the folder of the module that holds the generated packages.
var root = filepath.Join("..", "..", "..", "..")

// each calls f for a small corpus of every source and form.
func each(t *testing.T, f func(*testing.T, Corpus)) {
	for _, s := range Sources() {
		for _, form := range Forms() {
			c, err := Make(root, s, form, 60)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(c.Name(), func(t *testing.T) { f(t, c) })
		}
	}
}

func TestMakeGivesTheSameBytes(t *testing.T) {
	each(t, func(t *testing.T, c Corpus) {
		again, err := Make(root, c.Source, c.Form, 60)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(c.Bodies, again.Bodies) {
			t.Error("two calls of Make differ")
		}
	})
}

// TestFormsHoldTheValuesOfVar reads the forms that change no value back.
func TestFormsHoldTheValuesOfVar(t *testing.T) {
	for _, s := range Sources() {
		plain, err := Make(root, s, "var", 20)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{"text", "shuffled", "pretty", "lines", "escaped"} {
			c, err := Make(root, s, form, 20)
			if err != nil {
				t.Fatal(err)
			}
			same := 0
			for i, body := range c.Bodies {
				if got, want := decode(t, body), decode(t, plain.Bodies[i]); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: payload %d has other values than in var", c.Name(), i)
				}
				if bytes.Equal(body, plain.Bodies[i]) {
					same++
				}
			}
			// Some payloads hold nothing beyond ASCII.
			if form != "text" && same > len(c.Bodies)/2 {
				t.Errorf("%s: %d of %d payloads are those of var", c.Name(), same, len(c.Bodies))
			}
		}
	}
}

func TestVarIsAllDifferent(t *testing.T) {
	for _, s := range Sources() {
		c, err := Make(root, s, "var", 60)
		if err != nil {
			t.Fatal(err)
		}
		seen, lengths := map[string]bool{}, map[int]bool{}
		for _, body := range c.Bodies {
			if seen[string(body)] {
				t.Errorf("%s: the same payload twice", c.Name())
			}
			seen[string(body)] = true
			lengths[len(body)] = true
		}
		if len(lengths) < len(c.Bodies)/2 {
			t.Errorf("%s: %d payloads have %d lengths", c.Name(), len(c.Bodies), len(lengths))
		}
	}
}

// TestCounts holds what the package comment says of the forms, within what
// chance allows.
func TestCounts(t *testing.T) {
	for _, s := range Sources() {
		members := map[string]float64{}
		for _, form := range []string{"var", "sparse", "unknown"} {
			c, err := Make(root, s, form, 200)
			if err != nil {
				t.Fatal(err)
			}
			for _, body := range c.Bodies {
				n, err := parse(body)
				if err != nil {
					t.Fatal(err)
				}
				members[form] += float64(count(n)) / float64(len(c.Bodies))
			}
		}
		// A dropped member takes those inside it along.
		if got := members["sparse"] / members["var"]; got < 0.45 || got > 0.8 {
			t.Errorf("%s: sparse has %.2f of the members of var", s.Platform, got)
		}
		if got := members["unknown"] / members["var"]; got < 1.08 || got > 1.14 {
			t.Errorf("%s: unknown has %.2f of the members of var", s.Platform, got)
		}
	}
}

func count(n *node) int {
	c := len(n.members)
	n.each(func(x *node) { c += count(x) })
	return c
}

// decode returns the value of a body, with the text of its numbers.
func decode(t *testing.T, body []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}
