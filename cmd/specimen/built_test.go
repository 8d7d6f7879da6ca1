package main

import (
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shopline"
)

// TestBuilt encodes events that are built by hand: what was set is written.
func TestBuilt(t *testing.T) {
	order := func(set func(*shopline.Order)) *shopline.OrderEvent {
		event := &shopline.OrderEvent{EventDelivery: shopline.TopicOrderCreate.Delivery()}
		set(&event.Resource)
		return event
	}
	zero := payload.Value(payload.Num(0))
	for _, test := range []struct {
		event payload.Event
		want  string
	}{
		{&shopline.OrderEvent{}, `{}`},
		{order(func(*shopline.Order) {}), `{}`},
		{order(func(o *shopline.Order) { o.ID, o.OrderNumber = "7", "n1" }), `{"resource":{"id":"7","order_number":"n1"}}`},
		{order(func(o *shopline.Order) { o.OrderPoints = 0; o.Extra.Set("order_points", zero) }), `{"resource":{"order_points":0}}`},
		{order(func(o *shopline.Order) { o.Extra.Set("new", zero) }), `{"resource":{"new":0}}`},
		{order(func(o *shopline.Order) { o.Extra.Set("new", zero); o.Extra.Delete("new") }), `{}`},
		{order(func(o *shopline.Order) { o.Items = []shopline.OrderItem{{}} }), `{"resource":{"subtotal_items":[{}]}}`},
		{order(func(o *shopline.Order) { o.Items = []shopline.OrderItem{} }), `{"resource":{"subtotal_items":[]}}`},
		{shopline.Topic("new").New(), `null`},
	} {
		if got := string(test.event.AppendJSON(nil)); got != test.want {
			t.Errorf("%v encodes to %s, want %s", test.event, got, test.want)
		}
	}
	event, err := shopline.Decode(shopline.TopicOrderCreate, []byte(`{"resource":{"order_points":0,"id":""}}`))
	if err != nil {
		t.Fatal(err)
	}
	built := &shopline.OrderEvent{Resource: event.(*shopline.OrderEvent).Resource}
	if got, want := string(built.AppendJSON(nil)), `{"resource":{"id":"","order_points":0}}`; got != want {
		t.Errorf("a decoded order in an event that is built by hand encodes to %s, want %s", got, want)
	}
}
