package infer

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// documented decides about a path of which a table says the type: rule "documented".
// claimed is the kinds of values that tables claim, of which there is at least one.
//
// Values with content count as much as tables do, so that the type takes both. An empty
// array or object does not: it is how many platforms write the absence of a value.
func (w *decider) documented(path string, n *Node, claimed jsontext.Kinds) (Type, Rule) {
	seen := n.kinds()
	content := w.content(path, n)
	if n.Claims.Seen(ClaimBool) && content&^kindBoolean != 0 {
		claimed |= claimTable[ClaimFlag].kinds
	}
	if _, enum := w.enums[path]; !enum && w.pool.fields[path].Type == "" {
		w.contradictTables(path, n, content)
	}
	if w.pool.json[path] {
		return JSON{w.innerType(path)}, RuleDocumented
	}
	var t Type
	var rule Rule
	switch kinds := content | claimed; {
	case w.isFlag(n, content, kinds):
		t, rule = Flag, RuleDocumented
	default:
		t, rule = w.byKinds(path, n, kinds)
		if content != kinds || n.Claims.Seen(ClaimNumber) && !n.Facts[FactFraction].Seen() && !n.Facts[FactWide].Seen() {
			rule = RuleDocumented
		}
	}
	return orAlso(t, seen&^(content|claimed)), rule
}

// orAlso gives a type room for values of other kinds, if there are any.
func orAlso(t Type, kinds jsontext.Kinds) Type {
	if kinds == 0 {
		return t
	}
	or, ok := t.(Or)
	if !ok {
		or = Or{Elem: t}
	}
	or.Also |= kinds
	return or
}

// isFlag reports whether values are flags: a table calls them flags, or booleans, and
// examples have them as 0, 1 or in quotes.
func (w *decider) isFlag(n *Node, content, kinds jsontext.Kinds) bool {
	called := n.Claims.Seen(ClaimFlag) || n.Claims.Seen(ClaimBool) && content&^kindBoolean != 0
	return called && kinds&^claimTable[ClaimFlag].kinds == 0 && !n.Facts[FactNotFlag].Seen()
}

// content returns the kinds of the values at a path, except null and those that are
// always empty arrays or objects.
func (w *decider) content(path string, n *Node) jsontext.Kinds {
	kinds := n.kinds()
	elem := w.pool.nodes[path+"/*"]
	inside := elem != nil && elem.firstValue() != Origin{}
	if !inside && !w.lent[path] {
		kinds &^= kindArray
	}
	switch {
	case !kinds.Has(jsontext.KindObject) || inside && w.pool.isMap(path):
	case w.pool.isMap(path):
		kinds &^= kindObject
	case w.pool.aliases[path] == "" && !w.hasMembers(path):
		kinds &^= kindObject
	}
	return kinds
}

// hasMembers reports whether examples have a member of the objects at a path.
func (w *decider) hasMembers(path string) bool {
	o := w.pool.objects[path]
	if o == nil {
		return false
	}
	for _, name := range o.names {
		if w.pool.nodes[path+"/"+Segment(name)].firstValue() != (Origin{}) {
			return true
		}
	}
	return false
}

// null reports whether a value was null, or is documented as such.
func (n *Node) null() bool { return n.has(jsontext.KindNull) || n.Claims.Seen(ClaimNull) }

// documentedPresence adds to a field what tables say about its presence, and reports
// whether they require it. A member that they call required and an example lacks, or has as
// null, is a contradiction; one that they call required and allow to be null is not
// required to have a value. One that no example has may be absent, unless it is required.
func (w *decider) documentedPresence(f *Field, n *Node, null, absent Fact) (required bool) {
	if n.Claims == nil {
		return false
	}
	if n.Claims.Seen(ClaimRequired) {
		line := Ref(n.Claims[ClaimRequired].At.Example)
		switch {
		case absent.Seen():
			w.warn(f.Path, atOrigin(absent.At), atLine(line), tableContradiction{"required", "lacks this member"})
		case null.Seen() && !n.Claims.Seen(ClaimNull):
			w.warn(f.Path, atOrigin(null.At), atLine(line), tableContradiction{"required", "has null"})
		case n.Claims.Seen(ClaimOptional):
			w.warn(f.Path, atLine(Ref(n.Claims[ClaimOptional].At.Example)), atLine(line), tablesDisagree{"optional", "required"})
		default:
			return !f.Null
		}
	}
	f.Absent = f.Absent || n.Claims.Seen(ClaimOptional)
	if !f.Absent && n.firstValue() == (Origin{}) {
		f.Absent, f.Assumed = true, true
	}
	return false
}

