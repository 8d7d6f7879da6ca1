package interop

import (
	"testing"

	"github.com/fxamacker/cbor/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/stretchr/testify/assert"
)

// A refusal is a test that counts what assertions refuse.
type refusal struct{ n int }

func (r *refusal) Errorf(string, ...any) { r.n++ }

// TestTestify pins what testify makes of an event that is built and one that is decoded from
// its text. Equal compares the memory of values, so that the body of the delivery counts; it
// asks no method Equal.
func TestTestify(t *testing.T) {
	built := &shoplazza.OrderDeletedEvent{EventDelivery: shoplazza.TopicOrdersDelete.Delivery(), Order: shoplazza.IDRef{ID: "7"}}
	decoded, err := shoplazza.Decode(built.Topic(), built.AppendJSON(nil))
	if err != nil {
		t.Fatal(err)
	}
	again, err := shoplazza.Decode(built.Topic(), built.AppendJSON(nil))
	if err != nil {
		t.Fatal(err)
	}
	assert.Equal(t, decoded, again)
	assert.True(t, payload.Equal(built, decoded))
	assert.Empty(t, cmp.Diff(shoplazza.Event(built), decoded))
	assert.JSONEq(t, string(built.AppendJSON(nil)), string(decoded.AppendJSON(nil)))
	assert.Zero(t, payload.Number{})
	var r refusal
	assert.Equal(&r, shoplazza.Event(built), decoded)
	assert.Equal(&r, payload.Num("1.0"), payload.Num(1))
	if r.n != 2 {
		t.Errorf("%d of 2 comparisons are refused", r.n)
	}
}

func throughCBOR(from, into any) error {
	b, err := cbor.Marshal(from)
	if err != nil {
		return err
	}
	return cbor.Unmarshal(b, into)
}

// TestCBORFields pins that CBOR is for events, and not for their fields. It heeds the tag
// json:"-" of Extra, and asks a type for its binary form only, unless an option says that it
// may ask for a text.
func TestCBORFields(t *testing.T) {
	var order, back shoplazza.Order
	order.TotalPrice = payload.Num("19.90")
	order.Extra.Set("added", payload.Value(payload.Num(1)))
	if err := throughCBOR(order, &back); err != nil || !back.TotalPrice.IsZero() || back.Extra != nil {
		t.Errorf("it comes back as %+v %v", back, err)
	}
	enc, err := cbor.EncOptions{TextMarshaler: cbor.TextMarshalerTextString}.EncMode()
	if err != nil {
		t.Fatal(err)
	}
	dec, err := cbor.DecOptions{TextUnmarshaler: cbor.TextUnmarshalerTextString}.DecMode()
	if err != nil {
		t.Fatal(err)
	}
	b, err := enc.Marshal(order)
	if err == nil {
		err = dec.Unmarshal(b, &back)
	}
	if err != nil || back.TotalPrice != order.TotalPrice || back.Extra != nil {
		t.Errorf("with texts, it comes back as %+v %v", back, err)
	}
}
