package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadmeRecord checks that the Go code that README has on recording deliveries passes
// vet.
func TestReadmeRecord(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	code := blocks(section(readme(t), "Compare deliveries with the types"), "go")
	if len(code) != 1 || !strings.Contains(code[0], "record.New()") {
		t.Fatalf("README says something else: %s", code)
	}
	src := `package hooks

import (
	"os"
	"time"

	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzarecord"
)

func record(receiver *shoplazza.Receiver) error {
` + code[0] + `
	return err
}
`
	file := filepath.Join(t.TempDir(), "hooks.go")
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "vet", file).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s\n%s", err, out, src)
	}
}
