package page

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer/repair"
	"github.com/specimen-go/specimen/specs/finding"
)

// sent is a line that sends a payload, instead of showing one that is delivered.
var sent = regexp.MustCompile(`(?i)\bcurl\b|(^|\s)(-d|--data(-raw|-binary)?)\s|^(POST|PUT|PATCH|GET|DELETE) /|^HTTP/[0-9.]+ [0-9]{3}`)

// command is a line of a shell that sends what comes after it.
var command = regexp.MustCompile(`(?i)\bcurl\b|(^|\s)(-d|--data(-raw|-binary|-urlencode)?)[\s=]`)

// request is the beginning of a request whose lines were joined.
var request = regexp.MustCompile(`^(POST|PUT|PATCH) \S+ HTTP/[0-9.]+`)

// show keeps a payload with the section that it is in, unless it shows types instead of
// values.
func (a *attribution) show(f *found, in section) *shown {
	s := &shown{found: f, section: in}
	a.fresh = false
	finding := func(message, hint string) *shown {
		a.findings = append(a.findings, document.Find(finding.RefusedPayload, a.offset(f.at), message, hint))
		return nil
	}
	value := parsed(f.Text)
	stand := len(placeholders(value))
	switch {
	case len(members(value)) == 0:
		return nil
	case isPlainList(value) && !f.inCode:
		return nil // such as a reference: [1]
	case isPlainList(value):
		return finding("an array without an object in it is not taken for a payload", "add it by hand, if it is one")
	case isSchema(value):
		return finding("a JSON Schema, which says types instead of showing values", "tools such as quicktype read schemas; add a payload by hand")
	case a.field == answerLabel:
		a.field = noLabel
		return finding("what a receiver answers is not taken for a payload", "add it by hand, if it is one")
	case scalars(value) <= len(f.Elided)+stand+f.words():
		return finding("an object that shows types instead of values", "add a payload by hand")
	case len(in.names) == 0 && command.MatchString(f.before):
		return finding("what is sent to the platform is not taken for a payload", "add it by hand, if it is delivered like this")
	case !f.inCode && f.before != "" && labelBefore(f.before) == noLabel:
		return finding("JSON inside a sentence is not taken for a payload", "add it by hand, if it is one")
	}
	if s.subscribes = isSubscription(value); s.subscribes {
		s.doubts = append(s.doubts, "it has the address of a receiver, as a subscription has")
	}
	if sent.MatchString(f.before) {
		s.doubts = append(s.doubts, "the document shows it as what is sent to the platform")
	}
	if stand > 0 {
		s.doubts = append(s.doubts, "some of its strings are the names of types, or placeholders")
	}
	a.after = true
	if f.Cut {
		s.doubts = append(s.doubts, "the document shows it cut off")
	}
	a.field = noLabel
	a.shown = append(a.shown, s)
	return s
}

// words returns how many values are words without quotes, as names of variables are.
func (f *found) words() int {
	n := 0
	for _, c := range f.Changes {
		if c.Kind == repair.TextQuoted {
			n++
		}
	}
	return n
}

// receiver is the name of a member with the address of a receiver.
var receiver = regexp.MustCompile(`(?i)^((callback|delivery|target|notification|webhook|hook|receiver|endpoint|destination)[_-]?(url|uri|address)|address|endpoint|target)$`)

// isSubscription reports whether an object, or one in it, has the address of a receiver.
func isSubscription(value any) bool {
	for _, inside := range append(members(value), value) {
		o, _ := inside.(map[string]any)
		for name, address := range o {
			if text, ok := address.(string); ok && strings.HasPrefix(text, "http") && receiver.MatchString(name) {
				return true
			}
		}
	}
	return false
}

// labelBefore returns what the text before a payload in its line announces. What assigns
// it, or passes it on, announces a payload.
func labelBefore(text string) label {
	if strings.HasSuffix(text, "=") || strings.HasSuffix(text, "(") || strings.HasSuffix(text, "'") || strings.HasSuffix(text, "|") || request.MatchString(text) {
		return payloadLabel
	}
	if l, value := labelled(text); value == "" {
		return l
	}
	return noLabel
}

func parsed(text string) any {
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return nil
	}
	return value
}

// members returns what is in an object or an array.
func members(value any) []any {
	var all []any
	switch v := value.(type) {
	case map[string]any:
		for _, inside := range v {
			all = append(all, inside)
		}
	case []any:
		all = v
	}
	return all
}

// isPlainList reports whether a value is an array in which there are neither objects nor
// arrays.
func isPlainList(value any) bool {
	list, ok := value.([]any)
	return ok && !slices.ContainsFunc(list, func(x any) bool { return len(members(x)) > 0 })
}

// isSchema reports whether an object is a JSON Schema.
func isSchema(value any) bool {
	o, _ := value.(map[string]any)
	_, schema := o["$schema"]
	_, properties := o["properties"].(map[string]any)
	return schema || properties && o["type"] == "object"
}

// placeholder is a string that stands for one.
var placeholder = regexp.MustCompile(`^(<[^<>]*>|\{\{.*\}\}|string|integer|number|boolean|object|array)$`)

// placeholders returns the strings in a value that stand for others.
func placeholders(value any) (all []string) {
	if text, ok := value.(string); ok && placeholder.MatchString(text) {
		return []string{text}
	}
	for _, inside := range members(value) {
		all = append(all, placeholders(inside)...)
	}
	return all
}

// scalars returns how many values have nothing in them.
func scalars(value any) int {
	all := members(value)
	if len(all) == 0 {
		return 1
	}
	n := 0
	for _, inside := range all {
		n += scalars(inside)
	}
	return n
}
