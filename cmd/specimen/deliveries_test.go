package main

import (
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestDeliveries generates the packages of testdata/module/deliveries.txtar into a
// module of their own and runs their tests there, and those of a package that
// imports them: in another time zone, language and folder, in random order and
// without a network (X9, X11, X12, D1, D2, D3, D4, D5, D6, D7, D11, D13, D14, D17, D20,
// D21, D22, K13, T12).
func TestDeliveries(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	archive, err := txtar.ParseFile("testdata/module/deliveries.txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := &script{t: t, dir: testfolder.New(t)}
	for _, f := range archive.Files {
		s.write(f.Name, f.Data)
	}
	if code, text := runIn(s.dir, "generate"); code != cli.ExitFine || text != "" {
		t.Fatalf("exit %d\n%s", code, text)
	}
	for _, name := range s.files("generated") {
		if filepath.Ext(name) != ".go" {
			continue
		}
		if data := s.read(name); string(must(format.Source(data))) != string(data) {
			t.Errorf("gofmt changes %s", name)
		}
	}
	s.write("vendor/modules.txt", nil)
	args := []string{"test", "-short", "-shuffle=on", "./..."}
	if runtime.GOOS == "linux" && runtime.GOARCH == "amd64" && os.Getenv("CGO_ENABLED") != "0" {
		if _, err := exec.LookPath("cc"); err == nil {
			args = []string{"test", "-short", "-shuffle=on", "-race", "./..."}
		}
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=vendor -trimpath", "TZ=Asia/Kathmandu", "LC_ALL=tr_TR.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
