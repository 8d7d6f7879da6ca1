package names

import "strings"

// Singular returns the Go name of an element of a list with a Go name: LineItem for
// LineItems. A name without a known singular gets the ending Item: DataItem.
func Singular(name string) string {
	for _, r := range []struct{ plural, one string }{
		{"eries", ""},
		{"ies", "y"},
		{"sses", "ss"},
		{"shes", "sh"},
		{"ches", "ch"},
		{"xes", "x"},
		{"uses", "us"},
		{"ss", ""},
		{"us", ""},
		{"is", ""},
		{"s", ""},
	} {
		before, ok := strings.CutSuffix(name, r.plural)
		if !ok {
			continue
		}
		if r.one == "" && r.plural != "s" || before == "" {
			break
		}
		return before + r.one
	}
	return name + "Item"
}
