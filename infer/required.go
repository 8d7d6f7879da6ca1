package infer

import (
	"slices"

	"github.com/specimen-go/specimen/specs/finding"
)

// promise decides whether a field is required, and what else the spec and tables say about
// its presence, by the rules "presence" and "whole-object". It returns the rule that
// requires the field, or "".
func (w *decider) promise(f *Field, d FieldDecision, n *Node, whole bool) Rule {
	home, _, _ := parent(f.Path)
	null, absent := w.pool.violates(home, f.Key)
	elided := n.Facts[FactElided]
	elidedAsNull := elided.Count > n.Facts[FactBlank].Count
	if d.Required || d.Optional {
		before, problems := *f, len(w.problems)
		by := w.promise(&before, FieldDecision{}, n, whole)
		settles := len(w.problems) > problems // what tables contradict
		w.problems = w.problems[:problems]
		alone := d.Type == "" && d.Name == "" && d.About == "" && !settles
		switch {
		case d.Optional:
			f.Absent = true
			if before.Absent && by == "" && alone {
				w.warnRef(d, redundantPromise{"the member may be absent anyway"})
			}
			return ""
		case absent.Seen():
			w.problemAt(absent.At, d.Ref, f.Path, requiredContradicted{"lacks this member"})
		case null.Seen():
			w.problemAt(null.At, d.Ref, f.Path, requiredContradicted{"has null"})
		case elidedAsNull:
			w.problemAt(elided.At, d.Ref, f.Path, requiredContradicted{"leaves the value out"})
		case by != "" && alone:
			w.warnRef(d, redundantPromise{"the member is required anyway (rule: " + string(by) + ")"})
		}
		f.Null, f.Absent, f.Assumed = null.Seen(), absent.Seen(), false
		return RuleSpec
	}
	required := w.documentedPresence(f, n, null, absent)
	switch {
	case elidedAsNull: // which is to decode without a mismatch
	case required:
		return RuleDocumented
	case whole && !f.Null && !null.Seen() && !f.Absent && !absent.Seen() && !elided.Seen():
		return RuleWholeObject
	}
	return ""
}

// wholeObject returns the name of the member that holds the whole object of an event, or
// "": the body of the event is an object, and one member beside the envelope is an object
// in every example. To tell it from an object that is the whole body itself, with an
// object in it, the members beside it are scalars, none of them is the id, and there are
// fewer than the members that the object always has.
//
// No example makes any of that true that was not: see the rule "widening". That is why
// members with the names of keys do not count: another example can end a map.
func (w *decider) wholeObject(home string) string {
	root, o := w.pool.nodes[home], w.pool.objects[home]
	if _, event := EventOf(home); !event || root == nil || o == nil || w.pool.aliases[home] != "" {
		return ""
	}
	whole := ""
	for _, name := range o.names {
		n := w.pool.nodes[home+"/"+Segment(name)]
		switch kinds := n.NotNull() | n.Claims.Kinds(); {
		case kinds&(kindObject|kindArray) == 0:
			if name == "id" || name == "_id" {
				return ""
			}
		case whole != "" || kinds != kindObject:
			return ""
		default:
			whole = name
		}
	}
	path := home + "/" + Segment(whole)
	if whole == "" {
		return ""
	}
	inside := w.pool.objects[w.pool.aliases.home(path)]
	if inside == nil {
		return ""
	}
	always := slices.DeleteFunc(slices.Clone(inside.names), func(name string) bool {
		return w.pool.machineNamed([]string{name}) || w.pool.absent(w.pool.aliases.home(path), name).Seen()
	})
	if len(always) < len(o.names) {
		return ""
	}
	return whole
}

// requiredContradicted is an example without a value of a member that a decision
// requires. It is at the null, or at the object that lacks the member, and Also has the
// decision.
type requiredContradicted struct{ found string }

func (requiredContradicted) Rule() finding.Rule { return finding.ContradictedDecision }

func (c requiredContradicted) Message() string {
	return "the spec says required, but this example " + c.found
}

func (c requiredContradicted) Hint() string { return "remove required" }

// redundantPromise is a decision about presence that changes nothing.
type redundantPromise struct{ because string }

func (redundantPromise) Rule() finding.Rule { return finding.RedundantDecision }

func (c redundantPromise) Message() string { return "redundant: " + c.because }

func (c redundantPromise) Hint() string { return "remove it" }

// problemAt adds a problem of an example that contradicts a decision.
func (w *decider) problemAt(at Origin, ref Ref, path string, c Cause) {
	w.problems = append(w.problems, Problem{Cause: c, Where: AtOrigin(at), Also: []Where{atLine(ref)}, Path: path})
}

// warnRef adds a warning about a decision.
func (w *decider) warnRef(d FieldDecision, c Cause) {
	w.problems = append(w.problems, Problem{Cause: c, Where: atLine(d.Ref), Path: w.pool.shorten(d.Path)})
}
