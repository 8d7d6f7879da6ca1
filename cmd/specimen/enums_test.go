package main

import (
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// TestIntegerEnum checks what an enum of integers takes: what an int64 takes. It keeps a
// value that it does not know.
func TestIntegerEnum(t *testing.T) {
	for _, c := range []struct {
		json       string
		want       shoptop.InventoryPolicy
		known      bool
		text       string
		mismatches int
	}{
		{`1`, shoptop.InventoryPolicyDeny, true, "Deny", 0},
		{`2.0`, shoptop.InventoryPolicyContinue, true, "Continue", 0},
		{`3e0`, shoptop.InventoryPolicyUnpublish, true, "Unpublish", 0},
		{`9`, 9, false, "9", 0},
		{`-9`, -9, false, "-9", 0},
		{`"3"`, shoptop.InventoryPolicyUnpublish, true, "Unpublish", 1},
		{`1.5`, 0, false, "0", 1},
		{`"deny"`, 0, false, "0", 1},
		{`true`, 0, false, "0", 1},
		{`null`, 0, false, "0", 0},
	} {
		body := `{"inventoryPolicy":` + c.json + `}`
		event, err := shoptop.Decode(shoptop.TopicProductsUpdate, []byte(body))
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		got, mismatches := event.(*shoptop.ProductEvent).InventoryPolicy, misfits(event, "/inventoryPolicy")
		if got != c.want || got.Known() != c.known || got.String() != c.text || mismatches != c.mismatches {
			t.Errorf("%s: got %d, %t, %s, %d mismatches; want %d, %t, %s, %d",
				body, int64(got), got.Known(), got, mismatches, int64(c.want), c.known, c.text, c.mismatches)
		}
		if again := string(event.AppendJSON(nil)); again != body {
			t.Errorf("%s: encoded as %s", body, again)
		}
	}
}

// TestStringEnum checks that an enum of strings keeps what it does not know.
func TestStringEnum(t *testing.T) {
	for _, c := range []struct {
		json       string
		want       shoptop.OrderStatus
		known      bool
		mismatches int
	}{
		{`"placed"`, shoptop.OrderStatusPlaced, true, 0},
		{`"Placed"`, "Placed", false, 0},
		{`""`, "", false, 0},
		{`7`, "7", false, 1},
	} {
		body := `{"orderStatus":` + c.json + `}`
		event, err := shoptop.Decode(shoptop.TopicOrdersUpdate, []byte(body))
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		got, mismatches := event.(*shoptop.OrderEvent).OrderStatus, misfits(event, "/orderStatus")
		if got != c.want || got.Known() != c.known || mismatches != c.mismatches {
			t.Errorf("%s: got %q, %t, %d mismatches; want %q, %t, %d", body, got, got.Known(), mismatches, c.want, c.known, c.mismatches)
		}
		if again := string(event.AppendJSON(nil)); again != body {
			t.Errorf("%s: encoded as %s", body, again)
		}
	}
}

// misfits returns the number of mismatches at a path. The bodies of these tests lack members
// that are required, which are mismatches elsewhere.
func misfits(event payload.Event, path string) int {
	n := 0
	for _, m := range event.Mismatches() {
		if m.Path == path {
			n++
		}
	}
	return n
}
