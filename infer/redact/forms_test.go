package redact_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/redact"
)

// FuzzForms combines payloads of testdata/corpus inside arrays, objects and strings,
// with other secrets of the same layout. It checks that nothing marked is left, that
// the result is JSON of the same structure, and that redacting it again does not
// change it.
func FuzzForms(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed, seed%2 == 0)
	}
	var secrets, others []string
	for _, list := range lists {
		switch {
		case strings.HasPrefix(list.file, "secret-"):
			secrets = append(secrets, corpus(f, list.file)...)
		case !strings.HasPrefix(list.file, "plain-") && list.file != "delivery" && list.file != "unseen":
			others = append(others, corpus(f, list.file)...)
		}
	}
	f.Fuzz(func(t *testing.T, seed uint64, personal bool) {
		r := rand.New(rand.NewPCG(seed, 1))
		var values, marked []string
		for range 1 + r.IntN(5) {
			line := secrets[r.IntN(len(secrets))]
			if personal && r.IntN(2) == 0 {
				line = others[r.IntN(len(others))]
			} else {
				line = another(r, line)
			}
			text, of := marks(line)
			values, marked = append(values, within(r, text)), append(marked, of...)
		}
		text := "[" + strings.Join(values, ", ") + "]"
		result, err := redact.Redact(text, redact.Options{Personal: personal})
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for _, value := range marked {
			if len(value) >= 6 && strings.Contains(result.Text, value) {
				t.Errorf("%s is still in %s, which was %s", value, result.Text, text)
			}
		}
		if was, is := outline(t, text), outline(t, result.Text); was != is {
			t.Errorf("%s became %s: got the shape %s, want %s", text, result.Text, is, was)
		}
		again, err := redact.Redact(result.Text, redact.Options{Personal: personal})
		if err != nil || again.Text != result.Text {
			t.Errorf("%s became %s, and that %s, %v", text, result.Text, again.Text, err)
		}
	})
}

// another returns a line with other letters and digits at the end of long marked
// values.
func another(r *rand.Rand, line string) string {
	const begin = 24
	out := []byte(line)
	for from, c := range out {
		if c != 0xab || out[from-1] != 0xc2 { // «
			continue
		}
		to := from + strings.IndexByte(line[from:], 0xbb)
		for i := from + begin; i < to-1; i++ {
			switch c := out[i]; {
			case strings.HasSuffix(line[:i], `\`) || strings.Contains(line[i-2:i], "%"): // of an escape
			case '0' <= c && c <= '9':
				out[i] = '0' + byte(r.IntN(10))
			case 'a' <= c && c <= 'f':
				out[i] = 'a' + byte(r.IntN(6))
			case 'g' <= c && c <= 'z':
				out[i] = 'g' + byte(r.IntN(20))
			case 'A' <= c && c <= 'Z':
				out[i] = 'A' + byte(r.IntN(26))
			}
		}
	}
	return string(out)
}

// within returns a JSON text that contains another one.
func within(r *rand.Rand, text string) string {
	switch r.IntN(5) {
	case 0:
		return "[" + text + "]"
	case 1:
		return fmt.Sprintf(`{"a%d": %s}`, r.IntN(9), text)
	case 2:
		quoted, _ := json.Marshal(" " + text)
		return fmt.Sprintf(`{"raw": %s}`, quoted)
	}
	return text
}

// outline returns the kinds of the values of a JSON text in order, and the number of
// names of each object.
func outline(t *testing.T, text string) string {
	t.Helper()
	var x any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&x); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	var of func(x any) string
	of = func(x any) string {
		switch x := x.(type) {
		case []any:
			var all []string
			for _, element := range x {
				all = append(all, of(element))
			}
			return "[" + strings.Join(all, " ") + "]"
		case map[string]any:
			var all []string
			for _, value := range x {
				all = append(all, of(value))
			}
			slices.Sort(all) // names may be others
			return "{" + strings.Join(all, " ") + "}"
		case json.Number:
			return strings.Map(func(c rune) rune {
				if '0' <= c && c <= '9' {
					return '0'
				}
				return c
			}, x.String())
		}
		return fmt.Sprintf("%T", x)
	}
	return of(x)
}
