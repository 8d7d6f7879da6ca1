package specs

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes a small valid platform into a folder.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "acme"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "acme/platform.yaml"), "platform: acme\ntitle: Acme\ntopic: {header: X}\ntopics:\n  a: {payload: undocumented}\n")
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestLoadFiles checks that only regular files of limited size are opened (Y33, J16,
// X3, X10).
func TestLoadFiles(t *testing.T) {
	for _, tt := range []struct {
		name string
		make func(dir string) error
		want string // the diagnostics, after "specs/"
	}{
		{"fine", func(string) error { return nil }, ""},
		{"link to a file", func(dir string) error {
			return os.Symlink("platform.yaml", filepath.Join(dir, "acme/more.yaml"))
		}, "acme/more.yaml: not a regular file [irregular-file]"},
		{"link to nothing", func(dir string) error {
			return os.Symlink("/nowhere", filepath.Join(dir, "acme/more.yaml"))
		}, "acme/more.yaml: not a regular file [irregular-file]"},
		{"link to a folder", func(dir string) error {
			return os.Symlink("acme", filepath.Join(dir, "other"))
		}, "other: is a symbolic link [irregular-file]"},
		{"device", func(dir string) error {
			return os.Symlink("/dev/zero", filepath.Join(dir, "acme/zero.yaml"))
		}, "acme/zero.yaml: not a regular file [irregular-file]"},
		{"folder with the name of a file", func(dir string) error {
			return os.Mkdir(filepath.Join(dir, "acme/more.yaml"), 0o755)
		}, "acme/more.yaml: not a regular file [irregular-file]"},
		{"named pipe", func(dir string) error {
			return exec.Command("mkfifo", filepath.Join(dir, "acme/pipe.yaml")).Run()
		}, "acme/pipe.yaml: not a regular file [irregular-file]"},
		{"large", func(dir string) error {
			f, err := os.Create(filepath.Join(dir, "acme/more.yaml"))
			if err != nil {
				return err
			}
			defer f.Close()
			return f.Truncate(maxFileSize + 1)
		}, "acme/more.yaml: file exceeds the limit of 32 MiB [large-file]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t)
			if err := tt.make(dir); err != nil {
				t.Skip(err)
			}
			set, err := Load(os.DirFS(dir), "specs")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range set.Diagnostics {
				got = append(got, strings.TrimPrefix(d.String(), "specs/"))
			}
			if got := strings.Join(got, "\n"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestLoadErrors checks that a file that cannot be read is an error, not a spec without
// topics.
func TestLoadErrors(t *testing.T) {
	if _, err := Load(os.DirFS(filepath.Join(t.TempDir(), "none")), "specs"); err == nil {
		t.Error("no error for a folder that is not there")
	}
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	dir := folder(t)
	if err := os.Chmod(filepath.Join(dir, "acme/platform.yaml"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(os.DirFS(dir), "specs"); err == nil {
		t.Error("no error for a file without permission")
	}
}

// TestManyProblems checks that the problems of a file of another kind are limited (Y2,
// Y7).
func TestManyProblems(t *testing.T) {
	var b strings.Builder
	b.WriteString("topics:\n  a: &a {payload: undocumented}\n")
	for i := range 40_000 {
		b.WriteString("  k" + strings.Repeat("x", i%50) + string(rune('a'+i%26)) + ": *a\n")
	}
	set := loadTopics(t, b.String())
	if n := len(set.Diagnostics); n != maxProblems {
		t.Errorf("%d problems, want %d", n, maxProblems)
	}
}

// TestManyTopics loads more topics than any platform has, which takes minutes if
// anything is quadratic (Y7, T11).
func TestManyTopics(t *testing.T) {
	var b strings.Builder
	b.WriteString("topics:\n")
	const n = 20_000
	for i := range n {
		b.WriteString("  topic/" + strings.Repeat("x", i%7) + "/" + itoa(i) + ": {payload: undocumented}\n")
	}
	set := loadTopics(t, b.String())
	if len(set.Diagnostics) > 0 || len(set.Platforms[0].Topics) != n {
		t.Errorf("%d topics, %v", len(set.Platforms[0].Topics), set.Diagnostics.Err())
	}
}

func itoa(i int) string { return string(Ref("").element(i))[1:] }
