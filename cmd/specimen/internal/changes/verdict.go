package changes

import (
	"bytes"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/diff"
)

// Verdict is what the changes of a platform mean for the version of its package.
type Verdict struct {
	Platform string
	File     string // its platform.yaml
	diff.Verdict
}

// Verdict returns the greatest verdict on a platform.
func (r *Report) Verdict() diff.Verdict {
	greatest := diff.None
	for _, v := range r.Verdicts {
		greatest = max(greatest, v.Verdict)
	}
	return greatest
}

// verdictOn returns the verdict on a platform with some changes. One of the states may
// be nil. It makes the files of both only where nothing else tells them apart.
func verdictOn(before, now *platform.Set, p, q *platform.Platform, changes []diff.Change) diff.Verdict {
	files := len(changes) > 0
	if !files && p != nil && q != nil {
		files = !now.Specs.SameFiles(q.Spec, before.Specs) && !sameFiles(p, q)
	}
	return diff.VerdictOf(changes, files)
}

// sameFiles reports whether the generated files of two states of a platform are the same.
// Those whose names collide have none, and count as different.
func sameFiles(p, q *platform.Platform) bool {
	to := module.Target{Base: "generated"} // any path will do
	a, _ := build.Files(p, to)
	b, _ := build.Files(q, to)
	if len(a) == 0 || len(a) != len(b) {
		return false
	}
	texts := make(map[string][]byte)
	for _, f := range a {
		texts[f.Name] = f.Data
	}
	for _, f := range b {
		if text, ok := texts[f.Name]; !ok || !bytes.Equal(text, f.Data) {
			return false
		}
	}
	return true
}
