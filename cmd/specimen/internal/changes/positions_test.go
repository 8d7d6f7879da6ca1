package changes

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// FuzzDiffPlace checks that the position of a change lies in what was edited: in the
// lines of one random edit of a random spec, or where lines were that are gone.
func FuzzDiffPlace(f *testing.F) {
	f.Add(uint64(1), uint64(1))
	f.Fuzz(func(t *testing.T, a, b uint64) { diffPlace(t, rand.New(rand.NewPCG(a, b)), 0) })
}

// TestDiffPlace does the same, where other values were edited too and change no
// type.
func TestDiffPlace(t *testing.T) {
	seeds := uint64(300)
	if os.Getenv("LONG") != "" {
		seeds = 5000
	}
	changed, edits := 0, map[string]int{}
	for seed := range seeds {
		what, n := diffPlace(t, rand.New(rand.NewPCG(seed, 77)), 4)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		changed += n
		edits[what] += n
	}
	if changed < int(seeds)/4 || len(edits) < 9 {
		t.Errorf("%d changes by %v: the edits are too tame", changed, edits)
	}
}

// diffPlace makes an edit, and fewer others than noise says that change no type. It
// returns what the edit was and how many changes it made.
func diffPlace(t *testing.T, r *rand.Rand, noise int) (what string, changes int) {
	t.Helper()
	old := someFiles(r)
	new := old.clone()
	what = new.edit(r)
	noisy := new.clone()
	// A decision can make other types of examples that say the same; of edited ones
	// it is not to be told which of the two is the cause.
	if noise > 0 && !strings.Contains(what, "deci") {
		for range r.IntN(noise) {
			noisy.rewrite(r)
		}
	}
	before, now := old.set(t), noisy.set(t)
	if before == nil || now == nil {
		return what, 0
	}
	c, err := Compare(before, now, "main")
	if err != nil {
		return what, 0
	}
	for _, x := range c.Changes {
		if err := old.within(new, x); err != nil {
			t.Errorf("%s: %s: %v, was %v: %v\n--- old\n%s\n--- new\n%s", what, x.Change, x.Pos, x.OldPos, err, old.texts(), noisy.texts())
		}
	}
	return what, len(c.Changes)
}

// slide is how far away what was removed may seem to be, between lines like others.
const slide = 3

// within checks a change against what is different in the texts.
func (s *randomFiles) within(now *randomFiles, x Change) error {
	old, new := strings.Split(s.files()[x.Pos.Filename], "\n"), strings.Split(now.files()[x.Pos.Filename], "\n")
	head := 0
	for head < min(len(old), len(new)) && old[head] == new[head] {
		head++
	}
	tail := 0
	for tail < min(len(old), len(new))-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
	}
	from, to := head+1, len(new)-tail // the lines that are new
	switch {
	case !x.Gone && (x.Pos.Line < from || x.Pos.Line > to):
		return fmt.Errorf("want a line of %d to %d", from, to)
	case x.Gone && (x.OldPos.Line < from-slide || x.OldPos.Line > len(old)-tail):
		return fmt.Errorf("want a line of %d to %d of the old file", from, len(old)-tail)
	case x.Gone && now.files()[x.Pos.Filename] != "" && (x.Pos.Line < from-slide || x.Pos.Line > to+slide):
		return fmt.Errorf("want a line around %d to %d", from, to)
	}
	return nil
}
