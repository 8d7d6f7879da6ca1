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
)

// TestNothingReadsAsValue checks that an event without its object is a mismatch, an error
// of a strict decoder, and never a lost delivery: it encodes to what came.
func TestNothingReadsAsValue(t *testing.T) {
	type event interface {
		Mismatches() []payload.Mismatch
		AppendJSON(b []byte) []byte
	}
	decode := map[string]func(strict bool, body string) (event, error){
		"fecify": func(strict bool, body string) (event, error) {
			d := fecify.Decoder{Strict: strict}
			return d.Decode(fecify.TopicProductUpdate, []byte(body))
		},
		"shoplazza": func(strict bool, body string) (event, error) {
			d := shoplazza.Decoder{Strict: strict}
			return d.Decode(shoplazza.TopicOrdersCreate, []byte(body))
		},
		"shopline": func(strict bool, body string) (event, error) {
			d := shopline.Decoder{Strict: strict}
			return d.Decode(shopline.TopicOrderCreate, []byte(body))
		},
		"shoptop": func(strict bool, body string) (event, error) {
			d := shoptop.Decoder{Strict: strict}
			return d.Decode(shoptop.TopicCustomersCreate, []byte(body))
		},
	}
	for _, test := range []struct{ platform, body, want string }{
		{"shoplazza", `{}`, "/order: missing, want object (offset 0)"},
		{"shoplazza", `{"order":null}`, "/order: want object, got null (offset 9)"},
		{"shoplazza", `{"order":{"id":"1"}}`, ""},
		{"shopline", `{"event":"Order","merchant_id":"1","topic":"order/create","trace_id":"1","ts":"1"}`, "/resource: missing, want object (offset 0)"},
		{"shopline", `{"event":"Order","merchant_id":"1","topic":"order/create","trace_id":"1","ts":"1","resource":null}`, "/resource: want object, got null (offset 93)"},
		{"shopline", `{"resource":{"_id":"1","id":"1"}}`, "/event: missing, want string (offset 0); /merchant_id: missing, want string (offset 0); " +
			"/topic: missing, want string (offset 0)"},
		{"shoptop", `{}`, "/customer: missing, want object (offset 0)"},
		{"shoptop", `{"customer":null}`, "/customer: want object, got null (offset 12)"},
		{"fecify", `{"event_type":8,"event_note":"","product_info":{}}`, "/product_info/id: missing, want integer (offset 47)"},
		{
			"fecify", `{"event_note":null,"product_info":{"id":null}}`,
			"/event_type: missing, want integer (offset 0); /event_note: want string, got null (offset 14); /product_info/id: want integer, got null (offset 40)",
		},
	} {
		e, err := decode[test.platform](false, test.body)
		if err != nil {
			t.Errorf("%s, %s: %v", test.platform, test.body, err)
			continue
		}
		var texts []string
		for _, m := range e.Mismatches() {
			texts = append(texts, m.String())
		}
		if got := strings.Join(texts, "; "); got != test.want {
			t.Errorf("%s, %s: got %q, want %q", test.platform, test.body, got, test.want)
		}
		var was, is any
		encoded := e.AppendJSON(nil)
		if json.Unmarshal([]byte(test.body), &was) != nil || json.Unmarshal(encoded, &is) != nil || !reflect.DeepEqual(was, is) {
			t.Errorf("%s, %s comes back as %s", test.platform, test.body, encoded)
		}
		var strict *payload.MismatchError
		if _, err := decode[test.platform](true, test.body); errors.As(err, &strict) != (test.want != "") {
			t.Errorf("%s, %s: a strict decoder returns %v", test.platform, test.body, err)
		}
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
	// created_at: payload: the Timestamp is absent, null or empty true
	// line_items: nil true absent true
	// id "": absent false, null true
	// total_price: <nil> false
	// created_at: payload: the Timestamp is absent, null or empty false
	// line_items: nil true absent false
	// id "": absent false, null false
	// total_price: 0/1 true
	// created_at: payload: the Timestamp is absent, null or empty false
	// line_items: nil false absent false
}
