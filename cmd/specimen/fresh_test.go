package main

import (
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/generated/payload"
)

// TestFreshModule makes packages in a module that has nothing to do with this
// one, and runs the go command on them without a network.
func TestFreshModule(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	dir := testfolder.New(t)
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
	if code, text := runIn(dir, "generate"); code != cli.ExitFine || text != "" {
		t.Fatalf("exit %d:\n%s", code, text)
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

// The events of all modules have the methods that README names, and none of them has a type
// of package payload in it, of which every module has its own.
var _ interface {
	TopicName() string
	AppendJSON([]byte) []byte
	LogValue() slog.Value
} = payload.Event(nil)

// TestOnePayload generates a platform of this repository, from a copy of its spec, with one
// of the program's own: both have the types of one package payload.
func TestOnePayload(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	dir := testfolder.New(t)
	for name, text := range map[string]string{
		"go.mod": "module example.com/hooks\n\ngo 1.26\n",
		"specs/acme/platform.yaml": `platform: acme
title: Acme
topic: {header: X-Acme-Topic}
topics:
  ticket/sold:
    event: Ticket
    examples:
      - name: plain
        payload: |
          {"price": 12.50}
`,
		"hooks.go": `package hooks

import (
	"example.com/hooks/generated/acme"
	"example.com/hooks/generated/payload"
	"example.com/hooks/generated/shoplazza"
)

func Price(event payload.Event) payload.Number {
	switch event := event.(type) {
	case *acme.TicketEvent:
		return event.Price
	case *shoplazza.OrderEvent:
		return event.Order.TotalPrice
	}
	return payload.Number{}
}
`,
	} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	copySpec(t, dir)
	if code, text := runIn(dir, "generate"); code != cli.ExitFine || text != "" {
		t.Fatalf("exit %d:\n%s", code, text)
	}
	cmd := exec.Command("go", "vet", ".")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go vet: %v\n%s", err, out)
	}
}

// copySpec runs the commands with which README copies a spec. The files are not writable where
// the go command keeps them.
func copySpec(t *testing.T, dir string) {
	t.Helper()
	script := blocks(section(readme(t), "Build, copy and test"), "sh")
	const from = `"$(go list -m -f '{{.Dir}}' github.com/specimen-go/specimen)/specs/shoplazza"`
	if len(script) != 1 || !strings.Contains(script[0], from) {
		t.Fatalf("README says something else: %q", script)
	}
	kept := filepath.Join(testfolder.New(t), "shoplazza")
	if err := os.CopyFS(kept, os.DirFS("../../specs/shoplazza")); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(kept, "*"))
	for _, name := range append(files, kept) {
		err = errors.Join(err, os.Chmod(name, 0o555))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(kept, 0o755) }) // so that it can be removed
	cmd := exec.Command("sh", "-ec", strings.ReplaceAll(script[0], from, kept))
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if info, err := os.Stat(filepath.Join(dir, "specs/shoplazza/orders.yaml")); err != nil || info.Mode()&0o200 == 0 {
		t.Errorf("the copied spec is %v %v", info, err)
	}
}

// TestGeneratedIsCurrent checks that the packages of this repository are what its specs
// give.
func TestGeneratedIsCurrent(t *testing.T) {
	if code, text := runIn("../..", "check", "--quick"); code != cli.ExitFine {
		t.Errorf("run: go generate ./...\n%s", text)
	}
}
