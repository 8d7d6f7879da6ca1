package redact_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/infer/golden"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/infer/timetext"
)

// TestGolden redacts the first file of each archive. The outputs are redacted, the
// result, and list, what was replaced and what was kept. A line of the comment may
// set an option: "secrets", or "keep POINTER". A ¦ in a payload is left out, as in
// testdata/corpus.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		options := redact.Options{Personal: true}
		for line := range strings.Lines(string(a.Comment)) {
			line = strings.TrimSuffix(line, "\n")
			options.Personal = options.Personal && line != "secrets"
			if pointer, ok := strings.CutPrefix(line, "keep "); ok {
				options.Keep = append(options.Keep, pointer)
			}
		}
		result, err := redact.Redact(strings.ReplaceAll(a.Input(a.Files[0].Name), "¦", ""), options)
		if err != nil {
			t.Fatal(err)
		}
		var lines strings.Builder
		for _, x := range result.Replaced {
			fmt.Fprintf(&lines, "%s: %s%s\n", x.Path, x.What, inName(x.Name))
		}
		for _, x := range result.Kept {
			fmt.Fprintf(&lines, "kept %s: %s%s\n", x.Path, x.Why, inName(x.Name))
		}
		a.Require(t, "redacted", result.Text)
		a.Require(t, "list", lines.String())
	})
}

// TestTimestamps checks that a date of birth remains a timestamp, in every layout
// that the inference knows.
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

// TestLatitude checks that what can be a latitude remains one, with and without a
// number of the same digits beside it.
func TestLatitude(t *testing.T) {
	for _, lat := range []string{"52.520008", "89.123456789", "-33.856784", "1.352083"} {
		result, err := redact.Redact(`{"lat":`+lat+`,"x":`+strings.ReplaceAll(lat, ".", "")+`}`, redact.Options{Personal: true})
		if err != nil {
			t.Fatal(err)
		}
		is, _, _ := strings.Cut(strings.TrimPrefix(result.Text, `{"lat":`), ",")
		if n, err := strconv.ParseFloat(is, 64); err != nil || n < -90 || n > 90 || is == lat || len(is) != len(lat) {
			t.Errorf("%s became %s", lat, is)
		}
	}
}
