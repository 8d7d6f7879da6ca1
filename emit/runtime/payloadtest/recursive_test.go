package payloadtest

import (
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// branch is a type that holds itself, as generated ones do.
type branch struct {
	N  int64
	Up payload.Opt[*branch]
	Or payload.Or[*branch]
}

// TestPointers holds that values behind pointers are compared and visited like all
// others.
func TestPointers(t *testing.T) {
	tree := func(n int64) *branch {
		return &branch{N: 1, Up: payload.Some(&branch{N: 2, Or: payload.Is(&branch{N: n})})}
	}
	for _, c := range []struct {
		got, want *branch
		found     string
	}{
		{tree(3), tree(3), ""},
		{tree(3), tree(4), "v.Up.value.Or.value.N: got 3, want 4"},
		{tree(3), &branch{N: 1, Up: payload.Some[*branch](nil)}, "v.Up.value: got a value, want nil"},
		{tree(3), &branch{N: 1}, "v.Up.value: got a value, want nil"},
	} {
		var u comparison
		u.compare("v", reflect.ValueOf(*c.got), reflect.ValueOf(*c.want))
		if got := strings.Join(u.found, "; "); c.found == "" && got != "" || !strings.HasPrefix(got, c.found) {
			t.Errorf("got %q, want %q", got, c.found)
		}
	}
	var numbers []int64
	for v := range variables(reflect.ValueOf(tree(3)).Elem()) {
		if v.Kind() == reflect.Int64 {
			numbers = append(numbers, v.Int())
		}
	}
	if !reflect.DeepEqual(numbers, []int64{1, 2, 3}) {
		t.Errorf("visited %v", numbers)
	}
	filled := 0
	for _, v := range values(reflect.ValueOf(tree(3)).Elem().FieldByName("Up")) {
		if value, ok := get(v); ok && value.Type() == reflect.TypeFor[branch]() {
			filled++
		}
	}
	if filled != 1 {
		t.Errorf("%d of its values hold one", filled)
	}
	up := reflect.TypeFor[payload.Opt[*branch]]()
	if got := inner(up); got != reflect.TypeFor[branch]() || kindFor(up) != payload.KindObject {
		t.Errorf("inner is %v", got)
	}
}
