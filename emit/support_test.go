package emit_test

import (
	"bytes"
	"go/format"
	"testing"

	"github.com/specimen-go/specimen/emit"
)

// TestSupportIsFormatted checks that gofmt changes nothing in the run-time support, wherever
// the import path of the output folder is in the order of imports.
func TestSupportIsFormatted(t *testing.T) {
	t.Parallel()
	for _, base := range []string{"a", "example.com/shop/generated", "mime", "github.com/specimen-go/specimen/generated", "zoo.example/z-z"} {
		for _, f := range emit.Support(base) {
			formatted, err := format.Source(f.Data)
			if err != nil || !bytes.Equal(formatted, f.Data) {
				t.Errorf("%s below %s: %v", f.Name, base, err)
			}
		}
	}
}
