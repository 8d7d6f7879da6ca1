package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestNothingReadsAsValue decodes bodies that lack what every delivery has: with null and
// without members. Each archive of testdata/presence has the bodies of one platform: a file
// is named like a topic and its fields that are read, and holds the body. What the fields
// read as, the mismatches and the verdict of a strict decoder are the file "result".
//
// Whatever is missing, no delivery is lost, and the event encodes to what came.
func TestNothingReadsAsValue(t *testing.T) {
	golden.RunIn(t, "testdata/presence", func(t *testing.T, a *golden.Archive) {
		decode, ok := decoders[a.Name]
		if !ok {
			t.Fatalf("there is no platform %s", a.Name)
		}
		var b strings.Builder
		for _, f := range a.Inputs(func(name string) bool { return name != "result" }) {
			words, body := strings.Fields(f.Name), strings.TrimSuffix(string(f.Data), "\n")
			fmt.Fprintf(&b, "%s %s\n", words[0], body)
			e, err := decode(words[0], body, false)
			if err != nil {
				fmt.Fprintf(&b, "\t%v\n", err)
				continue
			}
			for _, path := range words[1:] {
				fmt.Fprintf(&b, "\t%s: %s\n", path, readField(t, e, path))
			}
			for _, m := range e.Mismatches() {
				fmt.Fprintf(&b, "\t%v\n", m)
			}
			checkStrict(t, f.Name, e, func() error { _, err := decode(words[0], body, true); return err })
			checkComesBack(t, body, e)
		}
		a.Require(t, "result", b.String())
	})
}

// presentEvent is what TestNothingReadsAsValue asks of an event of any platform.
type presentEvent interface {
	Mismatches() []payload.Mismatch
	AppendJSON(b []byte) []byte
}

// decoders decode a body of a topic of each platform.
var decoders = map[string]func(topic, body string, strict bool) (presentEvent, error){
	"fecify": func(topic, body string, strict bool) (presentEvent, error) {
		d := fecify.Decoder{Strict: strict}
		return d.Decode(fecify.Topic(topic), []byte(body))
	},
	"shoplazza": func(topic, body string, strict bool) (presentEvent, error) {
		d := shoplazza.Decoder{Strict: strict}
		return d.Decode(shoplazza.Topic(topic), []byte(body))
	},
	"shopline": func(topic, body string, strict bool) (presentEvent, error) {
		d := shopline.Decoder{Strict: strict}
		return d.Decode(shopline.Topic(topic), []byte(body))
	},
	"shoptop": func(topic, body string, strict bool) (presentEvent, error) {
		d := shoptop.Decoder{Strict: strict}
		return d.Decode(shoptop.Topic(topic), []byte(body))
	},
}

// readField returns what a field of an event reads as, such as Order.TotalPrice, and
// whether its struct says that its member was absent or null.
func readField(t *testing.T, e presentEvent, path string) string {
	t.Helper()
	v, presence := reflect.ValueOf(e).Elem(), ""
	for name := range strings.SplitSeq(path, ".") {
		field, ok := v.Type().FieldByName(name)
		if !ok {
			t.Fatalf("%T has no field %s", e, path)
		}
		extra := v.FieldByName("Extra").Interface().(payload.Members)
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		presence = ""
		if raw, has := extra.Get(key); has {
			presence = ", " + raw.String()
		} else if extra.Absent(key) {
			presence = ", absent"
		}
		v = v.FieldByName(name)
	}
	switch x := v.Interface().(type) {
	case payload.Number:
		if r, ok := x.Rat(); ok {
			return r.RatString() + presence
		}
		return "not a number" + presence
	case string:
		return fmt.Sprintf("%q%s", x, presence)
	case int64:
		return fmt.Sprintf("%d%s", x, presence)
	}
	return v.Kind().String() + presence
}

// checkStrict checks that a strict decoder refuses what has mismatches, and nothing else.
func checkStrict(t *testing.T, name string, e presentEvent, strictly func() error) {
	t.Helper()
	var strict *payload.MismatchError
	err := strictly()
	if len(e.Mismatches()) == 0 && err == nil {
		return
	}
	if !errors.As(err, &strict) || !reflect.DeepEqual(strict.Mismatches, e.Mismatches()) {
		t.Errorf("%s: a strict decoder returns %v, want the mismatches %v", name, err, e.Mismatches())
	}
}

// checkComesBack checks that an event encodes to the value of its body.
func checkComesBack(t *testing.T, body string, e presentEvent) {
	t.Helper()
	var was, is any
	encoded := e.AppendJSON(nil)
	if json.Unmarshal([]byte(body), &was) != nil || json.Unmarshal(encoded, &is) != nil || !reflect.DeepEqual(was, is) {
		t.Errorf("%s comes back as %s", body, encoded)
	}
}

// Example_presence tells absent, null and zero apart, for a field of each kind.
func Example_presence() {
	for _, body := range []string{
		`{"order":{}}`,
		`{"order":{"id":null,"total_price":null,"created_at":null,"line_items":null,"note":null}}`,
		`{"order":{"id":"","total_price":0,"created_at":"","line_items":[],"note":""}}`,
	} {
		event, err := shoplazza.Decode(shoplazza.TopicOrdersCreate, []byte(body))
		if err != nil {
			fmt.Println(err)
			continue
		}
		order := event.(*shoplazza.OrderEvent).Order
		_, null := order.Extra.Get("id")
		fmt.Printf("id %q: absent %t, null %t\n", order.ID, order.Extra.Absent("id"), null)
		total, ok := order.TotalPrice.Rat()
		fmt.Println("total_price:", total, ok)
		_, err = order.CreatedAt.Time()
		fmt.Println("created_at:", err, order.Extra.Absent("created_at"))
		fmt.Println("line_items: nil", order.LineItems == nil, "absent", order.Extra.Absent("line_items"))
	}
	// Output:
	// id "": absent true, null false
	// total_price: <nil> false
	// created_at: payload: the text is absent, null or empty true
	// line_items: nil true absent true
	// id "": absent false, null true
	// total_price: <nil> false
	// created_at: payload: the text is absent, null or empty false
	// line_items: nil true absent false
	// id "": absent false, null false
	// total_price: 0/1 true
	// created_at: payload: the text is absent, null or empty false
	// line_items: nil false absent false
}
