// Package testfolder makes temporary folders for tests that write many files.
package testfolder

import (
	"os"
	"testing"
)

// New returns a temporary folder that is removed when the test ends. It is in memory
// where the system offers that: programs that sync each file that they write are ten
// times as fast there as on a disk. Executables may not run from it.
func New(t testing.TB) string {
	t.Helper()
	memory := inMemory()
	if memory == "" {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp(memory, "specimen-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}
