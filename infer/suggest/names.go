package suggest

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/infer"
)

// names finds members whose Go names collide, which is an error, and keys that
// make an ugly one: those that begin with a sign which no Go name can.
func names(v *view) []candidate {
	var all []candidate
	for _, s := range v.structs() {
		taken := make(map[string]*infer.Field)
		for _, f := range s.Fields {
			name := v.names.Field(f)
			first := taken[name]
			if first == nil {
				taken[name] = f
				continue
			}
			// The one whose key is less like a Go key gets a name.
			if style(first.Key) != "" && (style(f.Key) == "" || v.fields[f.Path].Name != "") {
				first, f = f, first
				taken[name] = first
			}
			x := Suggestion{
				Kind: "name", Path: f.Path, For: []infer.Origin{f.At}, Against: []infer.Origin{first.At},
				Message: fmt.Sprintf("%s and %s have the Go name %s", first.Path, f.Path, name),
			}
			why := "beside " + first.Path + ", which has the name " + name
			c := candidate{Suggestion: x}
			for _, other := range []string{name + style(f.Key), name + "Alt", name + "Other"} {
				if other != name {
					c.options = append(c.options, v.name(f, other, why))
				}
			}
			all = append(all, c)
		}
		for _, f := range s.Fields {
			if c, ok := v.ugly(s, f); ok {
				all = append(all, c)
			}
		}
	}
	return all
}

func (v *view) name(f *infer.Field, name, why string) Change {
	return Change{Fields: []infer.FieldDecision{v.decision(f.Path, infer.FieldDecision{Name: name, Why: why})}}
}

// style says how a key is written, as the end of a name: "" for one in lower
// case and for camel case.
func style(key string) string {
	switch {
	case strings.Contains(key, "-"):
		return "Dashed"
	case strings.HasPrefix(key, "_"), strings.HasSuffix(key, "_"):
		return "Underscore"
	case strings.Contains(key, "."):
		return "Dotted"
	case strings.Contains(key, " "):
		return "Spaced"
	case strings.Contains(key, "_"):
		return "Snake"
	case key != "" && key == strings.ToUpper(key):
		return "Upper"
	case strings.ContainsFunc(key, unicode.IsUpper):
		return "Camel"
	}
	return ""
}

// ugly suggests a name for a key that begins with _, without it: where there is
// a member of that name already, one that says that this is another.
func (v *view) ugly(s *infer.Struct, f *infer.Field) (candidate, bool) {
	bare := strings.TrimLeft(f.Key, "_")
	if bare == f.Key || bare == "" || f.Name != "" || !unicode.IsLetter(rune(bare[0])) {
		return candidate{}, false
	}
	c := candidate{Suggestion: Suggestion{
		Kind: "name", Path: f.Path, For: []infer.Origin{f.At}, Message: "the Go name " + v.names.Field(f) + " is made for a key that begins with _",
	}}
	name, why := v.in.Key(bare), "the key without its underscore"
	if f.Key == "__v" {
		name, why = "Version", "a count of versions, by its name"
	}
	c.options = append(c.options, v.name(f, name, why), v.name(f, "Object"+name, why), v.name(f, "Inner"+name, why))
	return c, true
}
