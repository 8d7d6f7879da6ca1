package selfcheck

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The names of temporary folders begin with these.
const (
	goPrefix    = "specimen-go-"
	checkPrefix = "specimen-check-"
)

// stale is the age from which on a temporary folder is taken for abandoned.
const stale = 24 * time.Hour

// sweep removes the temporary folders of runs that were killed.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), goPrefix) && !strings.HasPrefix(e.Name(), checkPrefix) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > stale {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}
