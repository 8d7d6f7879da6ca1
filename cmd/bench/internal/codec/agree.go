package codec

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
)

// Agree checks that all decoders give the same values for every body of a
// corpus, and that all encoders write what was decoded. Ours must moreover write
// a value equal to the body itself, to the digit.
func Agree(c corpus.Corpus) error {
	decoders, encoders := Decoders(c), Encoders()
	for i, body := range c.Bodies {
		ours, base, err := agree(decoders, body, c.TextOnly)
		if err == nil {
			err = agreeEncoders(encoders, body, ours, base)
		}
		if err != nil {
			return fmt.Errorf("%s: payload %d: %w", c.Name(), i, err)
		}
	}
	return nil
}

// agree returns what the decoders Ours and Base give, if all give the same.
func agree(decoders []Decoder, body []byte, textOnly bool) (ours, base any, err error) {
	var want any
	for _, d := range decoders {
		v, err := d.Decode(body)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", d.Name, err)
		}
		switch d.Name {
		case Ours:
			ours = v
		case Base:
			base = v
		default:
			if reflect.DeepEqual(v, base) {
				continue // of the same type, which saves the long way
			}
		}
		got := canonical(reflect.ValueOf(v).Elem())
		if textOnly {
			got = withoutInner(got)
		}
		if want == nil {
			want = got
		}
		if at := differ(got, want, ""); at != "" {
			return nil, nil, fmt.Errorf("%s and %s differ: %s", d.Name, Ours, at)
		}
	}
	return ours, base, nil
}

// agreeEncoders checks encoders of what the decoders Ours and Base gave.
func agreeEncoders(encoders []Encoder, body []byte, ours, base any) error {
	original := exact(body)
	var first []byte // of the peers
	for _, e := range encoders {
		v := ours
		if e.Peer {
			v = base
		}
		text, err := e.Encode(v)
		if err != nil {
			return fmt.Errorf("%s: %w", e.Name, err)
		}
		at := ""
		switch {
		case !e.Peer:
			at = differ(exact(text), original, "")
		case first == nil:
			first = text
		case !bytes.Equal(text, first):
			at = differ(generic(text), generic(first), "")
		}
		if at != "" {
			return fmt.Errorf("encoding by %s: %s", e.Name, at)
		}
	}
	return nil
}

// exact returns the value of a JSON text with the text of its numbers.
func exact(text []byte) any {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return err.Error()
	}
	return v
}

// withoutInner drops what strings hold that hold JSON.
func withoutInner(v any) any {
	switch x := v.(type) {
	case []any:
		for i := range x {
			x[i] = withoutInner(x[i])
		}
	case map[string]any:
		for key := range x {
			if len(key) > len(" holds") && key[len(key)-len(" holds"):] == " holds" {
				delete(x, key)
				continue
			}
			x[key] = withoutInner(x[key])
		}
	}
	return v
}

// differ returns where two generic values differ, and how, or "".
func differ(got, want any, at string) string {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			break
		}
		keys := map[string]bool{}
		for key := range w {
			keys[key] = true
		}
		for key := range g {
			keys[key] = true
		}
		var sorted []string
		for key := range keys {
			sorted = append(sorted, key)
		}
		sort.Strings(sorted)
		for _, key := range sorted {
			if s := differ(g[key], w[key], at+"/"+key); s != "" {
				return s
			}
		}
		return ""
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			break
		}
		for i := range w {
			if s := differ(g[i], w[i], fmt.Sprintf("%s/%d", at, i)); s != "" {
				return s
			}
		}
		return ""
	}
	if reflect.DeepEqual(got, want) {
		return ""
	}
	return fmt.Sprintf("%s is %v, want %v", at, got, want)
}
