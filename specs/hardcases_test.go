package specs

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// panics is an input on which the YAML library panics.
type panics struct{}

func (panics) Read([]byte) (int, error) { panic("a fault of the library") }

// TestLibraryPanics checks that a panic of the YAML library is an error of the file
// (Y31).
func TestLibraryPanics(t *testing.T) {
	if _, err := next(yaml.NewDecoder(panics{})); err == nil || !strings.Contains(err.Error(), "internal error of the YAML library") {
		t.Errorf("error %v", err)
	}
}
