package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// runIn runs the program in a folder and returns what it wrote to stdout and
// stderr, in this order.
func runIn(dir string, args ...string) (code int, text string) {
	var stdout, stderr bytes.Buffer
	a := app{stdout: stream{Writer: &stdout}, stderr: stream{Writer: &stderr}, dir: dir}
	code = a.run(args)
	return code, stdout.String() + stderr.String()
}

// appIn is the program in a folder, with what it writes to stdout and stderr.
func appIn(dir string) (a app, stdout, stderr *bytes.Buffer) {
	stdout, stderr = new(bytes.Buffer), new(bytes.Buffer)
	return app{stdin: strings.NewReader(""), stdout: stream{Writer: stdout}, stderr: stream{Writer: stderr}, dir: dir}, stdout, stderr
}

// broken is an output that cannot be written to.
type broken struct{ err any }

func (b broken) Write([]byte) (int, error) {
	if err, ok := b.err.(error); ok {
		return 0, err
	}
	panic(b.err)
}

// TestClosedOutput holds that output which nobody got is no success (F15).
func TestClosedOutput(t *testing.T) {
	var stderr bytes.Buffer
	a := app{stdout: stream{Writer: broken{io.ErrClosedPipe}}, stderr: stream{Writer: &stderr}}
	if code := a.run([]string{"version"}); code != exitFailure || !strings.Contains(stderr.String(), "closed pipe") {
		t.Errorf("exit %d, %s", code, &stderr)
	}
}

// TestPanic holds that a panic, in any goroutine, ends in a report (F16).
func TestPanic(t *testing.T) {
	var stderr bytes.Buffer
	a := app{stdout: stream{Writer: broken{"oh no"}}, stderr: stream{Writer: &stderr}}
	code := a.run([]string{"version"})
	if code != exitFailure || !strings.Contains(stderr.String(), "internal error: oh no") || !strings.Contains(stderr.String(), "report it") {
		t.Errorf("exit %d, %s", code, &stderr)
	}
	defer func() {
		if e, ok := recover().(panicked); !ok || e.value != "deep" || !bytes.Contains(e.stack, []byte("TestPanic")) {
			t.Errorf("recovered %v", e)
		}
	}()
	parallel(3, func(i int) {
		if i == 1 {
			panic("deep")
		}
	})
}

// TestColor holds that escapes of terminals appear only where they are asked for.
func TestColor(t *testing.T) {
	for _, color := range []bool{false, true} {
		var out bytes.Buffer
		list := diagnostic.List{{Message: "m"}}
		if err := report(stream{&out, color}, "text", list, nil); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "\x1b") != color {
			t.Errorf("color %t: %q", color, out.String())
		}
	}
}

// TestSpecTypes holds that the loader and the inference know the same words for
// types, which neither can look up at the other.
func TestSpecTypes(t *testing.T) {
	got, want := strings.Join(specs.FieldTypes(), " "), strings.Join(infer.TypeWords(), " ")
	if got != want {
		t.Errorf("specs has %s, infer has %s", got, want)
	}
}

// TestFreshModule makes packages in a module that has nothing to do with this
// one, and runs the go command on them without a network.
func TestFreshModule(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":                   "module example.com/fresh\n\ngo 1.26\n",
		"specs/acme/platform.yaml": "platform: acme\ntitle: Acme\ntopic: {header: X-Acme-Topic}\n",
		"specs/acme/topics.yaml": `topics:
  anvils/dropped:
    event: Anvil
    examples:
      - name: plain
        payload: |
          {"anvil": {"id": 1, "weight": 12.50, "at": "2024-01-02T03:04:05Z", "note": null, "tags": []}}
  anvils/lost:
    event: Loss
    examples:
      - name: plain
        payload: |
          [{"id": 9223372036854775808}, "", {"+1": 1, "-1": 2}]
`,
	} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if code, text := runIn(dir, "generate"); code != exitFine || text != "" {
		t.Fatalf("exit %d:\n%s", code, text)
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

// TestGeneratedIsCurrent holds that the packages of this repository are what
// its specs give.
func TestGeneratedIsCurrent(t *testing.T) {
	if code, text := runIn("../..", "check", "--quick"); code != exitFine {
		t.Errorf("run: go generate ./...\n%s", text)
	}
}
