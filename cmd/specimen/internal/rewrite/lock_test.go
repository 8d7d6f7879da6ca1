package rewrite

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestLock checks that one program at a time has the lock of a folder, that readers see
// that it has, and that nothing stays behind.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	for range 3 {
		unlock, err := tryLock(dir)
		if err != nil {
			t.Fatal(err)
		}
		if other, err := tryLock(dir); !errors.Is(err, errBusy) {
			t.Errorf("a second lock: %v, %v", other != nil, err)
		}
		if other, err := tryShare(dir); !errors.Is(err, errBusy) {
			t.Errorf("a reader: %v, %v", other != nil, err)
		}
		unlock()
		end, err := tryShare(dir)
		if err != nil {
			t.Fatal(err)
		}
		end()
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("after the lock, the folder holds %v, %v", left, err)
		}
	}
}

// TestLockOfTheDead checks that the lock ends with a process that is killed, as systems
// do that have such locks.
func TestLockOfTheDead(t *testing.T) {
	if dir := os.Getenv("SPECIMEN_TEST_LOCK"); dir != "" {
		if _, err := tryLock(dir); err == nil {
			os.Stdout.WriteString("locked\n")
			time.Sleep(time.Hour)
		}
		os.Exit(1)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cmd := exec.Command(self, "-test.run=^TestLockOfTheDead$")
	cmd.Env = append(os.Environ(), "SPECIMEN_TEST_LOCK="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line == "" {
		t.Fatal(err)
	}
	if _, err := tryLock(dir); !errors.Is(err, errBusy) {
		t.Errorf("while the other process has the lock: %v", err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	unlock, err := wait(dir, 5*time.Second, tryLock)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}

// TestOpenAndClose checks that a folder that Open made goes with Close, whatever the lock
// is.
func TestOpenAndClose(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	f, err := Open(dir, Options{Staging: staging})
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if _, err := os.Lstat(filepath.Dir(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
}
