package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestMeant checks what is proposed for misspelt verbs, flags, platforms, paths and events.
func TestMeant(t *testing.T) {
	t.Parallel()
	s := editable(t)
	s.write("specs/acme/order.yaml", []byte(`topics:
  order/paid:
    event: Order
    examples:
      - name: one
        payload: |
          {"order": {"id": 1}}
`))
	before := s.names(".")
	for _, c := range []struct{ args, want string }{
		{"generat", `did you mean "generate"?`},
		{"--versoin", `did you mean "--version"?`},
		{"--jsn", "flags follow the verb"},
		{"list --jsn", `did you mean "--json"?`},
		{"list -json", `did you mean "--json"?`},
		{"check --fromat json", `did you mean "--format"?`},
		{"list -q", `"specimen list --help" shows the flags`},
		{"help rule", `did you mean "rules"?`},
		{"check acne", `did you mean "acme"?`},
		{"observe betta -", `did you mean "beta"?`},
		{"explain acme order", "did you mean Order, or OrderEvent/order?"},
		{"explain acme ordre", `did you mean "Order"?`},
		{"explain acme orderevent/order", "did you mean OrderEvent/order?"},
		{"suggest --at orderevent/order acme", "did you mean OrderEvent/order?"},
		{"suggest --at unlike acme", "a path begins with an event's type"},
		{"add acne x/y p.json", `did you mean "acme"? If it is a new platform, give its --title`},
		{"add acne --each d.ndjson", `did you mean "acme"? If it is a new platform, give its --title`},
	} {
		code, text := runIn(s.dir, strings.Fields(c.args)...)
		if _, hint, _ := strings.Cut(text, "hint: "); code != cli.ExitFailure || !strings.HasPrefix(hint, c.want) {
			t.Errorf("%s: exit %d, %s\nwant the hint %s", c.args, code, text, c.want)
		}
	}
	if s.names(".") != before {
		t.Error("files were changed")
	}
	for _, args := range []string{"add acne x/y p.json --title Acne", "add acmes x/y p.json --header X-Topic", "add other x/y p.json"} {
		if code, text := runIn(s.dir, strings.Fields(args)...); code != cli.ExitFine {
			t.Errorf("%s: exit %d, %s", args, code, text)
		}
	}
}

// TestRemarks checks that success without a result is said on a terminal, and only there.
func TestRemarks(t *testing.T) {
	t.Parallel()
	s := editable(t)
	s.git([]string{"init", "-q"})
	s.git([]string{"add", "-A"})
	s.git([]string{"commit", "-q", "-m", "all"})
	if code, text := runIn(s.dir, "generate"); code != cli.ExitFine || text != "" {
		t.Fatalf("exit %d, %s", code, text)
	}
	for _, c := range []struct{ args, want string }{
		{"check --quick", "no findings in 2 platforms\n"},
		{"check --quick acme", "no findings in 1 platform\n"},
		{"check --quick --json", ""},
		{"diff --against HEAD", "no changes since HEAD\n"},
		{"diff --against HEAD --json", ""},
		{"suggest --only map", "no suggestions\n"},
		{"suggest --only map --json", ""},
		{"generate", ""},
	} {
		for _, terminal := range []bool{true, false} {
			env, stdout, stderr := envIn(s.dir)
			env.Stdout.Terminal = terminal
			want := c.want
			if !terminal {
				want = ""
			}
			if code := runWith(env, strings.Fields(c.args)...); code != cli.ExitFine || stdout.String() != want || stderr.Len() > 0 {
				t.Errorf("%s, terminal %t: exit %d, %q, %q, want %q", c.args, terminal, code, stdout, stderr, want)
			}
		}
	}
}

