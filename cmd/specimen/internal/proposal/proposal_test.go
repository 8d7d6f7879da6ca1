package proposal_test

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/edit"
)

// TestSuggestionsWritten holds, for the specs of this repository, that what -w
// writes is what was suggested and nothing else: read again, the files give the
// decisions that were tried, and every old byte is still there in its order.
func TestSuggestionsWritten(t *testing.T) {
	set := spectest.Load(t, os.DirFS("../../../../specs"))
	written := 0
	for _, p := range set.Platforms {
		proposed := proposal.Find(p, proposal.Options{Weak: true})
		files := fstest.MapFS{}
		names, _ := filepath.Glob("../../../../specs/" + p.Spec.Name + "/*.yaml")
		for _, name := range names {
			old, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			now, err := edit.Insert(old, proposed.Insertions()[filepath.Base(name)])
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if !isWithin(old, now) {
				t.Errorf("%s: old text is gone", name)
			}
			written += len(now) - len(old)
			files[p.Spec.Name+"/"+filepath.Base(name)] = &fstest.MapFile{Data: now}
		}
		again, err := specs.Load(files, "specs")
		if err != nil || len(again.Diagnostics) > 0 {
			t.Fatal(p.Spec.Name, err, again.Diagnostics)
		}
		if got, want := bare(platform.Of(again.Platforms[0], nil).Decisions), bare(proposed.After); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: written were\n%v\nwant\n%v", p.Spec.Name, got, want)
		}
	}
	if written == 0 {
		t.Error("nothing was suggested")
	}
}

// isWithin reports whether all lines of a text are in another one, in order.
func isWithin(old, now []byte) bool {
	rest := now
	for line := range bytes.Lines(old) {
		i := bytes.Index(rest, bytes.TrimRight(line, "]}\n")) // a list or a mapping may have become longer
		if i < 0 {
			return false
		}
		rest = rest[i:]
	}
	return true
}

// bare returns decisions without their lines, in one order.
func bare(d infer.Decisions) infer.Decisions {
	places := func(at []infer.PathRef) []infer.PathRef {
		var all []infer.PathRef
		for _, p := range at {
			all = append(all, infer.PathRef{Path: p.Path})
		}
		return all
	}
	var out infer.Decisions
	for _, t := range d.Types {
		t.At, t.Ref = places(t.At), ""
		out.Types = append(out.Types, t)
	}
	for _, f := range d.Fields {
		f.Ref = ""
		out.Fields = append(out.Fields, f)
	}
	for _, e := range d.Enums {
		e.At, e.Ref = places(e.At), ""
		out.Enums = append(out.Enums, e)
	}
	for _, m := range d.Envelope {
		out.Envelope = append(out.Envelope, infer.EnvelopeMember{Name: m.Name})
	}
	slices.SortFunc(out.Types, func(a, b infer.TypeDecision) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(out.Fields, func(a, b infer.FieldDecision) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(out.Enums, func(a, b infer.EnumDecision) int { return cmp.Compare(a.Name, b.Name) })
	return out
}
