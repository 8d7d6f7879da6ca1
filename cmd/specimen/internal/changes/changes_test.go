package changes

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/specs"
)

// TestCompareLink checks that what could not be read is not a new platform.
func TestCompareLink(t *testing.T) {
	files := fstest.MapFS{
		"acme/platform.yaml": {Data: []byte("platform: acme\ntitle: Acme\ntopic: {header: X}\n")},
		"bcme/platform.yaml": {Data: []byte("platform: bcme\ntitle: Bcme\ntopic: {header: X}\n")},
	}
	now := spectest.Load(t, files)
	delete(files, "bcme/platform.yaml")
	files["bcme"] = &fstest.MapFile{Data: []byte("../elsewhere"), Mode: fs.ModeSymlink}
	before, err := specs.Load(files, "specs")
	if err != nil {
		t.Fatal(err)
	}
	var usage cli.UsageError
	if r, err := Compare(platform.SetOf(before, nil), now, "main"); !errors.As(err, &usage) || !strings.Contains(usage.Message, "specs/bcme: is a symbolic link") {
		t.Errorf("got %v, %v", r, err)
	}
}
