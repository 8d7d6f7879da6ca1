package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestMain runs the program itself where a test starts it as a process. Otherwise it
// runs the tests, whose go commands use no network and no workspace. They compile with
// -trimpath: then the folder is not part of the key of the build cache, and code that was
// generated before into another folder is not compiled again.
func TestMain(m *testing.M) {
	if os.Getenv("SPECIMEN_TEST_MAIN") != "" {
		main()
		return
	}
	for name, value := range map[string]string{"GOPROXY": "off", "GOWORK": "off", "GOFLAGS": "-trimpath"} {
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// startIn starts the program in a folder as a process of its own.
func startIn(t *testing.T, dir string, args ...string) (cmd *exec.Cmd, output *strings.Builder) {
	t.Helper()
	output = new(strings.Builder)
	cmd = exec.Command(os.Args[0], args...)
	cmd.Dir = dir
	// One that is killed leaves its temporary folder, and what it started may write
	// to that for a moment.
	temporary, err := os.MkdirTemp("", "two")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(temporary) })
	cmd.Env = append(os.Environ(), "SPECIMEN_TEST_MAIN=1", "TMPDIR="+temporary)
	cmd.Stdout, cmd.Stderr = output, output
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, output
}

// twoVersions makes a module with two folders of specs for one output folder, and
// returns what each of them generates.
func twoVersions(t *testing.T) (dir string, want map[string]string) {
	t.Helper()
	dir, want = testfolder.New(t), map[string]string{}
	s := &script{t: t, dir: dir}
	s.write("go.mod", []byte("module example.com/shop\n\ngo 1.26\n"))
	for _, version := range []string{"old", "new"} {
		s.write(version+"/acme/platform.yaml", []byte("platform: acme\ntitle: Acme\ntopic: {header: X}\n"))
		var b strings.Builder
		b.WriteString("topics:\n")
		for i := range 10 {
			fmt.Fprintf(&b, "  %s/t%d:\n    event: Order%d\n    examples:\n      - name: one\n        payload: |\n          {\"%s\": %d}\n", version, i, i, version, i)
		}
		s.write(version+"/acme/topics.yaml", []byte(b.String()))
		if code, text := runIn(dir, "generate", "--specs", version); code != cli.ExitFine {
			t.Fatal(text)
		}
		want[version] = s.names("generated")
	}
	return dir, want
}

// names is the content of a folder as one text, without times.
func (s *script) names(folder string) string {
	var b strings.Builder
	for _, name := range s.files(folder) {
		fmt.Fprintf(&b, "-- %s --\n%s", name, s.read(name))
	}
	return b.String()
}

// TestTwoGenerators lets programs that read different specs write to one folder
// at once: it holds what one of them makes, whole, and none of them fails (F8).
func TestTwoGenerators(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Parallel()
	dir, want := twoVersions(t)
	for range 2 {
		var wait sync.WaitGroup
		for i := range 4 {
			cmd, output := startIn(t, dir, "generate", "--specs", []string{"old", "new"}[i%2])
			wait.Go(func() {
				if err := cmd.Wait(); err != nil || output.String() != "" {
					t.Errorf("%v\n%s", err, output)
				}
			})
		}
		wait.Wait()
		got := (&script{t: t, dir: dir}).names("generated")
		if got != want["old"] && got != want["new"] {
			t.Fatal("the folder holds what neither of the specs gives")
		}
	}
}

// TestKilledGenerator kills the program at moments from its start to its end. The
// next run makes what it should, and leaves nothing of the one before (F7).
func TestKilledGenerator(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Parallel()
	dir, want := twoVersions(t)
	s := &script{t: t, dir: dir}
	begin := time.Now()
	if cmd, output := startIn(t, dir, "generate", "--specs", "old"); cmd.Wait() != nil {
		t.Fatal(output)
	}
	whole := time.Since(begin)
	killed := 0
	for i := range 6 {
		cmd, _ := startIn(t, dir, "generate", "--specs", "new")
		time.Sleep(whole * time.Duration(5+i) / 12)
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			killed++
		}
		if code, text := runIn(dir, "generate", "--specs", "old"); code != cli.ExitFine || text != "" {
			t.Fatalf("the next run: exit %d\n%s", code, text)
		}
		if s.names("generated") != want["old"] {
			t.Fatal("the next run does not give what it should")
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "generated", ".*")); len(left) > 0 {
			t.Fatalf("%v is left", left)
		}
	}
	t.Logf("killed %d times", killed)
}
