//go:build unix

package selfcheck

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupted checks that a run that a signal ends leaves nothing: no process and
// no file. The test runs itself in a process of its own, which runs a test that never
// ends.
func TestInterrupted(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	if pid := os.Getenv("SELFCHECK_PID"); pid != "" {
		x := trial(map[string]string{"long": ""})
		x.Files["long/long_test.go"] = fmt.Appendf(nil, `package long

import (
	"os"
	"strconv"
	"testing"
)

func TestLong(t *testing.T) {
	if err := os.WriteFile(%q, []byte(strconv.Itoa(os.Getpid())), 0o644); err != nil {
		t.Fatal(err)
	}
	for {
	}
}
`, pid)
		_, err := x.Run()
		var interrupted Interrupted
		if !errors.As(err, &interrupted) {
			t.Fatalf("got %v", err)
		}
		fmt.Println("interrupted:", interrupted)
		return
	}
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		dir := t.TempDir()
		pid := filepath.Join(t.TempDir(), "pid")
		cmd := exec.Command(os.Args[0], "-test.run=^TestInterrupted$")
		cmd.Env = append(os.Environ(), "SELFCHECK_PID="+pid, "TMPDIR="+dir, "GOTMPDIR="+dir, "GOPROXY=off")
		var out strings.Builder
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		running := 0
		for running == 0 {
			select {
			case err := <-done:
				t.Fatalf("%v\n%s", err, out.String())
			case <-time.After(10 * time.Millisecond):
				text, _ := os.ReadFile(pid)
				running, _ = strconv.Atoi(string(text))
			}
		}
		if err := cmd.Process.Signal(s); err != nil {
			t.Fatal(err)
		}
		if err := <-done; err != nil || !strings.Contains(out.String(), "interrupted: "+s.String()) {
			t.Errorf("%v: %v\n%s", s, err, out.String())
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%v: left %v, %v", s, left, err)
		}
		if alive(running) {
			t.Errorf("%v: the test still runs", s)
		}
	}
}

// alive reports whether a process that was killed is still there: not even as one
// that nobody has waited for yet.
func alive(pid int) bool {
	for range 200 {
		if syscall.Kill(pid, 0) != nil {
			return false
		}
		stat, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		if _, state, ok := strings.Cut(string(stat), ") "); ok && strings.HasPrefix(state, "Z") {
			return false
		}
		time.Sleep(10 * time.Millisecond)
	}
	return true
}
