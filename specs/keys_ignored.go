package specs

import (
	"slices"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Ignored is warnings that are known and accepted.
type Ignored struct {
	Rule finding.Rule
	At   string // the path of the warnings as they print it, or "" for all of the platform
	Why  string
	Ref  Ref
}

func ignoredKeys() []key[Ignored] {
	return []key[Ignored]{
		{"rule", true, func(r *reader, n node, x *Ignored) { x.Rule = r.ignorable(n) }},
		{"at", false, func(r *reader, n node, x *Ignored) { x.At, _ = r.word(n, "the path", findingPath) }},
		{"why", true, func(r *reader, n node, x *Ignored) { x.Why = r.prose(n, `"why"`) }},
	}
}

// findingPath accepts the path of any finding: what members are called is up to platforms.
func findingPath(s string) error {
	switch {
	case s == "":
		return broken("is empty", "remove the key to ignore the rule everywhere")
	case len(s) > maxProse:
		return broken("is too long (limit: 2,000 bytes)", "")
	}
	return nil
}

// readIgnored reads the warnings that are accepted.
func readIgnored(r *reader, n node, p *Platform) {
	for item := range r.elements(n, `"ignore"`) {
		x := Ignored{Ref: item.ref}
		if !readObject(r, item, "the entry", "a mapping like {rule: redundant-decision, at: …, why: …}", ignoredKeys(), &x) || x.Rule == 0 {
			continue
		}
		if i := slices.IndexFunc(p.Ignored, func(y Ignored) bool { return x.Rule == y.Rule && x.At == y.At }); i >= 0 {
			r.duplicate(item, "rule", x.Rule.String(), p.Ignored[i].Ref)
			continue
		}
		p.Ignored = append(p.Ignored, x)
	}
	r.notEmpty(n, `"ignore"`)
}

// ignorable reads the id of a rule that can be ignored. After a problem it returns 0.
func (r *reader) ignorable(n node) finding.Rule {
	id, ok := r.text(n, "the rule")
	if !ok {
		return 0
	}
	rule, ok := finding.ByID(id)
	switch {
	case !ok:
		hint := diagnostic.Nearest(id, finding.IDs())
		if hint == "" {
			hint = "specimen help rules lists them"
		}
		r.problem(finding.UnknownRule, n, "no rule "+diagnostic.Quote(id), hint)
		return 0
	case rule.Ignorable():
		return rule
	case rule.Severity() == finding.Error:
		r.problem(finding.NotIgnorable, n, diagnostic.Quote(id)+" is an error, which cannot be ignored", "correct what it reports: the generated code would be wrong or missing")
	default:
		r.problem(finding.NotIgnorable, n, diagnostic.Quote(id)+" cannot be ignored", "specimen help rules says which rules can be")
	}
	return 0
}
