package wire_test

import (
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestUnsetAgain checks that a value which is there, though not exact, is not
// taken for one that was left unset, as the one before it was.
func TestUnsetAgain(t *testing.T) {
	r := reader(`[[], "\ud800", [], 5.0, [], "5", [], 12, [], 1e0]`)
	var (
		a jsontext.Array
		s payload.Opt[string]
		i payload.Opt[int64]
		f payload.Opt[float64]
	)
	read := []struct {
		exact func() bool
		got   func() string
		want  string
	}{
		{func() bool { return readAt(&r, &s, wire.OptString) }, func() string { return showOpt(s) }, "\ufffd"},
		{func() bool { return readAt(&r, &i, wire.OptInt) }, func() string { return showOpt(i) }, "5"},
		{func() bool { return readAt(&r, &i, wire.OptInt) }, func() string { return showOpt(i) }, "5"},
		{func() bool { return readAt(&r, &s, wire.OptString) }, func() string { return showOpt(s) }, "12"},
		{func() bool { return readAt(&r, &f, wire.OptFloat) }, func() string { return showOpt(f) }, "1"},
	}
	r.Array(&a)
	for _, step := range read {
		for _, want := range []string{"absent", step.want} {
			r.Item(&a)
			if exact := step.exact(); exact || step.got() != want {
				t.Errorf("read %s, exact %t, want %s", step.got(), exact, want)
			}
		}
	}
	if r.Item(&a) || r.Done() != nil {
		t.Errorf("%v", r.Done())
	}
}

func TestHalfNull(t *testing.T) {
	r := reader(`nul`)
	if r.Null() {
		t.Error("nul is a null")
	}
	b := true
	r = reader(`tru`)
	if r.Bool(&b); b {
		t.Error("tru is true")
	}
	r = newCursor([]byte(`[[]]`), wire.Limits{MaxDepth: 1})
	if r.Skip(); r.Done() == nil {
		t.Error("two levels are no more than one")
	}
	if r.Kind() != payload.KindAbsent || r.Offset() != 4 {
		t.Errorf("the cursor is at offset %d after an error", r.Offset())
	}
	r = newCursor([]byte(`{"a":{},"b":[],"c":{"d":1},"e":[2]}`), wire.Limits{MaxDepth: 2})
	if r.Skip(); r.Done() != nil {
		t.Errorf("what stands side by side: %v", r.Done())
	}
	r = newCursor([]byte(`10`), wire.Limits{MaxBytes: 1})
	if r.Skip(); r.Done() == nil {
		t.Error("two bytes are no more than one")
	}
}
