package codec

import (
	"path/filepath"
	"reflect"
	"testing"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
)

// root is the folder of the module that holds the generated packages.
var root = filepath.Join("..", "..", "..", "..")

// TestOwnedHasItsOwnBytes: what DecodeOwned gives must be there after Decode of
// the same body, and the other way round, as they are timed on the same bytes.
func TestOwnedHasItsOwnBytes(t *testing.T) {
	for _, s := range corpus.Sources() {
		c, err := corpus.Make(root, s, "var", 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, body := range c.Bodies {
			if cap(body)-len(body) < 64 {
				t.Fatalf("%s: a payload without room behind it", c.Name())
			}
			before := string(body)
			for range 2 {
				if err := Agree(corpus.Corpus{Source: s, Form: "var", Bodies: [][]byte{body}}); err != nil {
					t.Error(err)
				}
			}
			if string(body) != before {
				t.Errorf("%s: decoding changed a payload", c.Name())
			}
		}
	}
}

// TestCanonicalShowsEveryMember changes each scalar of a body in turn, and each
// change must show in what our decoder and encoding/json give.
func TestCanonicalShowsEveryMember(t *testing.T) {
	for _, s := range corpus.Sources() {
		c, err := corpus.Make(root, s, "one", 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range Decoders(c)[:4] {
			plain, err := d.Decode(c.Bodies[0])
			if err != nil {
				t.Fatal(err)
			}
			want := canonical(reflect.ValueOf(plain).Elem())
			changed := 0
			for at, body := range changes(c.Bodies[0]) {
				v, err := d.Decode(body)
				if err != nil {
					continue // a number where the peer's type is a string
				}
				changed++
				if differ(canonical(reflect.ValueOf(v).Elem()), want, "") == "" {
					t.Errorf("%s: %s: a change at byte %d does not show", c.Name(), d.Name, at)
				}
			}
			if changed < 100 {
				t.Errorf("%s: %s: %d changes", c.Name(), d.Name, changed)
			}
		}
	}
}

// changes returns bodies with one more letter in a string or one more digit in
// a number, by the offset of the change.
func changes(body []byte) map[int][]byte {
	all := map[int][]byte{}
	for i := 1; i+1 < len(body); i++ {
		end := body[i] == '"' && body[i-1] != '\\' && (body[i+1] == ',' || body[i+1] == '}') ||
			body[i] >= '0' && body[i] <= '9' && (body[i+1] == ',' || body[i+1] == '}')
		if end {
			all[i] = append(append(append([]byte{}, body[:i]...), '7'), body[i:]...)
		}
	}
	return all
}

func TestAgree(t *testing.T) {
	for _, s := range corpus.Sources() {
		for _, form := range corpus.Forms() {
			c, err := corpus.Make(root, s, form, 40)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(c.Name(), func(t *testing.T) {
				if err := Agree(c); err != nil {
					t.Error(err)
				}
			})
		}
	}
}
