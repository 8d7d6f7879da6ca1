package emit

import (
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
)

// TestRemarkOfNothing: a line without a text about it ends without a comment.
func TestRemarkOfNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n", "\u200b"} {
		f := jen.NewFile("p")
		f.Const().Id("A").Op("=").Lit(1).Add(remark(text))
		if got := f.GoString(); strings.HasSuffix(strings.TrimSpace(got), "//") {
			t.Errorf("%q: got %q", text, got)
		}
	}
	f := jen.NewFile("p")
	f.Const().Id("A").Op("=").Lit(1).Add(remark("It is."))
	if got := f.GoString(); !strings.HasSuffix(got, "A = 1 // It is.\n") {
		t.Errorf("got %q", got)
	}
}
