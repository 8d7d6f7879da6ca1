package interop

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// delivery is a documented payload, and a variant of it that is not as documented.
type delivery struct {
	name  string
	body  string
	event payload.Event
	fresh func() payload.Event // an event of the same topic without a payload
}

// platform is what the packages of all platforms have.
type platform struct {
	name   string
	topics []string
	decode func(topic string, body []byte) (payload.Event, error)
	fresh  func(topic string) payload.Event
}

func platformOf[T ~string, E payload.Event](name string, topics []T, decode func(T, []byte) (E, error), fresh func(T) E) platform {
	p := platform{name: name}
	for _, t := range topics {
		p.topics = append(p.topics, string(t))
	}
	p.decode = func(topic string, body []byte) (payload.Event, error) { return decode(T(topic), body) }
	p.fresh = func(topic string) payload.Event { return fresh(T(topic)) }
	return p
}

func platforms() []platform {
	return []platform{
		platformOf("fecify", fecify.Topics(), fecify.Decode, fecify.Topic.New),
		platformOf("shoplazza", shoplazza.Topics(), shoplazza.Decode, shoplazza.Topic.New),
		platformOf("shopline", shopline.Topics(), shopline.Decode, shopline.Topic.New),
		platformOf("shoptop", shoptop.Topics(), shoptop.Decode, shoptop.Topic.New),
	}
}

// deliveries returns every documented payload of every platform: as it is, with a member
// that is not documented, and with null for a member.
func deliveries(t *testing.T) []delivery {
	t.Helper()
	var all []delivery
	for _, p := range platforms() {
		read := 0
		for _, topic := range p.topics {
			folder := regexp.MustCompile(`[^A-Za-z0-9_]`).ReplaceAllString(topic, "-")
			files, err := filepath.Glob(filepath.Join("..", "..", "generated", p.name, p.name+"test", "testdata", folder, "*.json"))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				body, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				read++
				for variant, text := range variants(string(body)) {
					event, err := p.decode(topic, []byte(text))
					if err != nil {
						t.Fatalf("%s, %s: %v", file, variant, err)
					}
					all = append(all, delivery{p.name + "/" + topic + "/" + filepath.Base(file) + variant, text, event, func() payload.Event { return p.fresh(topic) }})
				}
			}
		}
		if want := documented(t, p.name); read != want || read == 0 {
			t.Fatalf("%s: %d of %d payloads are read", p.name, read, want)
		}
	}
	return all
}

// documented returns the number of payloads of a platform, those of types left out.
func documented(t *testing.T, platform string) int {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "generated", platform, platform+"test", "testdata", "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return len(slices.DeleteFunc(files, func(file string) bool {
		return strings.HasPrefix(filepath.Base(filepath.Dir(file)), "type-")
	}))
}

// variants returns a body as it is and with changes to its objects, by what they are.
func variants(body string) map[string]string {
	return map[string]string{
		"":         body,
		" added":   regexp.MustCompile(`(\{)(\s*")`).ReplaceAllString(body, `$1"added yesterday":[1.10,null],$2`),
		" nulled":  regexp.MustCompile(`("[a-zA-Z_]*[a-m]": *)("[^"\\]*"|-?[0-9.]+|true|false)`).ReplaceAllString(body, `${1}null`),
		" changed": regexp.MustCompile(`("[a-zA-Z_]*[n-z]": *)("[^"\\]*"|-?[0-9.]+|true|false)`).ReplaceAllString(body, `${1}[{"a":1.0}]`),
	}
}
