package changes

import (
	"go/token"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/linediff"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// positions finds the changes of a platform in its files: each at the first of its
// possible causes whose line changed.
type positions struct {
	before, now *specs.Set
	old, new    *platform.Platform // nil where there is none
	causes      *diff.Causes
	files       map[string]linediff.Diff
}

// place is where a change was made: its positions in the states now and before, without
// a line if it is a whole file. If the cause was removed, gone is true, and at is the line
// where it was, without a column, or the removed file.
type place struct {
	at, was token.Position
	gone    bool
	cause   diff.Cause // or the zero value
}

// of returns the place of a change.
func (p *positions) of(x diff.Change) place {
	found := place{at: position(p.new, x.NewAt), was: position(p.old, x.OldAt), cause: diff.Cause{Where: x.NewAt}}
	if p.new == nil {
		return place{at: found.was, was: found.was} // there is no other file to show
	}
	if p.old == nil {
		return found
	}
	causes := p.causes.Of(x)
	for _, whole := range []bool{false, true} {
		for _, c := range causes {
			pos, ok := p.in(c)
			if !ok || whole && !c.Lacks {
				continue
			}
			if line := p.changed(c, pos, whole); line.Line == 0 {
				continue
			} else if c.Old {
				return place{p.instead(line), line, true, c}
			} else {
				return place{line, found.was, false, c}
			}
		}
	}
	// The lines that a comparison finds need not be those that were edited.
	least := 0
	for _, c := range causes {
		pos, ok := p.in(c)
		if !ok {
			continue
		}
		near := p.diff(pos.Filename).NearestAdded(pos.Line)
		if c.Old {
			near = p.diff(pos.Filename).NearestRemoved(pos.Line)
		}
		if far := max(near-pos.Line, pos.Line-near); near > 0 && (least == 0 || far < least) {
			least = far
			line := token.Position{Filename: pos.Filename, Line: near}
			found.at, found.gone, found.cause = line, c.Old, c
			if c.Old {
				found.at, found.was = p.instead(line), line
			}
		}
	}
	return found
}

// in returns the position of a cause in its state. ok is false where the spec has no
// such line, and pos is that of a parent.
func (p *positions) in(c diff.Cause) (pos token.Position, ok bool) {
	side := p.new
	if c.Old {
		side = p.old
	}
	return position(side, c.Where), c.Example != "" || side.Spec.Has(specs.Ref(c.Ref))
}

// changed returns the position of a cause if its line changed. With whole, that is the
// first line of it that changed.
func (p *positions) changed(c diff.Cause, pos token.Position, whole bool) token.Position {
	last := pos.Line
	if whole {
		end, _ := p.in(diff.Cause{Where: c.End, Old: c.Old})
		last = end.Line
	}
	d := p.diff(pos.Filename)
	for pos.Line <= last {
		if c.Old && d.Removed(pos.Line) || !c.Old && d.Added(pos.Line) {
			return pos
		}
		pos = token.Position{Filename: pos.Filename, Line: pos.Line + 1}
	}
	return token.Position{}
}

// instead returns the line that is now where something was, or the nearest one, if that is
// blank.
func (p *positions) instead(was token.Position) token.Position {
	at := token.Position{Filename: was.Filename}
	if _, ok := p.now.Line(was.Filename, 1); ok {
		at.Line = p.notBlank(was.Filename, p.diff(was.Filename).Now(was.Line))
	}
	return at
}

// notBlank returns a line of a file, or if it is blank the next one that is not, or if there
// is none the last one before it.
func (p *positions) notBlank(file string, line int) int {
	for _, step := range []int{1, -1} {
		for n := line; ; n += step {
			text, ok := p.now.Line(file, n)
			if !ok {
				break
			}
			if strings.TrimSpace(text) != "" {
				return n
			}
		}
	}
	return line
}

// diff returns what changed in a file. A new file changed as a whole.
func (p *positions) diff(file string) linediff.Diff {
	d, ok := p.files[file]
	if !ok {
		d = linediff.Of(linesOf(p.before, file), linesOf(p.now, file))
		p.files[file] = d
	}
	return d
}

func linesOf(set *specs.Set, file string) []string {
	var all []string
	for n := 1; ; n++ {
		line, ok := set.Line(file, n)
		if !ok {
			return all
		}
		all = append(all, strings.TrimRight(line, " \t"))
	}
}

// position returns a position in the files of a platform, which may be nil. Where
// there is nothing to point at, it is platform.yaml without a line.
func position(p *platform.Platform, w infer.Where) token.Position {
	switch {
	case p == nil:
		return token.Position{}
	case w.Example == "" && w.Ref == "":
		return token.Position{Filename: p.AtRef("").Filename}
	}
	return p.At(w)
}
