package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// maxColumns is the longest line of README, with tabs of four columns.
const maxColumns = 120

// TestReadmeLines checks that the lines of README are not too long for an editor or a
// review, and that no code in a text is broken over two lines.
func TestReadmeLines(t *testing.T) {
	code := false
	for i, line := range strings.Split(readme(t), "\n") {
		if n := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    ")); n > maxColumns {
			t.Errorf("README.md:%d: %d columns, at most %d: %s", i+1, n, maxColumns, line)
		}
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			code = !code
		} else if !code && strings.Count(line, "`")%2 != 0 {
			t.Errorf("README.md:%d: code goes on in the next line: %s", i+1, line)
		}
	}
	if code {
		t.Error("a block of code does not end")
	}
}

// TestReadmeContents checks that the list of contents has every chapter, in order.
func TestReadmeContents(t *testing.T) {
	head, rest, _ := strings.Cut(readme(t), "\n## ")
	var linked, chapters []string
	for _, m := range regexp.MustCompile(`\[([^\]]+)\]\(#([^)]+)\)`).FindAllStringSubmatch(head[strings.Index(head, "\n- [Install]"):], -1) {
		linked = append(linked, m[1])
		if want := anchorOf(m[1]); m[2] != want {
			t.Errorf("the link to %q leads to #%s, want #%s", m[1], m[2], want)
		}
	}
	code := false
	for line := range strings.Lines("## " + rest) {
		if strings.HasPrefix(line, "```") {
			code = !code
		}
		if heading, ok := strings.CutPrefix(line, "## "); ok && !code {
			chapters = append(chapters, strings.TrimSpace(heading))
		}
	}
	if !slices.Equal(linked, chapters) {
		t.Errorf("the contents are\n%q\nand the chapters\n%q", linked, chapters)
	}
	for _, m := range regexp.MustCompile(`\]\(#([^)]+)\)`).FindAllStringSubmatch(readme(t), -1) {
		if !slices.ContainsFunc(chapters, func(c string) bool { return anchorOf(c) == m[1] }) {
			t.Errorf("a link leads to #%s, which is no chapter", m[1])
		}
	}
}

// anchorOf returns the anchor that hosting sites give a heading.
func anchorOf(heading string) string {
	kept := regexp.MustCompile(`[^\w\- ]`).ReplaceAllString(strings.ToLower(heading), "")
	return strings.ReplaceAll(kept, " ", "-")
}

