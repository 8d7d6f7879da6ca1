package golden

import (
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// Problems returns the text of problems as archives have it: a line each, with the path,
// the message, the hint and the rule, but without the position.
func Problems(problems []infer.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		if p.Warning() {
			b.WriteString("warning: ")
		}
		b.WriteString(p.Path + ": " + p.Message() + "; hint: " + p.Hint() + " [" + p.Rule().String() + "]\n")
	}
	return b.String()
}
