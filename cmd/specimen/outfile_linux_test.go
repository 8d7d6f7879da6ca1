package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/evidence"
)

// TestOutFilePipe checks that a pipe is written to as it is, however much that is, that
// one which nobody reads is an error, and that neither is read or replaced (F5).
func TestOutFilePipe(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Skip(err)
	}
	env, _, _ := envIn(dir)
	out := evidence.File{Name: "pipe"}
	if err := out.Check(env); err != nil {
		t.Fatal(err)
	}
	if err := out.Write(env, []byte("x")); err == nil || !strings.Contains(err.Error(), "nothing reads") {
		t.Errorf("without a reader: error %v", err)
	}
	text := strings.Repeat("evidence\n", 100_000) // more than a pipe holds
	got := make(chan string)
	go func() {
		in, err := os.Open(name)
		if err != nil {
			t.Error(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Error(err)
		}
		got <- string(data)
	}()
	if err := out.Write(env, []byte(text)); err != nil {
		t.Error(err)
	}
	if got := <-got; got != text {
		t.Errorf("read %d bytes, want %d", len(got), len(text))
	}
	if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Errorf("the pipe is gone: %v, %v", info, err)
	}
	// One that is read is not written to as well: that would not end.
	if err := out.Check(env, "pipe"); err == nil {
		t.Error("a pipe is both read and written")
	}
}

// TestPipeOfEvidence reads evidence from a pipe that has a name.
func TestPipeOfEvidence(t *testing.T) {
	t.Parallel()
	s := editable(t)
	name := filepath.Join(s.dir, "pipe")
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Skip(err)
	}
	for args, want := range map[string]string{"observe acme pipe": "acme: 0 deliveries", "merge pipe": evidenceText()} {
		written := make(chan error)
		go func() { written <- os.WriteFile(name, []byte(evidenceText()), 0o644) }()
		if code, text := runIn(s.dir, strings.Fields(args)...); code != cli.ExitFine || !strings.HasPrefix(text, want) {
			t.Errorf("%s: exit %d, %s", args, code, text)
		}
		if err := <-written; err != nil {
			t.Error(err)
		}
	}
}

// TestOutFileDevice writes to a device of the test's own, which stays one (F5).
func TestOutFileDevice(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "null")
	const null = 1<<8 | 3
	if err := syscall.Mknod(name, syscall.S_IFCHR|0o666, null); err != nil {
		t.Skip(err)
	}
	if f, err := os.OpenFile(name, os.O_WRONLY, 0); err != nil {
		t.Skip(err) // a file system without devices
	} else {
		f.Close()
	}
	if err := os.Symlink("null", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	(&script{t: t, dir: dir}).write("in.ev", []byte(evidenceText()))
	for _, args := range [][]string{{"merge", "in.ev", "--out", "null"}, {"merge", "in.ev", "--out", "null", "--force"}, {"merge", "in.ev", "--out", "link"}} {
		if code, text := runIn(dir, args...); code != cli.ExitFine || text != "" {
			t.Errorf("%v: exit %d, %s", args, code, text)
		}
		if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeCharDevice == 0 {
			t.Fatalf("%v: the device is gone: %v, %v", args, info, err)
		}
	}
}
