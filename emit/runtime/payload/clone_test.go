package payload_test

import (
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestClone changes clones of values that share memory with their copies.
func TestClone(t *testing.T) {
	type order struct {
		Lines []line
		Gift  payload.Opt[[]line]
		Names payload.Map[[]string]
		Extra payload.Members
	}
	was := order{
		Lines: []line{{SKU: "a"}}, Gift: payload.Some([]line{{SKU: "b"}}), Names: payload.Map[[]string]{{Key: "k", Value: []string{"c"}}},
	}
	var any interface{ Missing() } // nil
	if payload.Clone(any) != nil || payload.Clone((*order)(nil)) != nil {
		t.Error("a clone of nil is not nil")
	}
	c := payload.Clone(was)
	if !payload.Equal(c, was) {
		t.Fatalf("the clone is %+v, want %+v", c, was)
	}
	c.Lines[0].SKU, (*c.Gift.Ptr())[0].SKU, c.Names[0].Value[0] = "x", "x", "x"
	p := payload.Clone(&was)
	p.Lines[0].SKU, (*p.Gift.Ptr())[0].SKU, p.Names[0].Value[0] = "x", "x", "x"
	if gift := was.Gift.Or(nil); was.Lines[0].SKU != "a" || gift[0].SKU != "b" || was.Names[0].Value[0] != "c" {
		t.Errorf("a change of the clone shows in %+v", was)
	}
	defer func() {
		if recover() == nil {
			t.Error("Clone does not refuse a Go map")
		}
	}()
	payload.Clone(map[string][]string{})
}
