package golden

import (
	"reflect"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/infer"
)

// TestReadDecisions reads every key that there is.
func TestReadDecisions(t *testing.T) {
	a := New(txtar.File{Name: "decisions.yaml", Data: []byte(`types:
  Address: {at: [OrderEvent/from, OrderEvent/to], why: because}
fields:
  Address/zip: {type: string, name: PostalCode, required: true, why: so}
enums:
  Status: {at: [OrderEvent/status], values: [on, off], why: documented}
envelope: {members: [id]}
topics:
  orders/create: {name: OrderCreated}
elided:
  Order#a: [/items]
`)})
	want := Decisions{
		Decisions: infer.Decisions{
			Types: []infer.TypeDecision{{
				Name: "Address", Why: "because", Ref: "decisions.yaml:2",
				At: []infer.PathRef{{Path: "OrderEvent/from", Ref: "decisions.yaml:2"}, {Path: "OrderEvent/to", Ref: "decisions.yaml:2"}},
			}},
			Fields: []infer.FieldDecision{{Path: "Address/zip", Type: "string", Name: "PostalCode", Required: true, Why: "so", Ref: "decisions.yaml:4"}},
			Enums: []infer.EnumDecision{{
				Name: "Status", At: []infer.PathRef{{Path: "OrderEvent/status", Ref: "decisions.yaml:6"}},
				Values: []infer.EnumValue{{Text: "on"}, {Text: "off"}}, Why: "documented", Ref: "decisions.yaml:6",
			}},
			Envelope: []infer.EnvelopeMember{{Name: "id", Ref: "decisions.yaml:7"}},
		},
		Topics: map[string]string{"orders/create": "OrderCreated"},
		Elided: map[string][]infer.Elision{"Order#a": {{Pointer: "/items", Ref: "decisions.yaml:11"}}},
	}
	if got := a.ReadDecisions(t); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if got := New().ReadDecisions(t); len(got.Types)+len(got.Fields)+len(got.Enums)+len(got.Envelope) > 0 {
		t.Errorf("an archive without decisions has %+v", got)
	}
}
