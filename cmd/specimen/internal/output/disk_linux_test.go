package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// mount mounts a small file system in memory and returns its folder.
func mount(t *testing.T, options string) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a file system of its own")
	}
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("mounting a file system: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// remount changes the limits of a mounted file system.
func remount(t *testing.T, dir string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
		t.Fatal(err)
	}
}

// large makes files of some pages each, so that a disk can be full in the middle
// of one.
func large(files map[string][]byte) map[string][]byte {
	out := map[string][]byte{}
	for name, data := range files {
		if strings.HasSuffix(name, ".go") {
			data = append(bytes.Clone(data), strings.Repeat("// "+name+"\n", 500)...)
		}
		out[name] = data
	}
	return out
}

// TestFullDisk lets the disk be full after ever more pages, and after ever more
// files: each time there is one error, the old packages are whole, nothing is left
// behind, and with more room the next run does what it should (F6).
func TestFullDisk(t *testing.T) {
	t.Parallel()
	for _, limit := range []struct {
		option     string
		from, step int
		scale      int
	}{{"size", 18, 1, os.Getpagesize()}, {"nr_inodes", 18, 1, 1}} {
		t.Run(limit.option, func(t *testing.T) {
			failed, done := 0, 0
			for n := limit.from; done < 2; n += limit.step {
				dir := mount(t, "size=16m")
				put(t, dir, large(before()))
				// A limit below what is in use already is refused: begin above it.
				option := fmt.Sprintf("%s=%d", limit.option, n*limit.scale)
				if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, option); err != nil {
					continue
				}
				_, err := Write(dir, large(after()))
				switch {
				case err == nil:
					done++
					check(t, dir, large(after()))
				case !errors.Is(err, syscall.ENOSPC) || strings.Count(err.Error(), "no space left") != 1:
					t.Fatalf("%s: error %v", option, err)
				default:
					failed++
					check(t, dir, large(before()))
					remount(t, dir, 0, "size=16m,nr_inodes=1000")
					if _, err := Write(dir, large(after())); err != nil {
						t.Errorf("%s: with more room: %v", option, err)
					}
					check(t, dir, large(after()))
				}
				if t.Failed() {
					t.Fatal(option)
				}
			}
			if failed < 5 {
				t.Errorf("the disk was full %d times only", failed)
			}
			t.Logf("full at %d places", failed)
		})
	}
}

// TestFullDiskFromNothing checks that no output folder is left where there was none
// (F6).
func TestFullDiskFromNothing(t *testing.T) {
	t.Parallel()
	disk := mount(t, fmt.Sprintf("size=%d", 4*os.Getpagesize()))
	dir := filepath.Join(disk, "a", "generated")
	if _, err := Write(dir, large(after())); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("error %v", err)
	}
	check(t, disk, nil)
}

// TestReadOnlyDisk checks that a disk that cannot be written to is one error, and none
// where there is nothing to write (F6).
func TestReadOnlyDisk(t *testing.T) {
	t.Parallel()
	dir := mount(t, "size=16m")
	put(t, dir, before())
	remount(t, dir, syscall.MS_RDONLY, "")
	if _, err := Write(dir, after()); !errors.Is(err, syscall.EROFS) || strings.Count(err.Error(), "read-only") != 1 {
		t.Errorf("error %v", err)
	}
	check(t, dir, before())
	if _, err := Write(dir, before()); err != nil {
		t.Errorf("nothing to write: %v", err)
	}
	if _, err := Write(filepath.Join(dir, "new"), after()); !errors.Is(err, syscall.EROFS) {
		t.Errorf("a new folder: error %v", err)
	}
	check(t, dir, before())
}

// TestReadOnlyFolder checks that a folder, or one inside it, that may not be written to
// is one error that names it, and that everything stays (F6). Where root runs the test,
// it gives up its rights over files for it.
func TestReadOnlyFolder(t *testing.T) {
	for _, name := range []string{".", "acme", "acme/testdata/a"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, before())
			asNobody(t, dir, func() {
				locked := filepath.Join(dir, name)
				if err := os.Chmod(locked, 0o555); err != nil {
					t.Fatal(err)
				}
				defer os.Chmod(locked, 0o755)
				_, err := Write(dir, after())
				if !errors.Is(err, fs.ErrPermission) || strings.Count(err.Error(), "permission denied") != 1 {
					t.Errorf("error %v", err)
				}
				check(t, dir, before())
			})
			if _, err := Write(dir, after()); err != nil {
				t.Errorf("afterwards: %v", err)
			}
			check(t, dir, after())
		})
	}
}

// asNobody calls f without root's rights over files, in a folder that belongs to
// nobody.
func asNobody(t *testing.T, dir string, f func()) {
	t.Helper()
	if os.Getuid() != 0 {
		f()
		return
	}
	const nobody = 65534
	for d := dir; d != os.TempDir() && d != "/"; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(name, nobody, nobody))
	})
	if err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	setfsuid(nobody)
	defer setfsuid(0)
	f()
}

// setfsuid changes the user of the calling thread as far as files are concerned.
func setfsuid(uid int) { _, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, uintptr(uid), 0, 0) }

// TestForeignPipe checks that a pipe or a socket in the place of a file is neither
// read, which would not end, nor replaced (F5).
func TestForeignPipe(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, before())
	name := filepath.Join(dir, "acme/types.go")
	if err := errors.Join(os.Remove(name), syscall.Mkfifo(name, 0o644)); err != nil {
		t.Fatal(err)
	}
	plan, err := Write(dir, after())
	if !errors.Is(err, ErrForeign) || len(plan.Foreign) != 1 || plan.Foreign[0] != (Foreign{"acme/types.go", "is not a regular file"}) {
		t.Errorf("%v, %v", plan.Foreign, err)
	}
	if info, err := os.Lstat(name); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe is gone: %v", err)
	}
}
