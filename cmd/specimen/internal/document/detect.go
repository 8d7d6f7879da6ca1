package document

import (
	"regexp"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Detect returns the form that a text seems to have. It looks at the members of the
// outermost object only, and believes what it saw of them where the text is broken
// further on: what is wrong with it is for the reader of that form to say.
func Detect(text string) Form {
	text = strings.TrimPrefix(text, "\ufeff")
	s := jsontext.NewScanner(text)
	switch s.Kind() {
	case jsontext.KindObject:
		return detectObject(&s)
	case jsontext.KindArray:
		return detectValues(&s)
	}
	return detectYAML(text)
}

// detectValues returns Payloads for a text of which the rest is JSON values, and Page
// for any other one.
func detectValues(s *jsontext.Scanner) Form {
	for *s = s.From(s.Offset()); s.Err == nil && s.Offset() < s.N; *s = s.From(s.Offset()) {
		s.Skip()
	}
	if s.Err != nil {
		return Page
	}
	return Payloads
}

// detectObject returns the form of a text that begins with an object.
func detectObject(s *jsontext.Scanner) Form {
	kinds := map[string]jsontext.Kind{}
	var o jsontext.Object
	for s.Object(&o); s.Next(&o); {
		switch kind := s.Kind(); {
		case len(kinds) > 1000 && kinds[o.Name] == 0: // a list of names, not a document
			s.Skip()
		case o.Name == "log" && kind == jsontext.KindObject:
			kinds[o.Name] = kind
			if hasArray(s, "entries") {
				return HAR
			}
		case o.Name == "collection" && kind == jsontext.KindObject:
			if hasArray(s, "item") {
				return Postman
			}
		default:
			kinds[o.Name] = kind
			s.Skip()
		}
		switch {
		case kinds["openapi"] == jsontext.KindString, kinds["swagger"] == jsontext.KindString:
			return OpenAPI
		case kinds["asyncapi"] == jsontext.KindString:
			return AsyncAPI
		case kinds["info"] == jsontext.KindObject && kinds["item"] == jsontext.KindArray:
			return Postman
		}
	}
	return detectValues(s)
}

// hasArray reads the object at the cursor and reports whether it has an array under a
// name.
func hasArray(s *jsontext.Scanner, name string) bool {
	found := false
	var o jsontext.Object
	for s.Object(&o); s.Next(&o); s.Skip() {
		if o.Name == name && s.Kind() == jsontext.KindArray {
			found = true
		}
	}
	return found
}

var (
	yamlKey  = regexp.MustCompile(`^["']?[A-Za-z_][\w.-]*["']?\s*:(\s|$)`)
	yamlForm = regexp.MustCompile(`^["']?(openapi|swagger|asyncapi)["']?\s*:\s*["']?[0-9.]+["']?\s*(#.*)?$`)
)

// detectYAML returns the form of a text that is not JSON: that of the YAML document that
// it begins with, or Page. Front matter of a page is not such a document.
func detectYAML(text string) Form {
	found, begun, ended := Page, false, false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		switch {
		case line == "":
		case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "..."):
			ended = begun
		case ended:
			if !yamlKey.MatchString(line) {
				return Page
			}
			return found
		case line[0] <= ' ', line[0] == '#', line[0] == '%', strings.HasPrefix(line, "- "):
		case strings.HasPrefix(line, "}"), strings.HasPrefix(line, "]"): // the end of a flow value
		case !yamlKey.MatchString(line):
			if found == Page {
				return Page
			}
		default:
			begun = true
			if m := yamlForm.FindStringSubmatch(line); m != nil && found == Page {
				found = OpenAPI
				if m[1] == "asyncapi" {
					found = AsyncAPI
				}
			}
		}
	}
	return found
}
