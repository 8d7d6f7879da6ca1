package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// specTexts is what a spec can say in words of its own choice.
type specTexts struct {
	topic, alias, member, value, about, why, title string
}

// harmless is a spec in which nobody means any harm. It has the same shape as
// every other one.
var harmless = specTexts{"thing/made", "thing.done", "plain", "word", "About it.", "Why it is.", "Title"}

// spec returns a folder of specs that has every text in each place that takes
// one: two platforms, as a topic is named by a header or by a member.
func (x specTexts) spec() fstest.MapFS {
	body := fmt.Sprintf(`{"id": 1, "kind": %s, %s: {"id": 2, %[2]s: [%[1]s]}, "more": [{"id": 3, %[2]s: %[1]s}]}`, jsonText(x.value), jsonText(x.member))
	decisions := fmt.Sprintf(`documents:
  page: {title: %[1]s, file: %[1]s}
types:
  Part: {at: [ThingEvent/more/*], about: %[2]s, why: %[3]s}
fields:
  ThingEvent/id: {type: number, about: %[2]s, why: %[3]s}
  Part/id: {type: number, name: Number, why: %[3]s}
enums:
  Kind: {at: [ThingEvent/kind], values: [other, %[4]s], about: %[2]s, why: %[3]s}
`, yamlText(x.title), yamlText(x.about), yamlText(x.why), yamlText(x.value))
	topics := fmt.Sprintf(`topics:
  %[1]s:
    about: %[2]s
    since: %[3]s
    event: Thing
    aliases: [%[4]s]
    documents: [page]
    examples:
      - name: one
        document: page
        repairs: [%[2]s]
        payload: |
          %[5]s
  other/topic:
    about: %[2]s
    payload: undocumented
`, yamlText(x.topic), yamlText(x.about), yamlText(x.title), yamlText(x.alias), body)
	pointer := "/" + jsonpointer.Escape(x.member)
	deliveries := fmt.Sprintf(`deliveries:
  signature:
    why: %[3]s
    algorithm: hmac-sha256
    secret: {prefix: %[1]s}
    signs: [{text: %[4]s}, {query: %[6]s}, {member: %[5]s, prefix: %[1]s}, {body: sorted}]
    at: {query: %[1]s, prefix: %[1]s}
    encodings: [hex]
  shop: {member: %[5]s, why: %[3]s}
  answer: {type: text/plain, body: %[1]s, why: %[3]s}
  handshake: {member: %[5]s, is: %[1]s, setting: %[1]s, why: %[3]s}
  retries: {then: %[2]s, why: %[3]s}
`, yamlText(x.title), yamlText(x.about), yamlText(x.why), yamlText(x.value), yamlText(pointer), yamlText("signed "+x.title))
	named := fmt.Sprintf(`{"id": 1, "kind": %s, %s: %s, "more": [{"id": 3}]}`, jsonText(x.value), jsonText(x.member), jsonText(x.topic))
	head := "platform: %s\ntitle: " + yamlText(x.title) + "\nabout: " + yamlText(x.about) + "\n"
	return fstest.MapFS{
		"acme/platform.yaml": {Data: fmt.Appendf(nil, head+"topic: {header: X-Topic}\n%s%s", "acme", decisions, deliveries)},
		"acme/topics.yaml":   {Data: []byte(topics)},
		"bcme/platform.yaml": {Data: fmt.Appendf(nil, head+"topic: {member: %s}\n%s", "bcme", yamlText(pointer), decisions)},
		"bcme/topics.yaml":   {Data: []byte(strings.Replace(topics, body, named, 1))},
	}
}

// comparable reports whether the types of x are those of the harmless spec: a
// member or a value can happen to be one that says something of its type.
func (x specTexts) comparable() bool {
	member := strings.ToLower(x.member)
	for _, end := range []string{"at", "on", "date", "time"} {
		if strings.HasSuffix(member, end) {
			return false
		}
	}
	for _, taken := range []string{"id", "kind", "more"} {
		if member == taken {
			return false
		}
	}
	return x.value != "" && !strings.ContainsAny(x.value[:1], "{[") && x.topic != x.value
}

// yamlText writes a text as YAML reads it back, whatever it is; what is not UTF-8
// stays as it is, for the loader to refuse.
func yamlText(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			b.WriteByte(s[i])
		case c >= ' ' && c < 0x7f && c != '"' && c != '\\':
			b.WriteRune(c)
		default:
			fmt.Fprintf(&b, `\U%08x`, c)
		}
		i += size
	}
	return `"` + b.String() + `"`
}

// jsonText writes a text as JSON in ASCII.
func jsonText(s string) string {
	quoted, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	var b strings.Builder
	if err := cli.WriteJSON(&b, json.RawMessage(quoted), ""); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// generateTexts returns what the specs of x give, and all problems.
func generateTexts(t *testing.T, x specTexts) (map[string][]byte, diagnostic.List, *platform.Set) {
	t.Helper()
	set, err := specs.Load(x.spec(), "specs")
	if err != nil {
		t.Fatal(err)
	}
	decided := platform.SetOf(set, nil)
	files, problems := map[string][]byte{}, decided.Problems
	for _, p := range decided.Platforms {
		made, more := build.Files(p, module.Target{Base: "example.com/generated", GoVersion: "1.26"})
		problems = append(problems, more...)
		for _, f := range made {
			files[f.Name] = f.Data
		}
	}
	return files, problems, decided
}
