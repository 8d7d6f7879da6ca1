package jsontext_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// addTexts seeds a fuzz target with texts that are JSON, or nearly.
func addTexts(f *testing.F) {
	for _, c := range accepted {
		f.Add([]byte(c.text))
	}
	for _, c := range rejected {
		if len(c.text) < 1000 {
			f.Add([]byte(c.text))
		}
	}
	for _, c := range undecided {
		f.Add([]byte(c.text))
	}
	f.Add([]byte(sampleText))
}

// FuzzScanner compares the Scanner with encoding/json: the same texts are JSON,
// with the same values. An error stands at the first byte that is wrong, so
// that the text before it is cut short at worst.
func FuzzScanner(f *testing.F) {
	addTexts(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		r := jsontext.NewScanner(text)
		got, _ := readTree(&r)
		err := r.Done()
		var limit *jsontext.LimitError
		if errors.As(err, &limit) {
			return
		}
		if valid := json.Valid(text); valid != (err == nil) {
			t.Fatalf("%q: %v, but valid for encoding/json: %t", text, err, valid)
		}
		skip := jsontext.NewScanner(text)
		skip.Skip()
		if !reflect.DeepEqual(skip.Done(), err) {
			t.Errorf("%q: read with %v, skipped with %v", text, err, skip.Done())
		}
		if err == nil {
			if want := standardTree(t, string(text)); !reflect.DeepEqual(got, want) {
				t.Errorf("%q: read %#v, want %#v", text, got, want)
			}
			checkRawValue(t, string(text), got)
			return
		}
		var syntax *jsontext.SyntaxError
		if !errors.As(err, &syntax) || syntax.Offset < 0 || syntax.Offset > len(text) {
			t.Fatalf("%q: %#v", text, err)
		}
		before := jsontext.NewScanner(text[:syntax.Offset])
		before.Skip()
		if err := before.Done(); err != nil && (!errors.As(err, &syntax) || syntax.Problem != "unexpected end of JSON") {
			t.Errorf("%q: %v, but %q already: %v", text, r.Done(), text[:syntax.Offset], err)
		}
	})
}

// checkRawValue reads a valid text as a Value, and through its iterators.
func checkRawValue(t *testing.T, text string, want any) {
	v, err := jsontext.ParseValue(text)
	if err != nil || v.Raw() != strings.Trim(text, " \t\r\n") {
		t.Fatalf("%q is parsed to %q %v", text, v.Raw(), err)
	}
	if got := valueTree(v); !reflect.DeepEqual(got, want) {
		t.Errorf("%q: the Value holds %#v, want %#v", text, got, want)
	}
}

// valueTree is readTree for a Value.
func valueTree(v jsontext.Value) any {
	switch v.Kind() {
	case jsontext.KindBoolean:
		b, _ := v.Bool()
		return b
	case jsontext.KindNumber:
		return json.Number(v.Raw())
	case jsontext.KindString:
		s, _ := v.Text()
		return s
	case jsontext.KindArray:
		list := []any{}
		for item := range v.Items() {
			list = append(list, valueTree(item))
		}
		return list
	case jsontext.KindObject:
		object := map[string]any{}
		for name, member := range v.Members() {
			object[name] = valueTree(member)
		}
		return object
	}
	return nil
}
