//go:build unix

package selfcheck

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestNewerGo checks that compiled packages that cannot be read are those of a newer
// Go, where the go command is one.
func TestNewerGo(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write("fmt.a", "!<arch>\nwhat a later Go writes")
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	for version, want := range map[string]bool{"go1.999.1": true, "go1.999rc1 X:simd": true, "go1.2": false, "devel": false} {
		write("go", "#!/bin/sh\ncase $1 in list) echo fmt="+dir+"/fmt.a;; env) echo '"+version+"';; esac\n")
		_, err := new(Checker).Check(map[string][]byte{"a/a.go": []byte("package a\n\nimport _ \"fmt\"\n")}, "example.com/gen", "")
		var newer NewerGo
		if err == nil || errors.As(err, &newer) != want {
			t.Errorf("%s: %v, newer: %v", version, err, newer.Version)
		}
	}
}
