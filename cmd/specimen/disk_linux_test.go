package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// onDisk puts a folder as editable makes it, with evidence and pages, on a small file
// system in memory, and returns it with a function that changes its limits.
func onDisk(t *testing.T) (s *script, limit func(flags uintptr, options string) error) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a file system of its own")
	}
	s = editable(t)
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=16m"); err != nil {
		t.Skipf("mounting a file system: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	if err := os.CopyFS(disk, os.DirFS(s.dir)); err != nil {
		t.Fatal(err)
	}
	s.dir = disk
	for _, args := range [][]string{
		{"observe", "acme", "d.ndjson", "--evidence", "a.ev"},
		{"observe", "acme", "p.json", "--topic", "x/y", "--evidence", "old.ev"},
		{"report", "acme", "--out", "pages"},
	} {
		if code, text := runIn(disk, args...); code == cli.ExitFailure {
			t.Fatal(text)
		}
	}
	s.write("specs/acme/z.yaml", append(s.read("specs/acme/z.yaml"), "# changed since\n"...))
	return s, func(flags uintptr, options string) error {
		return syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|flags, options)
	}
}

// writingVerbs are command lines that write to files, one for each kind of file.
var writingVerbs = append([][]string{
	{"observe", "acme", "d.ndjson", "--evidence", "old.ev"},
	{"merge", "a.ev", "--out", "old.ev"},
	{"merge", "a.ev", "--out", "new.ev"},
	{"report", "--out", "pages"},
	{"init", "gamma"},
}, editingVerbs...)

// TestVerbsOnFullDisk lets the disk be full after ever more pages and files, for
// each verb that writes: there is one error that says so, every file is as before,
// and nothing else is there; with more room the same command does what it should
// (F6).
func TestVerbsOnFullDisk(t *testing.T) {
	t.Parallel()
	for _, args := range writingVerbs {
		for _, option := range []string{"size", "nr_inodes"} {
			s, limit := onDisk(t)
			before := s.names(".")
			var stat syscall.Statfs_t
			if err := syscall.Statfs(s.dir, &stat); err != nil {
				t.Fatal(err)
			}
			used, scale := stat.Blocks-stat.Bfree, uint64(stat.Bsize)
			if option == "nr_inodes" {
				used, scale = stat.Files-stat.Ffree, 1
			}
			failed := 0
			for more := uint64(0); ; more++ {
				if err := limit(0, fmt.Sprintf("%s=%d", option, (used+more)*scale)); err != nil {
					t.Fatal(err)
				}
				code, text := runIn(s.dir, args...)
				if code != cli.ExitFailure {
					break
				}
				failed++
				if strings.Count(text, "no space left") != 1 {
					t.Fatalf("%v, %s and %d more: %s", args, option, more, text)
				}
				if got := s.names("."); got != before {
					t.Fatalf("%v, %s and %d more: there is\n%s\nwant\n%s", args, option, more, got, before)
				}
			}
			if failed < 2 || s.names(".") == before {
				t.Errorf("%v, %s: failed %d times", args, option, failed)
			}
		}
	}
}

// TestVerbsOnReadOnlyDisk checks that a disk that cannot be written to is one error for
// each verb that writes, which says what was to be written and where, and no hindrance for
// those that read.
func TestVerbsOnReadOnlyDisk(t *testing.T) {
	t.Parallel()
	s, limit := onDisk(t)
	before := s.names(".")
	refusal := regexp.MustCompile(`cannot write [a-z./]+: read-only file system in the (folder [a-z./]+|working directory); nothing was changed`)
	if err := limit(syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	for _, args := range writingVerbs {
		code, text := runIn(s.dir, args...)
		if code != cli.ExitFailure || strings.Count(text, "read-only") != 1 || !refusal.MatchString(text) {
			t.Errorf("%v: exit %d, %s", args, code, text)
		}
	}
	for _, args := range [][]string{{"list"}, {"suggest"}, {"observe", "acme", "d.ndjson"}, {"merge", "a.ev"}} {
		if code, text := runIn(s.dir, args...); code == cli.ExitFailure {
			t.Errorf("%v: exit %d, %s", args, code, text)
		}
	}
	if got := s.names("."); got != before {
		t.Errorf("there is\n%s\nwant\n%s", got, before)
	}
}
