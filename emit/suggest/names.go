package suggest

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// fieldNames finds members whose Go names collide, which is an error, and keys whose
// Go name is awkward because they begin with an underscore.
func fieldNames(v *view) []candidate {
	var all []candidate
	for s := range v.model.AllStructs() {
		collide := v.memberCollisions(s)
		all = append(all, collide...)
		for _, f := range s.Fields {
			named := slices.ContainsFunc(collide, func(c candidate) bool { return c.Path == f.Path })
			if c, ok := v.ugly(f); ok && !named {
				all = append(all, c)
			}
		}
	}
	return all
}

// memberCollisions suggests names for members that have the Go name of another member
// of their struct. One member keeps the name: that of the envelope, or else the one
// that keeper returns.
func (v *view) memberCollisions(s *infer.Struct) []candidate {
	members := make(map[string][]*infer.Field)
	used := make(map[string]bool)
	shared := make(map[string]*infer.Field) // of the envelope, which other events have as well
	if s.Envelope {
		for _, f := range v.model.Envelope.Fields {
			shared[v.names.Field(f)], used[v.names.Field(f)] = f, true
		}
	}
	for _, f := range s.Fields {
		name := v.names.Field(f)
		members[name] = append(members[name], f)
		used[name] = true
	}
	var all []candidate
	for _, f := range s.Fields {
		name := v.names.Field(f)
		first := shared[name]
		if first == nil {
			first = keeper(members[name])
		}
		if f == first {
			continue
		}
		c := candidate{Suggestion: Suggestion{
			Kind: "name", Path: f.Path, For: []infer.Origin{f.At}, Against: []infer.Origin{first.At},
			Message: fmt.Sprintf("%s and %s have the Go name %s", first.Path, f.Path, name),
		}}
		why := first.Path + " has the Go name " + name
		if len(why) > longestWhy {
			why = "another member has the Go name " + name
		}
		for _, end := range endings(f.Key) {
			if other := longer(name, end); end != "" && !used[other] {
				c.options = append(c.options, v.name(f, other, why))
			}
		}
		if len(c.options) > 0 {
			used[c.options[0].Fields[0].Name] = true
			all = append(all, c)
		}
	}
	return all
}

// keeper returns the member that keeps a name which several have: one that a decision
// names, or else the first with a key in the usual style, or else the first.
func keeper(all []*infer.Field) *infer.Field {
	for _, keeps := range []func(*infer.Field) bool{
		func(f *infer.Field) bool { return f.Name != "" },
		func(f *infer.Field) bool { return style(f.Key) == "" },
	} {
		if i := slices.IndexFunc(all, keeps); i >= 0 {
			return all[i]
		}
	}
	return all[0]
}

// endings returns the suffixes that can distinguish the Go name of a key from
// another: its style, its signs, a fixed word, and finally a digest.
func endings(key string) []string {
	digest := fnv.New32a()
	digest.Write([]byte(key))
	return []string{style(key), signs(key), "Alt", "Other", fmt.Sprintf("X%08X", digest.Sum32())}
}

// longer returns a name with a suffix, cut before it if necessary.
func longer(name, end string) string {
	cut := min(len(name), max(longestName-len(end), 0))
	for cut < len(name) && cut > 0 && !utf8.RuneStart(name[cut]) {
		cut--
	}
	return name[:cut] + end
}

func (v *view) name(f *infer.Field, name, why string) Change {
	return Change{Fields: []infer.FieldDecision{v.decision(f.Path, infer.FieldDecision{Name: name, Why: why})}}
}

// style returns the style of a key as a suffix: "" for lower case and camel case.
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

// signs returns the names of the first signs in a key as a suffix. Signs that usually
// separate words have none.
func signs(key string) string {
	names := map[rune]string{
		'!': "Bang", '"': "Quote", '#': "Hash", '$': "Dollar", '%': "Percent", '&': "And", '\'': "Apostrophe",
		'(': "Paren", '*': "Star", '+': "Plus", ',': "Comma", '/': "Slash", ':': "Colon", ';': "Semicolon",
		'<': "Less", '=': "Equal", '>': "More", '?': "Question", '@': "At", '[': "Bracket", '\\': "Backslash",
		'^': "Caret", '`': "Backtick", '{': "Brace", '|': "Bar", '~': "Tilde",
	}
	var b strings.Builder
	n := 0
	for _, c := range key {
		if name := names[c]; name != "" && n < mostSigns {
			b.WriteString(name)
			n++
		}
	}
	return b.String()
}

// ugly suggests a name for a key that begins with an underscore: the name of the rest
// of the key, or a longer one where a member has that name.
func (v *view) ugly(f *infer.Field) (candidate, bool) {
	bare := strings.TrimLeft(f.Key, "_")
	if bare == f.Key || bare == "" || f.Name != "" || !unicode.IsLetter(rune(bare[0])) {
		return candidate{}, false
	}
	c := candidate{Suggestion: Suggestion{
		Kind: "name", Path: f.Path, For: []infer.Origin{f.At}, Message: "the key begins with _, so the Go name is " + v.names.Field(f),
	}}
	name, why := names.GoName(bare), "the key without its underscore"
	if f.Key == "__v" {
		name, why = "Version", "a version counter, by its name"
	}
	for _, begin := range []string{"", "Object", "Inner"} {
		c.options = append(c.options, v.name(f, begin+name, why))
	}
	return c, true
}
