//go:build unix

package selfcheck

import (
	"errors"
	"os"
	"os/exec"
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

// TestOlderGo checks files for a newer Go than that of the go command, which is asked in a
// way in which it heeds GOTOOLCHAIN.
func TestOlderGo(t *testing.T) {
	real, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	older := releases()[len(releases())-2]
	dir := t.TempDir()
	script := "#!/bin/sh\nif [ \"$GO111MODULE\" = off ]; then exit 1; fi\ncase $1 in env) echo " + older + ".3;; *) exec " + real + " \"$@\";; esac\n"
	if err := os.WriteFile(filepath.Join(dir, "go"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	problems, err := new(Checker).Check(map[string][]byte{
		"a/a.go":     []byte("package a\n\nimport \"fmt\"\n\nvar X int = fmt.Sprint()\n"),
		"a/newer.go": []byte("//go:build " + Known() + "\n\npackage a\n\nimport _ \"encoding/newer\"\n"),
	}, "example.com/gen", "")
	if err != nil || len(problems) != 1 || problems[0].Pos.Filename != "a/a.go" {
		t.Errorf("got %v, %v; want the problem in a.go", problems, err)
	}
}
