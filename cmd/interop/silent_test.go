package interop

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
)

// secret is a value of the body that the events of this file decode.
const secret = "lee@acme.test"

func secretEvent(t *testing.T) *shoplazza.OrderEvent {
	t.Helper()
	event, err := shoplazza.Decode(shoplazza.TopicOrdersPaid, []byte(`{"order":{"email":"`+secret+`"}}`))
	if err != nil {
		t.Fatal(err)
	}
	return event.(*shoplazza.OrderEvent)
}

// TestPrintedInside pins what fmt prints of values that hold events. It calls no methods of
// what is in a field that is not exported: an event there is printed with its values. A
// pointer to it is an address, except with %s, for which fmt shows what does not fit the verb.
func TestPrintedInside(t *testing.T) {
	event := secretEvent(t)
	for _, c := range []struct {
		name   string
		value  any
		silent bool // with %v, %+v and %#v
		text   bool // with %s
	}{
		{"a field", struct{ Event shoplazza.OrderEvent }{*event}, true, true},
		{"a pointer in a field", struct{ Event *shoplazza.OrderEvent }{event}, true, true},
		{"an interface in a field", struct{ Event payload.Event }{event}, true, true},
		{"a list", []payload.Event{event}, true, true},
		{"a list of structs", []shoplazza.OrderEvent{*event}, true, true},
		{"a map", map[string]payload.Event{"a": event}, true, true},
		{"a pointer in an unexported field", struct{ event *shoplazza.OrderEvent }{event}, true, false},
		{"an interface in an unexported field", struct{ event payload.Event }{event}, true, false},
		{"pointers in a list in an unexported field", struct{ events []*shoplazza.OrderEvent }{[]*shoplazza.OrderEvent{event}}, true, false},
		{"an unexported field", struct{ event shoplazza.OrderEvent }{*event}, false, false},
		{"a list in an unexported field", struct{ events []shoplazza.OrderEvent }{[]shoplazza.OrderEvent{*event}}, false, false},
	} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
			want := c.silent
			if format == "%s" {
				want = c.text
			}
			if silent := !strings.Contains(fmt.Sprintf(format, c.value), secret); silent != want {
				t.Errorf("%s, %s: silent is %t, want %t", c.name, format, silent, want)
			}
		}
	}
}

// TestLoggedInside pins what slog writes of values that hold events. It asks an event that is
// the value of an attribute what to write. Of a value that holds events, a TextHandler prints
// what fmt does, but a JSONHandler writes the JSON.
func TestLoggedInside(t *testing.T) {
	event := secretEvent(t)
	list := []payload.Event{event}
	for _, c := range []struct {
		name       string
		value      any
		text, json bool // whether that handler is silent
	}{
		{"event", event, true, true},
		{"group", slog.GroupValue(slog.Any("event", event)), true, true},
		{"list", list, true, false},
		{"field", struct{ Event payload.Event }{event}, true, false},
		{"text of a list", fmt.Sprint(list), true, true},
	} {
		var b bytes.Buffer
		slog.New(slog.NewTextHandler(&b, nil)).Info("received", "events", c.value)
		if silent := !strings.Contains(b.String(), secret); silent != c.text {
			t.Errorf("%s: as text, silent is %t, want %t", c.name, silent, c.text)
		}
		b.Reset()
		slog.New(slog.NewJSONHandler(&b, nil)).Info("received", "events", c.value)
		if silent := !strings.Contains(b.String(), secret); silent != c.json {
			t.Errorf("%s: as JSON, silent is %t, want %t", c.name, silent, c.json)
		}
	}
}

// TestEmbedded pins that a struct that embeds an event has its methods, MarshalJSON included.
func TestEmbedded(t *testing.T) {
	event := secretEvent(t)
	embeds, err := json.Marshal(struct {
		*shoplazza.OrderEvent
		At int
	}{event, 7})
	if err != nil || strings.Contains(string(embeds), `"At"`) {
		t.Errorf("%s %v", embeds, err)
	}
	names, err := json.Marshal(struct {
		Event payload.Event
		At    int
	}{event, 7})
	if want := `{"Event":` + string(embeds) + `,"At":7}`; err != nil || string(names) != want {
		t.Errorf("%s %v, want %s", names, err, want)
	}
}
