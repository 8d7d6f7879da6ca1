package platform

import (
	"testing"

	"github.com/specimen-go/specimen/infer"
)

// TestShown: a value of an example stands in a comment unless it is personal or secret,
// by the name of its member or by its own form (X2).
func TestShown(t *testing.T) {
	for _, c := range []struct{ path, key, sample, want string }{
		{"OrderEvent/order", "financial_status", `"waiting"`, `"waiting"`},
		{"OrderEvent/order", "currency", `"USD"`, `"USD"`},
		{"OrderEvent/order", "total", `"12.34"`, `"12.34"`},
		{"OrderEvent/order", "count", `3`, `3`},
		{"OrderEvent/order", "created_at", `"2024-05-17T08:30:00Z"`, `"2024-05-17T08:30:00Z"`},
		{"OrderEvent/order", "count", `0`, ""},
		{"OrderEvent/order", "note", `""`, ""},
		{"OrderEvent/order", "status", `"sk_live_4eC39HqLyjWDarjtT1zdp7dc"`, ""},
		{"OrderEvent/order", "status", `"lee@shop.com"`, ""},
		{"OrderEvent/order", "phone", `"+886912345678"`, ""},
		{"OrderEvent/order", "token", `"d41d8cd98f00b204"`, ""},
		{"OrderEvent/order", "password", `"abcdef"`, ""},
		{"OrderEvent/order", "first_name", `"Lee"`, ""},
		{"Customer", "name", `"Lee Wong"`, ""},
		{"OrderEvent/order/customer", "name", `"Lee Wong"`, ""},
		{"OrderEvent/order", "title", `"a text that is too long to stand behind a field"`, ""},
	} {
		f := &infer.Field{Key: c.key, Path: c.path + "/" + c.key, Type: infer.String, Samples: []string{c.sample}}
		all := make(map[string]string)
		shownOf(&infer.Struct{Path: c.path, Fields: []*infer.Field{f}}, all)
		if got := all[f.Path]; got != c.want {
			t.Errorf("%s: %s shows %q, want %q", f.Path, c.sample, got, c.want)
		}
	}
}
