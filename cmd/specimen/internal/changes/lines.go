package changes

import (
	"go/token"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Line is a line of the specs that shows a change.
type Line struct {
	Pos  token.Position
	Text string // the part around the column, printable
}

// lines returns the lines of both states that show a change, each of which may be nil.
// Where a line of the spec caused it, that is the line, and the other one is the line of
// the spec that decided before, or decides now. Otherwise both are lines of payloads: the
// one that caused the change, and the first that shows what the type was, or is.
func (p *positions) lines(x diff.Change, found place) (before, after *Line) {
	if x.What == diff.Platform {
		return nil, nil
	}
	// What is new was nowhere before, and what a decision changed was seldom a decision.
	both := x.Kind != diff.Added && x.Kind != diff.Removed
	shows := func(side *platform.Platform, other infer.Where) bool {
		return both && has(side, other) && (isPayload(found.cause.Where) || !isPayload(other))
	}
	if found.gone {
		before = lineOf(p.before, found.was)
		if shows(p.new, x.NewAt) {
			after = lineOf(p.now, position(p.new, x.NewAt))
		}
		return before, after
	}
	after = lineOf(p.now, found.at)
	if shows(p.old, x.OldAt) {
		before = lineOf(p.before, position(p.old, x.OldAt))
	}
	return before, after
}

func isPayload(w infer.Where) bool { return w.Example != "" }

// has reports whether a platform, which may be nil, has a line.
func has(p *platform.Platform, w infer.Where) bool {
	return p != nil && (isPayload(w) || w.Ref != "" && p.Spec.Has(specs.Ref(w.Ref)))
}

// lineOf returns the line at a position, or nil if there is none.
func lineOf(set *specs.Set, at token.Position) *Line {
	text, ok := set.Line(at.Filename, at.Line)
	if !ok {
		return nil
	}
	return &Line{at, diagnostic.Excerpt(text, at.Column)}
}
