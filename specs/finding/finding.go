// Package finding has the table of everything that specimen can report: errors, warnings
// and notes. Each has a [Rule] with an id, a severity and an explanation.
//
//	specs/acme/orders.yaml:4:5: /topics/orders~1create/evnt: unknown key "evnt" [unknown-key]
//
// Ids are stable. Specs name them under ignore, and tools that read the findings as JSON or
// as annotations group by them. Whatever reports something takes a Rule to construct it:
// a [diagnostic.Diagnostic] and a cause of package infer have no other constructor.
//
// A rule is as narrow as what somebody would accept: two warnings share a rule only if nobody
// would ignore the one and not the other. Errors cannot be ignored, so that a rule such as
// invalid-value may stand for all of its kind; the message says which it is.
//
// These rules are not the ones that decide types; those are in package infer.
//
// [diagnostic.Diagnostic]: https://pkg.go.dev/github.com/specimen-go/specimen/specs/diagnostic#Diagnostic
package finding

// Severity tells errors from warnings and notes.
type Severity int

// An Error makes a run fail, a Warning does not, and a Note is not even a finding. The
// zero value is Error.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns "error", "warning" or "note".
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// Rule is what a finding reports. The zero value is not a rule.
type Rule int

// String returns the id of the rule, lower-case words joined by dashes.
func (r Rule) String() string { return table[r].id }

// Severity returns how severe the findings of the rule are.
func (r Rule) Severity() Severity { return table[r].severity }

// Ignorable reports whether an entry of ignore can name the rule.
func (r Rule) Ignorable() bool { return table[r].ignorable }

// Text returns what the findings of the rule have in common, in a sentence or two.
func (r Rule) Text() string { return table[r].text }

// Rules returns all rules, in parts with a title each.
func Rules() []Part {
	var all []Part
	for r := Rule(1); int(r) < len(table); r++ {
		if title, ok := parts[r]; ok {
			all = append(all, Part{Title: title})
		}
		last := &all[len(all)-1]
		last.Rules = append(last.Rules, r)
	}
	return all
}

// Part is rules about one subject.
type Part struct {
	Title string
	Rules []Rule
}

// ByID returns the rule with an id, and false where there is none.
func ByID(id string) (Rule, bool) {
	for r := Rule(1); int(r) < len(table); r++ {
		if table[r].id == id {
			return r, true
		}
	}
	return 0, false
}

// IDs returns the ids of all rules, in the order of the table.
func IDs() []string {
	var all []string
	for _, row := range table[1:] {
		all = append(all, row.id)
	}
	return all
}
