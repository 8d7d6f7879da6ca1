package main

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/shoplazza"
)

// TestEventsPrint checks that an event prints as its topic, length and mismatches,
// without its raw body and without values, and that the values of fields print as JSON.
func TestEventsPrint(t *testing.T) {
	body := []byte(`{"order":{"id":"secret-1","note":null,"total_price":"12.50","number":7,"refer_info":{"a":1},"new":[1],
		"sub_total":0,"total_discount":0,"total_tax":0,"total_shipping":0,"code_discount_total":0,"line_item_discount_total":0}}`)
	ev, err := shoplazza.Decode(shoplazza.TopicOrdersCreate, body)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("orders/create (%d bytes; mismatches: ", len(body))
	for _, form := range []string{"%v", "%+v", "%#v", "%s", "%d", "%t", "%-5v"} {
		for _, v := range []any{ev, *ev.(*shoplazza.OrderEvent)} {
			if got := fmt.Sprintf(form, v); !strings.HasPrefix(got, want) || strings.Contains(got, "secret") || len(got) > 200 {
				t.Errorf("%s prints %s, want %s…", form, got, want)
			}
		}
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("delivery", "event", ev)
	if got := log.String(); !strings.Contains(got, fmt.Sprintf(`"event":{"topic":"orders/create","bytes":%d,"mismatches":["/order/number`, len(body))) || strings.Contains(got, "secret") {
		t.Errorf("slog writes %s", got)
	}
	order := fmt.Sprintf("%+v", ev.(*shoplazza.OrderEvent).Order)
	for _, want := range []string{"ID:secret-1", "TotalPrice:12.50", "ReferInfo:{\"a\":1}", `"new":[1]`} {
		if !strings.Contains(order, want) {
			t.Errorf("the order prints as %s, want %s in it", order, want)
		}
	}
}
