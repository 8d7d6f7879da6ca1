package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
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
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod -trimpath", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

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
	"example.com/hooks/generated/fecify"
	"example.com/hooks/generated/payload"
)

func Price(event payload.Event) payload.Number {
	switch event := event.(type) {
	case *acme.TicketEvent:
		return event.Price
	case *fecify.ProductEvent:
		return event.ProductInfo.Price
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
	if err := os.CopyFS(filepath.Join(dir, "specs", "fecify"), os.DirFS("../../specs/fecify")); err != nil {
		t.Fatal(err)
	}
	if code, text := runIn(dir, "generate"); code != cli.ExitFine || text != "" {
		t.Fatalf("exit %d:\n%s", code, text)
	}
	cmd := exec.Command("go", "vet", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod -trimpath", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go vet: %v\n%s", err, out)
	}
}

// TestGeneratedIsCurrent checks that the packages of this repository are what its specs
// give.
func TestGeneratedIsCurrent(t *testing.T) {
	if code, text := runIn("../..", "check", "--quick"); code != cli.ExitFine {
		t.Errorf("run: go generate ./...\n%s", text)
	}
}