// contradictTables reports values that no table allows, and tables that do not allow
// each other's types.
func (w *decider) contradictTables(path string, n *Node, content jsontext.Kinds) {
	c := n.Claims
	var said []Claim
	var takes jsontext.Kinds
	for k := range claims {
		if k.IsType() && c.Seen(k) {
			said = append(said, k)
			takes |= claimTable[k].takes
		}
	}
	words := make([]string, len(said))
	for i, k := range said {
		words[i] = k.String()
	}
	all := strings.Join(words, " or ")
	line := atLine(Ref(c[said[0]].At.Example))
	if n.Facts[FactEmpty].Count == n.Kinds[jsontext.KindString].Count {
		takes |= kindString // an empty string says nothing
	}
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		if content.Has(k) && !takes.Has(k) {
			w.warn(path, atOrigin(n.Kinds[k].At), line, tableContradiction{all, "has " + withArticle(k.String())})
		}
	}
	for _, x := range []struct {
		claim Claim
		fact  FactKind
	}{{ClaimInteger, FactNotInteger}, {ClaimTimestamp, FactNotTimestamp}, {ClaimJSON, FactNotJSON}} {
		if len(said) == 1 && said[0] == x.claim && n.Facts[x.fact].Seen() {
			w.warn(path, atOrigin(n.Facts[x.fact].At), line, tableContradiction{all, "has " + withArticle(x.fact.Phrase())})
		}
	}
	for _, k := range said[1:] {
		if claimTable[k].takes&claimTable[said[0]].takes == 0 {
			w.warn(path, atLine(Ref(c[k].At.Example)), line, tablesDisagree{k.String(), said[0].String()})
		}
	}
}

// tableContradiction is an example that a table does not allow. It is at the value, and
// Also has the line of the table.
type tableContradiction struct{ documented, found string }

// Message returns for example "documented as integer, but this example has a string".
func (c tableContradiction) Message() string {
	return fmt.Sprintf("documented as %s, but this example %s", c.documented, c.found)
}

// Hint returns where to accept or resolve it.
func (c tableContradiction) Hint() string {
	if c.documented == "required" {
		return "the member is not required: add the path to ignore with the reason, or correct the table"
	}
	return "the type takes both: add the path to ignore with the reason, or decide under fields"
}

// tablesDisagree is two lines of tables of which one must be wrong.
type tablesDisagree struct{ here, there string }

// Message returns for example "documented as integer here, and as string elsewhere".
func (c tablesDisagree) Message() string {
	return fmt.Sprintf("documented as %s here, and as %s elsewhere", c.here, c.there)
}

// Hint returns where to accept or resolve it.
func (c tablesDisagree) Hint() string {
	if c.there == "required" {
		return "the member is not required: add the path to ignore with the reason, or correct the table"
	}
	return "the type takes both: add the path to ignore with the reason, or decide under fields"
}

// warn adds a warning about two places of the spec.
func (w *decider) warn(path string, at, also Where, c Cause) {
	w.problems = append(w.problems, Problem{Cause: c, Where: at, Also: []Where{also}, Path: path, Warning: true})
}

func atOrigin(o Origin) Where { return Where{Example: o.Example, Offset: o.Offset} }

func atLine(ref Ref) Where { return Where{Ref: ref} }

// ignore removes the warnings about paths that the spec ignores, and reports those
// without any.
func (w *decider) ignore(ignored []PathRef) {
	for _, x := range ignored {
		path := w.pool.shorten(x.Path)
		var kept []Problem
		for _, p := range w.problems {
			if !p.Warning || p.Path != path {
				kept = append(kept, p)
			}
		}
		if len(kept) == len(w.problems) {
			kept = append(kept, Problem{Cause: nothingIgnored(), Where: Where{Ref: x.Ref}, Path: path, Warning: true})
		}
		w.problems = kept
	}
}

func nothingIgnored() Cause { return Say("this path has no warning to ignore", "remove it") }
