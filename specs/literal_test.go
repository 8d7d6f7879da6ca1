package specs

import (
	"strings"
	"testing"
	"testing/fstest"
)

// spread writes a payload as a block into a file of topics.
func spread(indicator, indent, payload string) string {
	var b strings.Builder
	b.WriteString("topics:\n  a:\n    event: A\n    examples:\n      - name: x\n        payload: " + indicator + "\n")
	for line := range strings.Lines(payload) {
		if line != "\n" {
			b.WriteString(indent)
		}
		b.WriteString(line)
	}
	b.WriteString("\n  b: {payload: undocumented}\n")
	return b.String()
}

func loadTopics(t testing.TB, topics string) *Set {
	t.Helper()
	set, err := Load(fstest.MapFS{
		"acme/platform.yaml": {Data: []byte("platform: acme\ntitle: Acme\ntopic: {header: X}\n")},
		"acme/topics.yaml":   {Data: []byte(topics)},
	}, "specs")
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// checkWithin checks the position of each byte of a payload.
func checkWithin(t *testing.T, source string, set *Set) {
	t.Helper()
	text := set.Platforms[0].Topics[0].Examples[0].Text
	for i := range len(strings.TrimRight(text, " \t\n")) {
		if text[i] == '\n' {
			continue
		}
		pos := set.Platforms[0].Within("a#x", i)
		line, ok := set.Line(pos.Filename, pos.Line)
		if !ok || pos.Column > len(line) || line[pos.Column-1] != text[i] {
			t.Fatalf("byte %d %q of %q is at %v, line %q; file:\n%s", i, text[i], text, pos, line, source)
		}
	}
}

func TestWithin(t *testing.T) {
	const deep = "                "
	for _, tt := range []struct{ name, indicator, indent, payload string }{
		{"one line", "|", "          ", `{"a": 1}`},
		{"lines", "|", "          ", "{\n  \"a\": [\n    1\n  ]\n}"},
		{"one more space", "|", "         ", "{\n  \"a\": 1\n}"},
		{"deep", "|", deep, "{\n\"a\": 1\n}"},
		{"leading blank lines", "|", deep, "\n\n{\n\"a\": 1\n}"},
		{"blank lines inside", "|", deep, "{\n\n\n\"a\": 1\n\n}"},
		{"strip", "|-", deep, "{\n\"a\": 1\n}"},
		{"keep", "|+", deep, "{\n\"a\": 1\n}\n\n"},
		{"indicator", "|2", "          ", "    {\n  \"a\": 1\n}"},
		{"indicator and chomping", "|2-", "          ", "    {\n  \"a\": 1\n}"},
		{"comment", "| # as documented", deep, "{}"},
		{"tabs", "|", "          ", "{\n\t\"a\":\t1\n}"},
		{"not ASCII", "|", deep, "{\"日本\": \"🎉\",\n \"é\": \"ü\"}"},
	} {
		for _, ends := range []string{"\n", "\r\n"} {
			source := strings.ReplaceAll(spread(tt.indicator, tt.indent, tt.payload), "\n", ends)
			set := loadTopics(t, source)
			if len(set.Diagnostics) > 0 {
				t.Errorf("%s: %v", tt.name, set.Diagnostics)
				continue
			}
			if got, want := set.Platforms[0].Topics[0].Examples[0].Text, strings.TrimRight(tt.payload, "\n"); got != want {
				t.Errorf("%s: text %q, want %q", tt.name, got, want)
			}
			checkWithin(t, source, set)
		}
	}
}

// What is missing at the end of a payload is reported after its last character, not in
// the blank lines after it.
func TestWithinEnd(t *testing.T) {
	set := loadTopics(t, spread("|+", "          ", "{\n  \"a\": 1  \n\n\n"))
	for _, offset := range []int{10, 11, 12, 1000} {
		if got, want := set.Platforms[0].Within("a#x", offset).String(), "specs/acme/topics.yaml:8:19"; got != want {
			t.Errorf("offset %d: %s, want %s", offset, got, want)
		}
	}
	if got, want := set.Platforms[0].Within("none", 3).String(), "specs/acme/platform.yaml:1:1"; got != want {
		t.Errorf("unknown example: %s, want %s", got, want)
	}
}

func FuzzWithin(f *testing.F) {
	f.Add("|", 12, "{\n  \"a\": [1,\n 2]\n}")
	f.Add("|2-", 10, "\n\n   {}\n\t ")
	f.Fuzz(func(t *testing.T, indicator string, indent int, payload string) {
		if len(indicator) > 8 || strings.ContainsAny(indicator, "\r\n") || indent < 0 || indent > 40 {
			t.Skip()
		}
		source := spread(indicator, strings.Repeat(" ", indent), payload)
		set := loadTopics(t, source)
		if set.Diagnostics.HasErrors() || len(set.Platforms[0].Topics) != 2 || len(set.Platforms[0].Topics[0].Examples) != 1 {
			t.Skip()
		}
		checkWithin(t, source, set)
	})
}

// FuzzLoad checks that no file makes Load panic, and that every diagnostic can be
// printed with its position.
func FuzzLoad(f *testing.F) {
	f.Add("topics:\n  a: {payload: undocumented}\n")
	f.Add("topics: &a [*a]\n")
	f.Add("a: 'x\n---\n\t\x00")
	f.Fuzz(func(t *testing.T, topics string) {
		printAll(t, loadTopics(t, topics))
	})
}
