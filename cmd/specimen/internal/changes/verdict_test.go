package changes

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer/golden"
)

// FuzzVerdict checks that the verdict on some random edits of a random spec agrees with
// what go/types finds in the generated packages.
func FuzzVerdict(f *testing.F) {
	a := spectest.NewAPI(f)
	f.Add(uint64(1), uint64(1))
	f.Fuzz(func(t *testing.T, x, y uint64) { verdict(t, a, rand.New(rand.NewPCG(x, y))) })
}

// TestVerdict does the same for many specs, and checks that there is each verdict.
func TestVerdict(t *testing.T) {
	t.Parallel()
	a := spectest.NewAPI(t)
	seeds := uint64(60)
	if os.Getenv("LONG") != "" {
		seeds = 2000
	}
	found := make(map[string]int)
	for seed := range seeds {
		found[verdict(t, a, rand.New(rand.NewPCG(seed, 78)))]++
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	for v := diff.None; v <= diff.Major; v++ {
		if found[v.String()] == 0 {
			t.Errorf("the random edits are too tame: %v", found)
		}
	}
}

// TestVerdictOfGoldens does the same for the states of the golden tests of the verb diff,
// in both directions.
func TestVerdictOfGoldens(t *testing.T) {
	a := spectest.NewAPI(t)
	golden.RunIn(t, "../verb/diff/testdata", func(t *testing.T, x *golden.Archive) {
		x.Inputs(func(string) bool { return true }) // the outputs are those of another test
		old, new := spectest.State(t, x, "old"), spectest.State(t, x, "new")
		for _, p := range old.Platforms {
			name := p.Spec.Name
			q := new.Platform(name)
			if q == nil {
				continue
			}
			for _, pair := range [][2]*platform.Set{{old, new}, {new, old}} {
				c, err := Compare(pair[0], pair[1], "main")
				if err != nil {
					t.Fatal(err)
				}
				c.Changes = slices.DeleteFunc(c.Changes, func(x Change) bool { return x.Platform != name })
				c.Verdicts = slices.DeleteFunc(c.Verdicts, func(v Verdict) bool { return v.Platform != name })
				was, is := a.Of(t, pair[0].Platform(name)), a.Of(t, pair[1].Platform(name))
				if wrong := spectest.Disagree(c.Verdict(), c.said(), was, is); wrong != "" && was != nil && is != nil {
					t.Errorf("%s: %s", name, wrong)
				}
			}
		}
	})
}

// verdict makes some edits and returns the verdict on them, or "" if there is none.
func verdict(t *testing.T, a *spectest.API, r *rand.Rand) string {
	t.Helper()
	old := valid(t, func() *randomFiles {
		s := someFiles(r)
		s.editHead(r)
		return s
	})
	var edits []string
	new := valid(t, func() *randomFiles {
		s := old.clone()
		edits = s.someEdits(r)
		return s
	})
	before, now := old.set(t), new.set(t)
	was, is := a.Of(t, before.Platforms[0]), a.Of(t, now.Platforms[0])
	if was == nil || is == nil {
		return ""
	}
	c, err := Compare(before, now, "main")
	if err != nil {
		t.Fatal(err)
	}
	if wrong := spectest.Disagree(c.Verdict(), c.said(), was, is); wrong != "" {
		t.Errorf("%s\nedits: %v\n--- old\n%s\n--- new\n%s", wrong, edits, old.texts(), new.texts())
	}
	return c.Verdict().String()
}

// valid returns the first of some random specs that has no errors.
func valid(t *testing.T, random func() *randomFiles) *randomFiles {
	t.Helper()
	for {
		if s := random(); s.set(t) != nil {
			return s
		}
	}
}

// someEdits makes one or two edits and says what.
func (s *randomFiles) someEdits(r *rand.Rand) (edits []string) {
	for range 1 + r.IntN(2) {
		switch r.IntN(5) {
		case 0:
			edits = append(edits, s.editHead(r))
		case 1, 2:
			s.rewrite(r)
			edits = append(edits, "change a value and no type")
		case 3:
			s.addTopic(r, fmt.Sprint("new", r.IntN(9)), pickOne(r, "Fresh", "Order"))
			edits = append(edits, "add a topic")
		default:
			edits = append(edits, s.edit(r))
		}
	}
	return edits
}

// said returns the changes of a report without their positions.
func (r *Report) said() []diff.Change {
	var all []diff.Change
	for _, x := range r.Changes {
		all = append(all, x.Change)
	}
	return all
}

// editHead changes what the spec says of deliveries, and says what.
func (s *randomFiles) editHead(r *rand.Rand) string {
	signature := func(rest string) string {
		return "{why: so, algorithm: hmac-sha256, signs: [{body: raw}], at: {header: X-Signature}, encodings: [" + rest + "]}"
	}
	switch r.IntN(5) {
	case 0, 4:
		s.topic = pickOne(r, "{header: X}", "{header: X-Topic}", "{member: /ts}", "{member: /ts, batch: /*}", "none")
		return "topic: " + s.topic
	case 1:
		s.deliveries = nil
	case 2:
		s.deliveries = []string{"signature: " + signature(pickOne(r, "hex", "base64", "hex, base64"))}
	case 3:
		s.deliveries = append(slices.Clone(s.deliveries), "handshake: {member: /type, is: hello, "+pickOne(r, "echo: /b", "setting: the token")+", why: so}")
		s.deliveries = slices.CompactFunc(s.deliveries, func(a, b string) bool { return strings.Fields(a)[0] == strings.Fields(b)[0] })
	}
	return fmt.Sprint("deliveries: ", s.deliveries)
}
