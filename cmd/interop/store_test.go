package interop

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/vmihailenco/msgpack/v5"
	"gopkg.in/yaml.v3"
)

// tree returns a text as encoding/json understands it, numbers as their text.
func tree(t *testing.T, text []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}

func jsonEvent(t *testing.T, d delivery) {
	text, err := json.Marshal(d.event)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tree(t, []byte(d.body)), tree(t, text)); diff != "" {
		t.Errorf("the body differs from what the event encodes as:\n%s", diff)
	}
	again := d.fresh()
	if err := json.Unmarshal(text, again); err != nil || !payload.Equal(again, d.event) {
		t.Errorf("the event comes back as another one: %v\n%s", err, cmp.Diff(d.event, again))
	}
}

// A way stores the value that from points to, and reads it again into the variable that into
// points to.
type way func(from, into any) error

// event checks an event by a way.
func event(through way, check func(t *testing.T, d delivery, again payload.Event, err error)) func(*testing.T, delivery) {
	return func(t *testing.T, d delivery) {
		again := d.fresh()
		err := through(d.event, again)
		check(t, d, again, err)
	}
}

// sameEvent requires that an event comes back with its topic, and encodes as its body.
func sameEvent(t *testing.T, d delivery, again payload.Event, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
		return
	}
	if again.TopicName() != d.event.TopicName() {
		t.Errorf("its topic comes back as %q", again.TopicName())
	}
	if !payload.Equal(d.event, again) {
		t.Errorf("it comes back as another one:\n%s", cmp.Diff(d.event, again))
	}
	if diff := cmp.Diff(tree(t, []byte(d.body)), tree(t, again.AppendJSON(nil))); diff != "" {
		t.Errorf("the body differs from what it encodes as:\n%s", diff)
	}
}

// fields checks each field of an event by a way.
func fields(through way, check func(t *testing.T, from, into any, err error)) func(*testing.T, delivery) {
	return func(t *testing.T, d delivery) {
		for name, field := range fieldsOf(d.event) {
			into := reflect.New(field.Type())
			err := through(field.Addr().Interface(), into.Interface())
			if check(t, field.Addr().Interface(), into.Interface(), err); t.Failed() {
				t.Errorf("in the field %s", name)
				return
			}
		}
	}
}

// fieldsOf returns the fields of an event, without that of its delivery.
func fieldsOf(event payload.Event) map[string]reflect.Value {
	v := reflect.ValueOf(event).Elem()
	all := make(map[string]reflect.Value)
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.Name != "EventDelivery" {
			all[f.Name] = v.Field(i)
		}
	}
	return all
}

// same requires that what comes back is the same, and encodes as the same JSON.
func same(t *testing.T, from, into any, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
		return
	}
	if !payload.Equal(from, into) {
		t.Errorf("it comes back as another value:\n%s", cmp.Diff(from, into))
	}
	before, err := json.Marshal(from)
	after, err2 := json.Marshal(into)
	if err := errors.Join(err, err2); err != nil {
		t.Error(err)
	} else if diff := cmp.Diff(tree(t, before), tree(t, after)); diff != "" {
		t.Errorf("it comes back as other JSON:\n%s", diff)
	}
}

// sameButNil is same for a tool that does not tell nil lists from empty ones. The tool may
// refuse a value with an error that has one of some words.
func sameButNil(refusals ...string) func(t *testing.T, from, into any, err error) {
	return func(t *testing.T, from, into any, err error) {
		t.Helper()
		refused := func(words string) bool { return strings.Contains(err.Error(), words) }
		if err != nil {
			if !slices.ContainsFunc(refusals, refused) {
				t.Error(err)
			}
		} else if diff := cmp.Diff(from, into, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("it comes back as another value:\n%s", diff)
		}
	}
}

func throughJSON(from, into any) error {
	if reflect.ValueOf(from).Elem().IsZero() {
		return nil // a member that is absent is not in the object
	}
	text, err := json.Marshal(from)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

func throughGob(from, into any) error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(from); err != nil {
		return err
	}
	return gob.NewDecoder(&b).Decode(into)
}

func throughYAML(from, into any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	text, err := yaml.Marshal(from)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(text, into)
}

func throughMsgpack(from, into any) error {
	b, err := msgpack.Marshal(from)
	if err != nil {
		return err
	}
	return msgpack.Unmarshal(b, into)
}
