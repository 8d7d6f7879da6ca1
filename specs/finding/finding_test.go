package finding

import (
	"regexp"
	"strings"
	"testing"
)

// TestTable holds the form of the table: each rule has a row, an id of its own and a text,
// and only warnings can be ignored.
func TestTable(t *testing.T) {
	id := regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*$`)
	seen := make(map[string]bool)
	for r := Rule(1); int(r) < len(table); r++ {
		switch {
		case !id.MatchString(r.String()):
			t.Errorf("rule %d has the id %q, want lower-case words joined by dashes", r, r)
		case seen[r.String()]:
			t.Errorf("two rules have the id %s", r)
		case !strings.HasSuffix(r.Text(), "."):
			t.Errorf("%s: %q is not a sentence", r, r.Text())
		case r.Ignorable() && r.Severity() != Warning:
			t.Errorf("%s: an %s can be ignored", r, r.Severity())
		}
		seen[r.String()] = true
	}
}

// TestRules holds that the parts list each rule once, in the order of the table.
func TestRules(t *testing.T) {
	next := Rule(1)
	for _, part := range Rules() {
		if part.Title == "" {
			t.Errorf("the part of %s has no title", part.Rules[0])
		}
		for _, r := range part.Rules {
			if r != next {
				t.Fatalf("got %s, want %s", r, next)
			}
			next++
		}
	}
	if int(next) != len(table) {
		t.Errorf("the parts end before %s", next)
	}
}

// TestByID finds every rule by its id.
func TestByID(t *testing.T) {
	for i, id := range IDs() {
		if r, ok := ByID(id); !ok || r != Rule(i+1) {
			t.Errorf("ByID(%q) = %d, %t, want %d", id, r, ok, i+1)
		}
	}
	if r, ok := ByID(""); ok {
		t.Errorf(`ByID("") = %d`, r)
	}
}
