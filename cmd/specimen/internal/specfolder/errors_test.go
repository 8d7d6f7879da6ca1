package specfolder

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
)

func TestWriteError(t *testing.T) {
	for _, test := range []struct {
		dir  string
		err  rewrite.RefusedError
		want string
	}{
		{"specs", rewrite.RefusedError{Doing: "write", Name: "acme/a.yaml", Within: ".", Err: syscall.EACCES}, "cannot write specs/acme/a.yaml: permission denied in the folder specs; nothing was changed"},
		{"specs", rewrite.RefusedError{Doing: "remove", Name: "acme/a.yaml", Within: "acme", Err: syscall.EACCES}, "cannot remove specs/acme/a.yaml: permission denied in the folder specs/acme; nothing was changed"},
		{"specs", rewrite.RefusedError{Doing: "write", Within: ".", Err: syscall.ENOSPC}, "cannot write to the folder specs: no space left on device in the folder specs; nothing was changed"},
		{".", rewrite.RefusedError{Doing: "write", Name: "e.json", Within: ".", Err: syscall.EROFS}, "cannot write e.json: read-only file system in the working directory; nothing was changed"},
		{"a/b", rewrite.RefusedError{Doing: "create", Within: "../..", Err: syscall.EACCES}, "cannot create the folder a/b: permission denied in the working directory; nothing was changed"},
		{"/srv/out", rewrite.RefusedError{Doing: "create", Within: "..", Err: syscall.EACCES}, "cannot create the folder /srv/out: permission denied in the folder /srv; nothing was changed"},
	} {
		if got := WriteError(test.err, test.dir).Error(); got != test.want {
			t.Errorf("%s, %+v:\ngot  %s\nwant %s", test.dir, test.err, got, test.want)
		}
	}
}

// TestReadError checks that the error of a file has the name of its folder, once.
func TestReadError(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	_, inside := root.Open("acme/a.yaml")
	_, outside := os.Open(filepath.Join(dir, "a.yaml"))
	for _, test := range []struct {
		err  error
		want string
	}{
		{inside, "cannot read specs/acme/a.yaml: no such file or directory"},
		{fmt.Errorf("reading specs: %w", inside), "cannot read specs/acme/a.yaml: no such file or directory"},
		{outside, outside.Error()},
		{syscall.EIO, "input/output error"},
	} {
		for _, f := range []func(error, string) error{ReadError, WriteError} {
			if got := f(test.err, "specs").Error(); got != test.want {
				t.Errorf("%v: got %s, want %s", test.err, got, test.want)
			}
		}
	}
}
