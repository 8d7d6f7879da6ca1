package specs

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// doubts reads texts that say what may be wrong, and that a reviewer removes when it is
// settled. They never reach generated code.
func (r *reader) doubts(n node) []Item {
	var all []Item
	for item := range r.elements(n, `"doubts"`) {
		if text := r.prose(item, "the doubt"); text != "" {
			all = append(all, Item{Text: text, Ref: item.ref})
		}
	}
	r.notEmpty(n, `"doubts"`)
	return all
}

// OpenDoubts returns the doubts that nobody has settled, as notes in the order of the
// spec.
func (p *Platform) OpenDoubts() diagnostic.List {
	var all diagnostic.List
	add := func(doubts []Item) {
		for _, x := range doubts {
			all.Add(diagnostic.New(finding.OpenDoubt, p.At(x.Ref), string(x.Ref),
				"open doubt: "+diagnostic.Printable(x.Text), "compare with the document, correct what is wrong, and remove the line"))
		}
	}
	add(p.Doubts)
	for _, t := range p.Topics {
		add(t.Doubts)
		for _, x := range t.Examples {
			add(x.Doubts)
		}
	}
	for _, d := range p.Documented {
		for _, x := range d.Examples {
			add(x.Doubts)
		}
	}
	return all
}

// lineNumber reads the number of a line, the first being 1.
func (r *reader) lineNumber(n node) int {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!int" && !refused(n.Node) {
		if line, err := strconv.Atoi(n.Value); err == nil && line > 0 && strconv.Itoa(line) == n.Value {
			return line
		}
	}
	r.problem(finding.InvalidValue, n, `"line" is not the number of a line`, "write it as in 12; the first line is 1")
	return 0
}

// digest accepts a SHA-256 in hexadecimal.
func digest(s string) error {
	if !digestPattern.MatchString(s) {
		return broken("is not a SHA-256", "write its 64 digits in lower case, as sha256sum does")
	}
	return nil
}