// TestReadmeCommands checks that README lists each verb, and none that is not there.
func TestReadmeCommands(t *testing.T) {
	text := section(readme(t), "The commands")
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^- `specimen ([a-z]+)").FindAllStringSubmatch(text, -1) {
		listed[m[1]] = true
	}
	for _, v := range verbs(checker, selfcheck.Trial.Run) {
		if !listed[v.Name] && !v.Hidden {
			t.Errorf("README does not list specimen %s", v.Name)
		}
		delete(listed, v.Name)
	}
	for name := range listed {
		t.Errorf("README lists specimen %s, which is no verb", name)
	}
}

// definitions are what has keys in a spec: the words of README, and the names in the schema.
var definitions = map[string]string{
	"a file": "", "`topic`": "topicSource", "one of `headers`": "header", "one of `documents`": "document", "one of `types`": "type",
	"one of `fields`": "field", "`envelope`": "envelope", "one of `enums`": "enum", "one of `values`": "enumValue",
	"one of `topics`": "topic", "`says`": "says", "`like`": "like", "one of `examples`": "example", "one of `documented`": "documentation",
	"one of `members`": "member", "`of`": "memberType", "one of `ignore`": "ignored", "one of `declined`": "declined",
	"one of `changes`": "change", "`deliveries`": "deliveries", "`signature`": "signature", "`secret`": "secret", "one of `signs`": "part",
	"`timestamp`": "signedTime", "one of `vectors`": "vector", "`at` of a signature": "source", "`id`, `shop`, `version`, `attempt`": "locator",
	"`answer`": "answer", "`handshake`": "handshake", "`retries`": "retries",
}

// TestReadmeKeys checks that README lists the keys that the schema of specs has, by what
// they are keys of.
func TestReadmeKeys(t *testing.T) {
	data, err := os.ReadFile("../../specs/specimen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties  map[string]any
		Definitions map[string]any
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	schema.Definitions[""] = map[string]any{"properties": schema.Properties}
	_, list, _ := strings.Cut(section(readme(t), "The spec format"), "These are all keys")
	listed := map[string]bool{}
	word := regexp.MustCompile("`([a-z_0-9]+)`")
	for _, item := range strings.Split(list, "\n- ")[1:] {
		of, keys, _ := strings.Cut(item, ":")
		name, known := definitions[of]
		if !known {
			t.Errorf("README lists keys of %q", of)
			continue
		}
		listed[name] = true
		got := map[string]bool{}
		for _, m := range word.FindAllStringSubmatch(keys, -1) {
			got[m[1]] = true
		}
		want := map[string]bool{}
		keysIn(schema.Definitions[name], want)
		for key := range want {
			if !got[key] {
				t.Errorf("README does not list the key %s of %s", key, of)
			}
			delete(got, key)
		}
		for key := range got {
			t.Errorf("README lists the key %s of %s, which the schema does not have", key, of)
		}
	}
	for name, definition := range schema.Definitions {
		keys := map[string]bool{}
		if keysIn(definition, keys); len(keys) > 0 && !listed[name] {
			t.Errorf("README does not list the keys of the definition %q", name)
		}
	}
}

// keysIn adds the keys of a definition, in whichever of its forms, but not those of its
// values.
func keysIn(definition any, keys map[string]bool) {
	switch d := definition.(type) {
	case map[string]any:
		for key, value := range d {
			if properties, ok := value.(map[string]any); ok && key == "properties" {
				for name := range properties {
					keys[name] = true
				}
				continue
			}
			keysIn(value, keys)
		}
	case []any:
		for _, value := range d {
			keysIn(value, keys)
		}
	}
}

// TestReadmeExplain checks that explain prints what README shows of the two payloads at its
// beginning.
func TestReadmeExplain(t *testing.T) {
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("specs/acme/platform.yaml", []byte("platform: acme\ntitle: Acme\ntopic: {header: X-Acme-Topic}\n"))
	s.write("specs/acme/tickets.yaml", []byte(blocks(readme(t), "yaml")[0]))
	_, shown, _ := strings.Cut(section(readme(t), "Why is it this type?"), "$ specimen ")
	command, want, _ := strings.Cut(shown, "\n")
	want, _, _ = strings.Cut(want, "```")
	if code, out := runIn(s.dir, strings.Fields(command)...); code != 0 || want == "" || !strings.HasPrefix(out, want) {
		t.Errorf("%q exits with %d and prints\n%s\nREADME shows\n%s", command, code, out, want)
	}
}

// TestGitattributes checks that the lines that README shows are those of this repository,
// and that they are about all generated files but those of types.
func TestGitattributes(t *testing.T) {
	data, err := os.ReadFile("../../.gitattributes")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(section(readme(t), "Review a spec change"), "```\ngenerated/")
	shown, _, _ = strings.Cut(shown, "```")
	if !strings.Contains(string(data), "\ngenerated/"+shown) {
		t.Errorf(".gitattributes is\n%s\nREADME shows\ngenerated/%s", data, shown)
	}
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("there is no git")
	}
	for file, folded := range map[string]string{
		"generated/acme/decode.go": "set", "generated/acme/testdata/a/one.json": "set", "generated/payload/opt.go": "set",
		"generated/acme/acmetest/examples.go": "set", "generated/acme/types.go": "unset", "emit/types.go": "unspecified",
	} {
		for _, attribute := range []string{"linguist-generated", "gitlab-generated"} {
			cmd := exec.Command(git, "check-attr", attribute, "--", file)
			cmd.Dir = "../.."
			out, err := cmd.Output()
			if err != nil {
				t.Skip("not a checkout")
			}
			if want := file + ": " + attribute + ": " + folded + "\n"; string(out) != want {
				t.Errorf("git says %q, want %q", out, want)
			}
		}
	}
}
