package infer

import (
	"fmt"
	"strings"
)

// PrintProblems returns a line for each problem.
func PrintProblems(problems []Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(printWhere(p.Where))
		for _, w := range p.Also {
			b.WriteString(" (" + printWhere(w) + ")")
		}
		if p.Warning() {
			b.WriteString(": warning")
		}
		b.WriteString(": ")
		if p.Path != "" {
			b.WriteString(p.Path + ": ")
		}
		b.WriteString(p.Message())
		if p.Hint() != "" {
			b.WriteString("; hint: " + p.Hint())
		}
		b.WriteString(" [" + p.Rule().String() + "]\n")
	}
	return b.String()
}

func printWhere(w Where) string {
	if w.Example != "" {
		return fmt.Sprintf("%s:%d", w.Example, w.Offset)
	}
	return string(w.Ref)
}
