package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// set makes a decision.
func (s *randomSpec) set(section, name, value string) {
	if s.decisions[section] == nil {
		s.decisions[section] = map[string]string{}
	}
	s.decisions[section][name] = value
}

// decide adds random decisions on the places of a model.
func (d dice) decide(s *randomSpec, m infer.Model) {
	var objects, texts, integers []string
	for _, p := range m.All() {
		if !strings.Contains(p.Path, "/") {
			if m.StructAt(p.Path) != nil && d.one(3) {
				objects = append(objects, p.Path) // a whole body
			}
			continue
		}
		if m.StructAt(p.Path) != nil || p.Rule == infer.RuleUnseen || d.one(12) {
			objects = append(objects, p.Path)
		}
		if p.Type.String() == "string" || p.Type.String() == "Opt[string]" || d.one(12) {
			texts = append(texts, p.Path)
		}
		if p.Type.String() == "int64" || p.Type.String() == "Opt[int64]" || d.one(12) {
			integers = append(integers, p.Path)
		}
		if d.one(3) {
			s.set("fields", p.Path, d.field(p))
		}
	}
	for range d.IntN(3) {
		if len(objects) > 0 {
			s.set("types", pick(d, typePool), "{at: "+d.places(objects)+", why: shared}")
		}
		if len(texts) > 0 {
			values := []string{"waiting", "paid", pick(d, oddKeys)}
			s.set("enums", pick(d, enumPool), d.enum(texts, yamlText(pick(d, values)), yamlText("x")))
		}
		if len(integers) > 0 {
			s.set("enums", pick(d, enumPool), d.enum(integers, "0", "1", pick(d, []string{"-1", "2", "9223372036854775807"})))
		}
	}
	d.document(s, m)
}

// places writes one to three of the paths.
func (d dice) places(paths []string) string {
	var some []string
	for range 1 + d.IntN(3) {
		path := pick(d, paths)
		if d.one(8) {
			path += "/*" // lends a type to what no example shows
		}
		if text := yamlText(path); !slices.Contains(some, text) {
			some = append(some, text)
		}
	}
	return "[" + strings.Join(some, ", ") + "]"
}

// enum returns an enum at some of the paths: its values, with a name or what they mean.
func (d dice) enum(paths []string, values ...string) string {
	for i, v := range values {
		if d.one(2) {
			continue
		}
		values[i] = "{value: " + v
		if d.one(2) {
			values[i] += fmt.Sprintf(", name: Named%d", i)
		}
		if d.one(2) {
			values[i] += ", about: " + yamlText(pick(d, oddKeys)+" it is")
		}
		values[i] += "}"
	}
	keys := "{at: " + d.places(paths) + ", values: [" + strings.Join(values, ", ") + "]"
	if d.one(3) {
		keys += ", about: " + yamlText(pick(d, oddKeys)+" of them")
	}
	return keys + ", " + d.reason() + "}"
}

// reason returns what a decision rests on.
func (d dice) reason() string { return pick(d, []string{"why: because", "document: page"}) }

// field returns a random decision on a field. What an example contradicts is
// dropped later; here the likely ones are likely.
func (d dice) field(p *infer.Decided) string {
	likely := map[string][]string{
		"string": {"json", "timestamp", "base64", "number", "unix", "string", "value"}, "int64": {"number", "unix", "unixmilli", "float", "flag", "integer", "value"},
		"Number": {"float", "number", "unix", "unixmicro", "value"}, "bool": {"flag", "value"}, "Timestamp": {"string", "timestamp", "unixmilli", "value"},
	}[strings.TrimSuffix(strings.TrimPrefix(p.Type.String(), "Opt["), "]")]
	if likely == nil {
		likely = []string{"map", "struct", "json", "value", "flag"}
	}
	if d.one(6) {
		likely = typeWords
	}
	var keys []string
	if !d.one(4) {
		keys = append(keys, "type: "+pick(d, likely))
	}
	if d.one(5) {
		keys = append(keys, "name: "+pick(d, fieldPool))
	}
	if d.one(3) || len(keys) == 0 {
		keys = append(keys, "required: "+pick(d, []string{"true", "true", "false"}))
	}
	if d.one(6) {
		keys = append(keys, "about: "+yamlText(pick(d, oddKeys)+" of it"))
	}
	reason := d.reason()
	if strings.Contains(strings.Join(keys, ","), "name: ") {
		reason = "why: because" // documents say nothing of Go names
	}
	return "{" + strings.Join(keys, ", ") + ", " + reason + "}"
}
