package rewrite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestRefused changes files in folders that must not be written to: the error says what was
// to be done and which folder refused it, and the files and folders are as before.
func TestRefused(t *testing.T) {
	for _, test := range []struct {
		name     string
		readOnly string // the folder
		in       string // the folder that is changed
		change   Change
		want     RefusedError
	}{
		{"the folder", "specs", "specs", Change{Name: "acme/a.yaml", Old: []byte("a"), New: []byte("b")}, RefusedError{Doing: "write", Name: "acme/a.yaml", Within: "."}},
		{"a new file in a folder of it", "specs/acme", "specs", Change{Name: "acme/b.yaml", New: []byte("b")}, RefusedError{Doing: "write", Name: "acme/b.yaml", Within: "acme"}},
		{"a new folder in a folder of it", "specs/acme", "specs", Change{Name: "acme/more/b.yaml", New: []byte("b")}, RefusedError{Doing: "write", Name: "acme/more/b.yaml", Within: "acme"}},
		{"a file that goes", "specs/acme", "specs", Change{Name: "acme/a.yaml", Old: []byte("a")}, RefusedError{Doing: "remove", Name: "acme/a.yaml", Within: "acme"}},
		{"what is above it", ".", "new/deep", Change{Name: "a", New: []byte("a")}, RefusedError{Doing: "create", Within: "../.."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := testfolder.New(t)
			before := map[string]string{"specs/acme/a.yaml": "a"}
			put(t, dir, before)
			asSomebody(t, dir, test.readOnly)
			err := apply(filepath.Join(dir, test.in), []Change{test.change}, nil)
			var got RefusedError
			if !errors.As(err, &got) || !errors.Is(err, fs.ErrPermission) {
				t.Fatalf("got %v, want a RefusedError", err)
			}
			if got.Doing != test.want.Doing || got.Name != test.want.Name || got.Within != test.want.Within || !errors.Is(got.Err, syscall.EACCES) {
				t.Errorf("got %s %q, refused in %s: %v; want %s %q, refused in %s", got.Doing, got.Name, got.Within, got.Err, test.want.Doing, test.want.Name, test.want.Within)
			}
			holds(t, dir, before)
		})
	}
}

// asSomebody makes a folder read-only, for a user who may write to the other ones. This
// thread is that user's until the test ends.
func asSomebody(t *testing.T, dir, readOnly string) {
	t.Helper()
	const nobody = 65534
	user := os.Getuid()
	if user == 0 {
		user = nobody
	}
	if err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(name, user, -1))
	}); err != nil {
		t.Fatal(err)
	}
	readOnly = filepath.Join(dir, readOnly)
	if err := os.Chmod(readOnly, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(readOnly, 0o755) })
	if os.Getuid() != 0 {
		return
	}
	runtime.LockOSThread()
	t.Cleanup(runtime.UnlockOSThread)
	if err := syscall.Setfsuid(user); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Setfsuid(0); err != nil {
			t.Error(err)
		}
	})
}
