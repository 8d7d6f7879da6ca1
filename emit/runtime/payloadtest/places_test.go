package payloadtest

import (
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// TestAllEdits checks that every value of an example is edited, in every way
// but far down a long list, where each is edited once and every way has its
// turn.
func TestAllEdits(t *testing.T) {
	item := `{"sku":"k","qty":1,"more":[[]],"unknown":null}`
	root := made(`{"order":{"inside":"{\"a\":1,\"b\":[]}","nothing":{"x":[1]},"items":[` + strings.Repeat(item+",", 99) + item + `]}}`)
	edits := make(map[string][]string)
	for e := range allEdits(root, reflect.TypeFor[orderEvent](), false) {
		path := pointer(e.tokens)
		edits[path] = append(edits[path], e.what)
	}
	ways := make(map[string]bool)
	for _, test := range []struct {
		path string
		want int
	}{
		{"/order", 19},
		{"/order/inside", 27},
		{"/order/inside/a", 22},
		{"/order/inside/b", 18},
		{"/order/nothing/x/0", 15},
		{"/order/items", 19},
		{"/order/items/7", 12},
		{"/order/items/7/qty", 22},
		{"/order/items/7/more/0", 11},
		{"/order/items/8", 1},
		{"/order/items/8/qty", 1},
		{"/order/items/99/more/0", 1},
		{"/order/items/99/unknown", 1},
		{"/order" + "/" + jsonpointer.Escape(unknownName), 2},
		{"/order/inside/" + jsonpointer.Escape(unknownName), 2},
		{"/order/items/99/" + jsonpointer.Escape(unknownName), 1},
	} {
		if got := edits[test.path]; len(got) != test.want {
			t.Errorf("%s is edited in %d ways, want %d: %q", test.path, len(got), test.want, got)
		}
	}
	for path, what := range edits {
		if strings.HasSuffix(path, "/qty") && len(what) == 1 {
			ways[what[0]] = true
		}
	}
	if want := len(edits["/order/items/0/qty"]); len(ways) < want/2 {
		t.Errorf("far down the list a number is edited in %d ways of %d", len(ways), want)
	}
}

// TestAllEditsOfMap checks that a place far down a Map or a Value is edited once,
// as one far down a list is, and one of a struct in every way.
func TestAllEditsOfMap(t *testing.T) {
	root := made(`{` + strings.Repeat(`"k":{"x":1},`, 99) + `"last":{"x":1}}`)
	for _, test := range []struct {
		of   reflect.Type
		once bool
	}{
		{reflect.TypeFor[payload.Map[part]](), true},
		{reflect.TypeFor[payload.Or[payload.Map[part]]](), true},
		{reflect.TypeFor[payload.Value](), true},
		{reflect.TypeFor[part](), false},
	} {
		count := 0
		for e := range allEdits(root, test.of, false) {
			if pointer(e.tokens) == "/last/x" {
				count++
			}
		}
		if (count == 1) != test.once || count == 0 {
			t.Errorf("in a %v /last/x is edited in %d ways", test.of, count)
		}
	}
}

// TestModelOfMap checks that of two entries of a name the last one counts.
func TestModelOfMap(t *testing.T) {
	v := payload.Map[int64]{{Key: "a", Value: 1}, {Key: "b", Value: 2}, {Key: "a", Value: 3}}
	got, ok := model(reflect.ValueOf(v))
	if !ok {
		t.Fatal("there is no model")
	}
	if got, want := string(got.append(nil)), `{"a":3,"b":2}`; got != want {
		t.Errorf("model = %s, want %s", got, want)
	}
}

// TestModelOfTwins checks that an unknown member that came twice is expected twice.
func TestModelOfTwins(t *testing.T) {
	const text = `{"x":1,"a":2,"a":{"a":3}}`
	var p part
	var r wire.Reader
	r.Start([]byte(text), wire.Limits{})
	p.decode(&r, r.Begin(), "")
	got, ok := model(reflect.ValueOf(p))
	if !ok {
		t.Fatal("there is no model")
	}
	if different := encodes([]byte(text), got); different != "" {
		t.Error(different)
	}
	if encodes([]byte(`{"x":1,"a":2}`), got) == "" {
		t.Error("the last of two members may be missing")
	}
}

// labelsEvent is an event whose body is an object used as a map.
type labelsEvent struct {
	EventDelivery
	Payload payload.Map[part]
	Extra   payload.Members `json:"-"`
}

func (v *labelsEvent) AppendJSON(b []byte) []byte { return b }

// TestChangesOfMapRoot checks what is expected of a change in an event whose body
// is a map and was kept as it came: what Value says, as for a list.
func TestChangesOfMapRoot(t *testing.T) {
	const body = `{"1":{"x":1},"2":""}`
	event := &labelsEvent{Payload: payload.Map[part]{{Key: "1", Value: part{X: 1}}, {Key: "2"}}}
	var r wire.Reader
	r.Start([]byte(body), wire.Limits{})
	r.KeepRoot(0, ^len(body), &event.Extra)
	const want = `{"1":{"x":7},"2":{}}`
	for _, p := range placesOf(event, made(body), nil) {
		if pointer(p.tokens) != "/1/x" {
			continue
		}
		base, ok := p.base()
		if !ok {
			t.Fatal("there is no base")
		}
		if different := encodes([]byte(want), base.put(p.tokens, made("7"))); different != "" {
			t.Error(different)
		}
		return
	}
	t.Error("there is no place for /1/x")
}

// TestEditsBelowUnnamed checks that nothing is promised of an edit below a field that no tag
// can name: which member that is, the types do not say, nor whether one in it is required.
func TestEditsBelowUnnamed(t *testing.T) {
	type inner struct {
		ID string `json:"id" payload:"required"`
	}
	type event struct {
		Quote inner // the member is named "
		Plain inner `json:"plain"`
	}
	root := made(`{"\"":{"id":"a"},"plain":{"id":"b"}}`)
	below, named := 0, 0
	for e := range allEdits(root, reflect.TypeFor[event](), false) {
		switch got := e.promised(); pointer(e.tokens) {
		case `/"/id`:
			if below++; got != anything {
				t.Errorf("%s: promised %s mismatches, want %s", e.what, got, anything)
			}
		case "/plain/id":
			if named++; got.most > 1 {
				t.Errorf("%s: promised %s mismatches, want 1 at most", e.what, got)
			}
		}
	}
	if below == 0 || named == 0 {
		t.Errorf("%d edits below the field without a tag, %d below the other", below, named)
	}
}
