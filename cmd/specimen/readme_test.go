package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs the commands of README's tutorial, except the installation: the
// program that they run is the one under test.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh")
	}
	script := strings.Join(blocks(section(readme(t), "Add a platform of your own"), "sh"), "")
	for _, want := range []string{"\ngo get -tool ", "\nalias specimen=\"go tool specimen\"\n", "\n//go:generate go tool specimen generate\n", "specimen suggest -w"} {
		if !strings.Contains(script, want) {
			t.Fatalf("README does not say %q:\n%s", want, script)
		}
	}
	out, dir := runScript(t, sh, strings.NewReplacer("go get -tool", "true", "go tool specimen", "specimen").Replace(script))
	for _, pkg := range []string{"example.com/hooks/generated/acme", "example.com/hooks"} {
		if !strings.Contains(string(out), "ok  \t"+pkg+"\t") {
			t.Errorf("%s did not pass its tests", pkg)
		}
	}
	decisions, err := os.ReadFile(filepath.Join(dir, "specs/acme/platform.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"TicketOwner:\n    at: [TicketEvent/closed_by, TicketEvent/owner]", "TicketEvent/paid: {type: number"} {
		if !strings.Contains(string(decisions), want) {
			t.Errorf("suggest did not write %q:\n%s", want, decisions)
		}
	}
}

// TestReadmePage runs the commands with which README turns a page into a spec, and checks
// that they give what it shows.
func TestReadmePage(t *testing.T) {
	t.Parallel()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh")
	}
	text := section(readme(t), "From the page to the spec")
	out, dir := runScript(t, sh, strings.Join(blocks(text, "sh"), ""))
	got, err := os.ReadFile(filepath.Join(dir, "specs/billing/invoice.yaml"))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if want := blocks(text, "yaml")[0]; !strings.HasSuffix(string(got), "\n"+want) {
		t.Errorf("import writes\n%s\nREADME shows\n%s", got, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "generated/billing/types.go")); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	tryHook(t, dir, blocks(text, "go")[0])
	page, err := os.ReadFile(filepath.Join(dir, "webhooks.md"))
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := strings.Cut(string(page), "### invoice.voided")
	newer := strings.Replace(before, `"total": "9.50"`, `"total": "10.50"`, 1) + `
### invoice.paid

    {"event": "invoice.paid", "id": 12, "total": "10.50", "paid": true, "lines": []}
`
	if err := os.WriteFile(filepath.Join(dir, "webhooks.md"), []byte(newer), 0o644); err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(text, "$ specimen import ")
	command, want, _ := strings.Cut(shown, "\n")
	want, _, _ = strings.Cut(want, "```")
	if code, got := runIn(dir, append([]string{"import"}, strings.Fields(command)...)...); code != 0 || got != want {
		t.Errorf("import of a newer copy exits with %d and prints\n%s\nREADME shows\n%s", code, got, want)
	}
}

// hookTest sends deliveries to the receiver of the chapter.
const hookTest = `package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHook(t *testing.T) {
	const invoice = "{\"event\": \"invoice.created\", \"id\": 12, \"total\": \"9.50\", \"lines\": []}"
	for _, tt := range []struct {
		token, sent, body string
		code              int
	}{
		{"t0", "t0", invoice, 200},
		{"t0", "t0", "{\"event\": \"invoice.voided\"}", 200},
		{"t0", "t1", invoice, 401},
		{"", "", invoice, 401},
		{"t0", "t0", strings.Replace(invoice, "9.50", "cheap", 1), 500},
	} {
		t.Setenv("BILLING_TOKEN", tt.token)
		receiver, err := hook()
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodPost, "/billing", strings.NewReader(tt.body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", tt.sent)
		w := httptest.NewRecorder()
		receiver.ServeHTTP(w, r)
		if w.Code != tt.code {
			t.Errorf("%+v: %d", tt, w.Code)
		}
	}
}
`

// tryHook runs the receiver of the chapter, beside the packages that the chapter generated.
func tryHook(t *testing.T, dir, code string) {
	t.Helper()
	for name, text := range map[string]string{"main.go": code, "main_test.go": hookTest} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"vet", "."}, {"test", "."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", args[0], err, out)
		}
	}
}

// runScript runs the commands of a chapter of README in an empty folder.
func runScript(t *testing.T, sh, script string) (out []byte, dir string) {
	t.Helper()
	cmd := exec.Command(sh)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "PATH="+withProgram(t))
	cmd.Stdin = strings.NewReader("set -e\n" + script)
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
	return out, cmd.Dir
}

// withProgram returns a value of PATH by which shells find the program under test.
func withProgram(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := "#!/bin/sh\nSPECIMEN_TEST_MAIN=1 exec '" + self + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "specimen"), []byte(program), 0o755); err != nil {
		t.Fatal(err)
	}
	return bin + string(os.PathListSeparator) + os.Getenv("PATH")
}

// section returns the text below a heading of the second level.
func section(text, heading string) string {
	_, rest, _ := strings.Cut(text, "\n## "+heading+"\n")
	rest, _, _ = strings.Cut(rest, "\n## ")
	return rest
}

// blocks returns the blocks of code of a language in a text.
func blocks(text, language string) []string {
	var all []string
	for {
		_, rest, ok := strings.Cut(text, "```"+language+"\n")
		if !ok {
			return all
		}
		block, after, _ := strings.Cut(rest, "```")
		all, text = append(all, block), after
	}
}
