package page

import (
	"html/template"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
)

// oddOf returns what an ordinary member does not have: when it has no value, the kinds of
// its values where there are several, and the decision on its type or its name.
func oddOf(f *infer.Field, p explain.Explanation, decision template.URL) []odd {
	var all []odd
	switch text := presence(f); {
	case f.Required:
		o := odd{"required", link{Text: text}}
		if f.Ref != "" {
			o.Href = decision
		}
		all = append(all, o)
	case f.NotSent || f.Unseen:
		all = append(all, odd{"unsent", link{Text: text}})
	default:
		all = append(all, was(text)...)
	}
	var kinds []string
	for _, s := range p.Seen {
		if !s.Table && s.What != "null" && s.What != "absent" && !strings.Contains(s.What, " ") {
			kinds = append(kinds, s.What)
		}
	}
	if len(kinds) > 1 {
		all = append(all, odd{"kinds", link{Text: strings.Join(kinds, " or ")}})
	}
	switch _, enum := infer.InsideOptOrJSON(f.Type).(*infer.Enum); {
	case f.Name != "":
		all = append(all, odd{"decided", link{"renamed", decision}})
	case decidesType(f, p) && !enum: // an enum is a link to the decision
		all = append(all, odd{"decided", link{"decided", decision}})
	}
	return all
}

// decidesType reports whether the decision on a field decides its type, and not that on a
// type or an enum.
func decidesType(f *infer.Field, p explain.Explanation) bool {
	return f.Ref != "" && p.Ref == f.Ref && p.Rule == infer.RuleSpec
}

// was returns when a member has no value, and nothing for a member that always has one.
func was(presence string) []odd {
	if presence == "" {
		return nil
	}
	return []odd{{"may", link{Text: presence}}}
}

// presence returns when a member has no value, for the page.
func presence(f *infer.Field) string {
	switch {
	case f.Required:
		return "required"
	case f.Unseen && !f.Null:
		return "never with a value so far"
	}
	return f.Presence()
}