// TestSameJSON checks that every verb with a form of JSON has both flags for it, which do the
// same.
func TestSameJSON(t *testing.T) {
	t.Parallel()
	args := map[string]string{
		"generate": "", "check": "--quick", "suggest": "", "explain": "acme XEvent", "diff": "--against HEAD",
		"report": "--out pages", "observe": "acme d.ndjson", "list": "",
	}
	s := editable(t)
	s.git([]string{"init", "-q"})
	s.git([]string{"add", "-A"})
	s.git([]string{"commit", "-q", "-m", "all"})
	s.write("specs/acme/x.yaml", []byte(strings.Replace(string(s.read("specs/acme/x.yaml")), `"12.30"`, "true", 1)))
	for _, v := range verbs(checker, untried) {
		set := pflag.NewFlagSet("", pflag.ContinueOnError)
		v.New().Flags(set)
		switch {
		case (set.Lookup("format") == nil) != (set.Lookup("json") == nil):
			t.Errorf("%s has one of --format and --json", v.Name)
		case set.Lookup("json") == nil:
			continue
		}
		words, ok := args[v.Name]
		if !ok {
			t.Errorf("no arguments for %s", v.Name)
		}
		run := func(flags ...string) (text string) {
			_, text = runIn(s.dir, append(append([]string{v.Name}, strings.Fields(words)...), flags...)...)
			return text
		}
		if short, long := run("--json"), run("--format", "json"); short != long || short != "" && !strings.HasPrefix(short, "{") || short == "" && strings.Contains("explain diff observe list", v.Name) {
			t.Errorf("%s --json prints\n%s\nand --format json\n%s", v.Name, short, long)
		}
	}
}

// TestSubfolder runs verbs in folders of a module that have no specs: those of the nearest
// folder above are used, up to that of the go.mod.
func TestSubfolder(t *testing.T) {
	t.Parallel()
	s := editable(t)
	s.write("cmd/hooks/main.go", []byte("package main\n\nfunc main() {}\n"))
	s.write("other/go.mod", []byte("module example.com/other\n\ngo 1.26\n"))
	below := filepath.Join(s.dir, "cmd", "hooks")
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"check --quick", cli.ExitFindings, filepath.FromSlash("../../generated") + "/acme: missing [missing-file]\n      hint: run: specimen generate\n"},
		{"generate", cli.ExitFine, ""},
		{"check --quick", cli.ExitFine, ""},
		{"explain acme XEvent/id", cli.ExitFine, "../../specs/acme/x.yaml:7:"},
		{"check --quick --out " + filepath.FromSlash("../out"), cli.ExitFindings, "hint: run: specimen generate --out " + filepath.FromSlash("../out")},
		{"add acme x/y ../../p.json", cli.ExitFine, "../../specs/acme/x.yaml:8:9: added example"},
		{"list --specs specs", cli.ExitFailure, "there is no folder specs"},
	} {
		if code, text := runIn(below, strings.Fields(c.args)...); code != c.code || !strings.Contains(text, c.want) || c.want == "" && text != "" {
			t.Errorf("%s: exit %d, %s\nwant exit %d, %s", c.args, code, text, c.code, c.want)
		}
	}
	if got := strings.Join(s.files("cmd"), " "); got != "cmd/hooks/main.go" {
		t.Errorf("the subfolder has %s", got)
	}
	for _, dir := range []string{filepath.Join(s.dir, "other"), testfolder.New(t)} { // another module, and none
		if code, text := runIn(dir, "list"); code != cli.ExitFailure || !strings.Contains(text, "there is no folder specs") {
			t.Errorf("%s: exit %d, %s", dir, code, text)
		}
	}
}

// TestCheckNamed checks that check looks at the named platforms only.
func TestCheckNamed(t *testing.T) {
	t.Parallel()
	s := editable(t)
	if code, text := runIn(s.dir, "generate"); code != cli.ExitFine || text != "" {
		t.Fatalf("exit %d, %s", code, text)
	}
	s.write("specs/beta/x.yaml", []byte("topics: {x/y: {payload: undocumented, evnt: X}}\n"))
	s.write("generated/gone/doc.go", []byte("// Code generated by specimen; DO NOT EDIT.\n\npackage gone\n"))
	for args, want := range map[string]int{"check --quick acme": cli.ExitFine, "check --quick beta": cli.ExitFindings, "check --quick acme beta": cli.ExitFindings, "check --quick": cli.ExitFindings} {
		code, text := runIn(s.dir, strings.Fields(args)...)
		if orphan := strings.Contains(text, "gone: no spec"); code != want || orphan != (args == "check --quick") {
			t.Errorf("%s: exit %d, want %d\n%s", args, code, want, text)
		}
	}
}
