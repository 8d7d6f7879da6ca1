package specs

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/finding"
)

// schema is the part of a JSON Schema that the test reads.
type schema struct {
	Description string            `json:"description"`
	Ref         string            `json:"$ref"`
	Type        string            `json:"type"`
	Enum        []any             `json:"enum"`
	Required    []string          `json:"required"`
	Properties  map[string]schema `json:"properties"`
	Definitions map[string]schema `json:"definitions"`
	Additional  json.RawMessage   `json:"additionalProperties"`
}

// table is a table of keys without its type.
type table struct {
	all, required []string
}

func tableOf[T any](keys []key[T]) table {
	t := table{all: names(keys)}
	for _, k := range keys {
		if k.required {
			t.required = append(t.required, k.name)
		}
	}
	return t
}

// TestSchema compares the JSON Schema, which editors use, with the tables of keys that
// Load uses.
func TestSchema(t *testing.T) {
	data, err := os.ReadFile("specimen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schema
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	tables := map[string]table{
		"topicSource":   tableOf(topicSourceKeys()),
		"header":        tableOf(headerKeys()),
		"document":      tableOf(documentKeys()),
		"type":          tableOf(typeKeys()),
		"field":         tableOf(fieldKeys()),
		"envelope":      tableOf(envelopeKeys()),
		"enum":          tableOf(enumKeys()),
		"enumValue":     tableOf(enumValueKeys()),
		"topic":         tableOf(topicKeys()),
		"says":          tableOf(saysKeys()),
		"like":          tableOf(likeKeys()),
		"example":       tableOf(exampleKeys()),
		"change":        tableOf(changeKeys()),
		"documentation": tableOf(documentedKeys()),
		"member":        tableOf(memberKeys()),
		"memberType":    tableOf(memberTypeKeys()),
		"ignored":       tableOf(ignoredKeys()),
		"declined":      tableOf(declinedKeys()),
		"deliveries":    tableOf(deliveriesKeys()),
		"locator":       tableOf(locatorKeys()),
		"source":        tableOf(sourceKeys(func(s *Source) *Source { return s })),
		"signature":     tableOf(signatureKeys()),
		"secret":        tableOf(secretKeys()),
		"part":          tableOf(partKeys()),
		"signedTime":    tableOf(timestampKeys()),
		"vector":        tableOf(vectorKeys()),
		"answer":        tableOf(answerKeys()),
		"handshake":     tableOf(handshakeKeys()),
		"retries":       tableOf(retriesKeys()),
	}
	for name, s := range root.Definitions {
		want, ok := tables[name]
		if !ok {
			if len(s.Properties) > 0 {
				t.Errorf("the schema defines %s, which no table has", name)
			}
			continue
		}
		delete(tables, name)
		checkObject(t, root, name, s, want)
	}
	for name := range tables {
		t.Errorf("the schema does not define %s", name)
	}
	platform := tableOf(platformKeys())
	platform.required = nil // a file of topics has none of them; "dependencies" says so
	checkObject(t, root, "the root", root, platform)

	checkEnum(t, "types of fields", root.Definitions["field"].Properties["type"].Enum, infer.TypeWords())
	checkEnum(t, "rules that can be ignored", root.Definitions["ignored"].Properties["rule"].Enum, ignorableRules())
	checkEnum(t, "types in tables", root.Definitions["tableWord"].Enum, infer.TableWords())
	signature := root.Definitions["signature"].Properties
	checkEnum(t, "algorithms", signature["algorithm"].Enum, Algorithms())
	checkEnum(t, "keys in the log of changes", root.Definitions["deliveryKey"].Enum, deliveryKeys())
	checkEnum(t, "statuses", signature["status"].Enum, statuses())
	checkEnum(t, "encodings", root.Definitions["secret"].Properties["encoding"].Enum, Encodings())
	checkEnum(t, "bodies", root.Definitions["part"].Properties["body"].Enum, Bodies())
	checkEnum(t, "units", root.Definitions["signedTime"].Properties["unit"].Enum, Units())
	checkEnum(t, "payloads of topics", root.Definitions["topic"].Properties["payload"].Enum, []string{string(Undocumented)})
}

func ignorableRules() []string {
	return slices.DeleteFunc(finding.IDs(), func(id string) bool {
		rule, _ := finding.ByID(id)
		return !rule.Ignorable()
	})
}

func checkObject(t *testing.T, root schema, name string, s schema, want table) {
	t.Helper()
	var got []string
	for property, p := range s.Properties {
		got = append(got, property)
		target := root.Definitions[p.Ref[min(len(p.Ref), len("#/definitions/")):]]
		if p.Description == "" && target.Description == "" {
			t.Errorf("%s: %s has no description", name, property)
		}
	}
	if !sameSet(got, want.all) {
		t.Errorf("%s: the schema has the keys %v, the table %v", name, got, want.all)
	}
	if !sameSet(s.Required, want.required) {
		t.Errorf("%s: the schema requires %v, the table %v", name, s.Required, want.required)
	}
	if string(s.Additional) != "false" {
		t.Errorf("%s: the schema allows unknown keys", name)
	}
}

func checkEnum(t *testing.T, what string, got []any, want []string) {
	t.Helper()
	var words []string
	for _, v := range got {
		words = append(words, v.(string))
	}
	if !slices.Equal(words, want) {
		t.Errorf("%s: the schema has %v, the loader %v", what, words, want)
	}
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
