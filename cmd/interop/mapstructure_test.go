package interop

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/go-viper/mapstructure/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/specimen-go/specimen/generated/payload"
)

// byJSON is the hook with which mapstructure takes the types of generated packages for what
// they are in JSON.
func byJSON(from, to reflect.Value) (any, error) {
	if m, ok := from.Interface().(json.Marshaler); ok && to.Kind() == reflect.Map {
		text, err := m.MarshalJSON()
		if err != nil {
			return nil, err
		}
		d := json.NewDecoder(bytes.NewReader(text))
		d.UseNumber()
		var v any
		err = d.Decode(&v)
		return v, err
	}
	if to.CanAddr() {
		if u, ok := to.Addr().Interface().(json.Unmarshaler); ok && from.Type() != to.Type() {
			text, err := json.Marshal(from.Interface())
			if err != nil {
				return nil, err
			}
			err = u.UnmarshalJSON(text)
			return to.Interface(), err
		}
	}
	return from.Interface(), nil
}

// fromMap decodes what JSON is in Go without types, as a reader of configurations has it.
func fromMap(from, into any) error {
	d, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{DecodeHook: byJSON, DecodeNil: true, TagName: "json", Result: into})
	if err != nil {
		return err
	}
	return d.Decode(from)
}

func throughMapstructure(from, into any) error {
	if reflect.ValueOf(from).Elem().IsZero() {
		return nil // a member that is absent is not in the map
	}
	if extra, ok := from.(*payload.Members); ok { // which comes with its struct
		*into.(*payload.Members) = *extra
		return nil
	}
	text, err := json.Marshal(from)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return err
	}
	return fromMap(v, into)
}

// mapstructureEvent makes a map of an event, and an event of the map.
func mapstructureEvent(t *testing.T, d delivery) {
	var m map[string]any
	if err := fromMap(d.event, &m); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tree(t, []byte(d.body)), any(m)); diff != "" {
		t.Errorf("the body differs from the map:\n%s", diff)
	}
	again := d.fresh()
	if err := fromMap(m, again); err != nil || !payload.Equal(again, d.event) {
		t.Errorf("the event comes back as another one: %v\n%s", err, cmp.Diff(d.event, again))
	}
}

// held has a field of each type of package payload that holds what a map may have.
type held struct {
	Opt    payload.Opt[*part]          `json:"opt"`
	OptOf  payload.Opt[string]         `json:"opt_of"`
	Or     payload.Or[part]            `json:"or"`
	JSON   payload.JSON[part]          `json:"json"`
	Value  payload.Value               `json:"value"`
	Number payload.Number              `json:"number"`
	Map    payload.Map[payload.Number] `json:"map"`
	Extra  payload.Members             `json:"-"`
}

type part struct {
	Name string `json:"name"`
}

// TestMapstructureAlone pins what mapstructure does without the hook. A scalar and a Map are
// refused. An object for a struct without exported fields is dropped, unless ErrorUnused is
// set. A struct that becomes a map has empty maps for such fields, which no option refuses,
// and no method of theirs: package mapstructure has an interface for the other way only.
func TestMapstructureAlone(t *testing.T) {
	for _, c := range []struct {
		text           string
		alone, checked string // part of the error; "" is none
	}{
		{`{"opt": {"name": "x"}}`, "", "'opt' has invalid keys: name"},
		{`{"or": {"name": "x"}}`, "", "'or' has invalid keys: name"},
		{`{"json": {"name": "x"}}`, "", "'json' has invalid keys: name"},
		{`{"value": {"name": "x"}}`, "", "'value' has invalid keys: name"},
		{`{"opt_of": "x"}`, "expected a map or struct", "expected a map or struct"},
		{`{"or": "x"}`, "expected a map or struct", "expected a map or struct"},
		{`{"json": "{}"}`, "expected a map or struct", "expected a map or struct"},
		{`{"value": [1]}`, "expected a map or struct", "expected a map or struct"},
		{`{"number": 1}`, "expected a map or struct", "expected a map or struct"},
		{`{"map": {"a": 1}}`, "must be an array or slice", "must be an array or slice"},
	} {
		for _, unused := range []bool{false, true} {
			want := map[bool]string{false: c.alone, true: c.checked}[unused]
			var into held
			d, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{TagName: "json", ErrorUnused: unused, Result: &into})
			if err != nil {
				t.Fatal(err)
			}
			err = d.Decode(tree(t, []byte(c.text)))
			if want == "" && (err != nil || !reflect.ValueOf(into).IsZero()) || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
				t.Errorf("%s, ErrorUnused %t: %+v %v, want the error %q", c.text, unused, into, err, want)
			}
		}
	}

	from := held{Opt: payload.Some(&part{"x"}), OptOf: payload.Some("x"), Number: payload.Num(1)}
	into := make(map[string]any)
	d, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{TagName: "json", ErrorUnused: true, Result: &into})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Decode(from); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"opt", "opt_of", "or", "json", "value", "number"} {
		if diff := cmp.Diff(map[string]any{}, into[name]); diff != "" {
			t.Errorf("%s becomes something else than an empty map:\n%s", name, diff)
		}
	}
}
