package schematest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestEvents checks the schemas of the platforms of the repository, of a platform with every
// type, and of random ones. They are valid by the meta-schema; every documented payload is
// valid; and of edited payloads, those that decode without a mismatch are valid.
func TestEvents(t *testing.T) {
	specs := map[string][]byte{"kinds/platform.yaml": []byte(kinds)}
	files, err := filepath.Glob("../*/*.yaml")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d specs: %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		specs[filepath.ToSlash(file[len("../"):])] = text
	}
	for seed := range 12 {
		name, text := randomSpec(uint64(seed))
		specs[name+"/platform.yaml"] = text
	}
	m := newModule(t, specs)
	for _, p := range m.platforms(t) {
		t.Run(p.Name, func(t *testing.T) { m.check(t, p, p.Name == "kinds") })
	}
}

// platform is a part of what "specimen list --json" prints.
type platform struct {
	Name   string
	Topics []struct {
		Topic, Like string
		Examples    []struct{ Payload string }
	}
}

func (m module) platforms(t *testing.T) []platform {
	t.Helper()
	var list struct{ Platforms []platform }
	if err := json.Unmarshal(m.specimen(t, "list", "--json"), &list); err != nil {
		t.Fatal(err)
	}
	return list.Platforms
}

// events is the schemas of the events of a platform, by topic.
type events map[string]*jsonschema.Schema

// schemas returns the schemas of a platform's events. Those of content check JSON in strings
// too, which validators leave to their callers unless they are told.
func (m module) schemas(t *testing.T, p platform) (plain, content events) {
	t.Helper()
	text := m.specimen(t, "schema", p.Name)
	if again := m.specimen(t, "schema", p.Name); string(again) != string(text) {
		t.Error("it is not the same again")
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	compile := func(content bool) events {
		of := events{}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("file:///"+p.Name, document); err != nil {
			t.Fatal(err)
		}
		meta, err := c.Compile("https://json-schema.org/draft/2020-12/schema")
		if err != nil {
			t.Fatal(err)
		}
		if err := meta.Validate(document); err != nil {
			t.Fatal(err)
		}
		if content {
			c.AssertContent()
		}
		root, err := c.Compile("file:///" + p.Name)
		if err != nil {
			t.Fatal(err)
		}
		for topic, s := range root.Properties {
			of[topic] = s
		}
		return of
	}
	return compile(false), compile(true)
}

// check checks the schema of a platform. Where every is true, each payload is edited in all
// ways at each place, and otherwise in some.
func (m module) check(t *testing.T, p platform, every bool) {
	plain, content := m.schemas(t, p)
	some, turn := 3, 0
	if every {
		some = len(alternatives)
	}
	var bodies []body
	documented := make(map[int]bool)
	for _, topic := range p.Topics {
		if plain[topic.Topic] == nil {
			t.Errorf("no schema of %s", topic.Topic)
			continue
		}
		for _, x := range topic.Examples {
			documented[len(bodies)] = true
			bodies = append(bodies, body{p.Name, topic.Topic, []byte(x.Payload)})
			for _, text := range edited(t, []byte(x.Payload), some, &turn) {
				bodies = append(bodies, body{p.Name, topic.Topic, text})
			}
		}
	}
	fit, refused, unseen := 0, 0, 0
	for i, v := range m.judge(t, bodies) {
		b := bodies[i]
		if v.Err != "" {
			t.Fatalf("%s: %s: %s", b.Topic, v.Err, b.Text)
		}
		value := parse(t, b.Text)
		err, deep := plain[b.Topic].Validate(value), content[b.Topic].Validate(value)
		switch {
		case len(v.Want) == 0 && (err != nil || deep != nil):
			t.Errorf("%s: it decodes, but %v %v: %s", b.Topic, err, deep, b.Text)
		case documented[i] && len(v.Want) > 0:
			t.Errorf("%s: a documented payload has the mismatches %v", b.Topic, v.Want)
		case len(v.Want) == 0:
			fit++
		case deep != nil:
			refused++
		case slices.ContainsFunc(v.Want, func(m string) bool { return !beyond[m] }):
			t.Errorf("%s: it is valid, but has the mismatches %v: %s", b.Topic, v.Want, b.Text)
		default:
			unseen++
		}
	}
	t.Logf("%d bodies without a mismatch, %d with one and not valid, %d with one that the schema does not claim", fit, refused, unseen)
	if len(bodies) > 0 && (fit == 0 || refused == 0) {
		t.Error("the bodies show nothing")
	}
}

// beyond are the mismatches that a schema does not see: numbers that are too large.
var beyond = map[string]bool{"integer<number": true, "number<number": true}
