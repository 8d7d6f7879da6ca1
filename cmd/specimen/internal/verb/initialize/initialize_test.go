package initialize

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/specs"
)

// TestTemplate checks that the template has no problem, nor what its comments propose.
func TestTemplate(t *testing.T) {
	const first = "platform: acme\ntitle: Acme\ntopic: none\n"
	for _, known := range []bool{false, true} {
		text := template("acme", known)
		if strings.Contains(text, "NAME") || strings.Contains(text, "HEADER") || strings.Contains(text, "Where") {
			t.Errorf("it has a name left out:\n%s", text)
		}
		load(t, first+text)
		var proposed strings.Builder
		_, text, _ = strings.Cut(text, "enums and the envelope.\n#\n")
		for line := range strings.Lines(text) {
			proposed.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "#"), " "))
		}
		p := load(t, strings.Replace(first, "none", "{header: X-Acme-Topic}", 1)+proposed.String())
		if len(p.Documents) != 1 || p.Deliveries.Signature.Algorithm != "hmac-sha256" || p.Deliveries.ID.Header != "X-Acme-Delivery" {
			t.Errorf("it proposes %+v", p)
		}
	}
}

// load returns a platform without problems.
func load(t *testing.T, text string) *specs.Platform {
	t.Helper()
	set, err := specs.Load(fstest.MapFS{"acme/platform.yaml": {Data: []byte(text)}}, "specs")
	if err != nil || len(set.Diagnostics) > 0 {
		t.Fatalf("%v %v\n%s", err, set.Diagnostics, text)
	}
	return set.Platforms[0]
}

// TestAttributes checks which folders have lines for git.
func TestAttributes(t *testing.T) {
	for out, want := range map[string]string{
		"generated": "generated/** linguist-generated gitlab-generated\ngenerated/*/types.go -linguist-generated -gitlab-generated\n",
		"a/b":       "a/b/** linguist-generated gitlab-generated\na/b/*/types.go -linguist-generated -gitlab-generated\n",
		".":         "",
		"../out":    "",
		"/out":      "",
	} {
		if got := attributes(out); got != want {
			t.Errorf("%s: %q, want %q", out, got, want)
		}
	}
}
