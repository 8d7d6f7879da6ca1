package redact_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/infer/timetext"
)

var update = flag.Bool("update", false, "rewrite what testdata/*.txtar wants")

// TestGolden runs the cases in testdata: what payload.json becomes, and what is
// listed. A line of the comment may set an option: "secrets", or "keep POINTER". A ¦
// in a payload is left out, as in testdata/corpus.
func TestGolden(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			options := redact.Options{Personal: true}
			for line := range strings.Lines(string(archive.Comment)) {
				line = strings.TrimSuffix(line, "\n")
				options.Personal = options.Personal && line != "secrets"
				if pointer, ok := strings.CutPrefix(line, "keep "); ok {
					options.Keep = append(options.Keep, pointer)
				}
			}
			result, err := redact.Redact(strings.ReplaceAll(string(archive.Files[0].Data), "¦", ""), options)
			if err != nil {
				t.Fatal(err)
			}
			text := result.Text
			var lines strings.Builder
			for _, x := range result.Replaced {
				fmt.Fprintf(&lines, "%s: %s%s\n", x.Path, x.What, inName(x.Name))
			}
			for _, x := range result.Kept {
				fmt.Fprintf(&lines, "kept %s: %s%s\n", x.Path, x.Why, inName(x.Name))
			}
			got := []txtar.File{archive.Files[0], {Name: "redacted", Data: []byte(text)}, {Name: "list", Data: []byte(lines.String())}}
			want := txtar.Format(&txtar.Archive{Comment: archive.Comment, Files: got})
			if *update {
				if err := os.WriteFile(name, want, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if old := txtar.Format(archive); string(old) != string(want) {
				t.Errorf("%s: got:\n%s\nwant:\n%s", name, want, old)
			}
		})
	}
}

// TestTimestamps holds that a day of birth stays a Timestamp, in every layout that
// there is, now or later.
func TestTimestamps(t *testing.T) {
	for _, layout := range timetext.Layouts() {
		was := time.Date(1990, 5, 4, 13, 2, 1, 500e6, time.UTC).Format(layout)
		result, err := redact.Redact(`{"born":"`+was+`"}`, redact.Options{Personal: true})
		if err != nil {
			t.Fatal(err)
		}
		is := strings.TrimSuffix(strings.TrimPrefix(result.Text, `{"born":"`), `"}`)
		if is == was || len(is) != len(was) || !timetext.Valid(is) {
			t.Errorf("%s became %s, %v", was, is, err)
		}
	}
}

func inName(yes bool) string {
	if yes {
		return " in a name"
	}
	return ""
}
