package platform

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// TestSpecTypes holds that the loader and the inference know the same words for
// types, which neither can look up at the other.
func TestSpecTypes(t *testing.T) {
	got, want := strings.Join(specs.FieldTypes(), " "), strings.Join(infer.TypeWords(), " ")
	if got != want {
		t.Errorf("specs has %s, infer has %s", got, want)
	}
}
