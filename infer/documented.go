package infer

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
)

// documented decides about a path of which a table says the type: rule "documented".
// claimed is the kinds of values that tables claim, of which there is at least one.
//
// Values with content count as much as tables do, so that the type takes both. An empty
// array or object does not: it is how many platforms write the absence of a value.
func (w *decider) documented(path string, n *Node, claimed jsontext.Kinds) (Type, Rule) {
	seen := n.NotNull()
	content := w.content(path, n)
	if n.Claims.Seen(ClaimBool) && content&^kindBoolean != 0 {
		claimed |= ClaimFlag.Kinds()
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
	return called && kinds&^ClaimFlag.Kinds() == 0 && !n.Facts[FactNotFlag].Seen()
}

// content returns the kinds of the values at a path, except null and those that are
// always empty arrays or objects.
func (w *decider) content(path string, n *Node) jsontext.Kinds {
	kinds := n.NotNull()
	elem := w.pool.nodes[path+"/*"]
	inside := elem != nil && elem.FirstValue() != Origin{}
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
		if w.pool.nodes[path+"/"+Segment(name)].FirstValue() != (Origin{}) {
			return true
		}
	}
	return false
}

// mayBeNull reports whether a value was null, or is documented as such.
func mayBeNull(n *Node) bool { return n.Has(jsontext.KindNull) || n.Claims.Seen(ClaimNull) }

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
			w.warn(f.Path, AtOrigin(absent.At), atLine(line), tableContradiction{"required", "lacks this member"})
		case null.Seen() && !n.Claims.Seen(ClaimNull):
			w.warn(f.Path, AtOrigin(null.At), atLine(line), tableContradiction{"required", "has null"})
		case n.Claims.Seen(ClaimOptional):
			w.warn(f.Path, atLine(Ref(n.Claims[ClaimOptional].At.Example)), atLine(line), tablesDisagree{"optional", "required"})
		default:
			return !f.Null
		}
	}
	f.Absent = f.Absent || n.Claims.Seen(ClaimOptional)
	if !f.Absent && n.FirstValue() == (Origin{}) {
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
	for k := range ClaimNull {
		if c.Seen(k) {
			said = append(said, k)
			takes |= k.Takes()
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
			w.warn(path, AtOrigin(n.Kinds[k].At), line, tableContradiction{all, "has " + withArticle(k.String())})
		}
	}
	for _, x := range []struct {
		claim Claim
		fact  FactKind
	}{{ClaimInteger, FactNotInteger}, {ClaimTimestamp, FactNotTimestamp}, {ClaimJSON, FactNotJSON}} {
		if len(said) == 1 && said[0] == x.claim && n.Facts[x.fact].Seen() {
			w.warn(path, AtOrigin(n.Facts[x.fact].At), line, tableContradiction{all, "has " + withArticle(x.fact.Phrase())})
		}
	}
	for _, k := range said[1:] {
		if k.Takes()&said[0].Takes() == 0 {
			w.warn(path, atLine(Ref(c[k].At.Example)), line, tablesDisagree{k.String(), said[0].String()})
		}
	}
}

// tableContradiction is an example that a table does not allow. It is at the value, and
// Also has the line of the table.
type tableContradiction struct{ documented, found string }

func (tableContradiction) Rule() finding.Rule { return finding.ContradictedTable }

// Message returns for example "documented as integer, but this example has a string".
func (c tableContradiction) Message() string {
	return fmt.Sprintf("documented as %s, but this example %s", c.documented, c.found)
}

// Hint returns where to accept or resolve it.
func (c tableContradiction) Hint() string { return tableHint(c.Rule(), c.documented == "required") }

// tableHint returns where to accept or resolve a finding about tables: about presence, or
// about a type.
func tableHint(rule finding.Rule, presence bool) string {
	what := "the type takes both: decide under fields"
	if presence {
		what = "the member is not required: correct the table"
	}
	return what + ", or ignore " + rule.String() + " at this path, with the reason"
}

// tablesDisagree is two lines of tables of which one must be wrong.
type tablesDisagree struct{ here, there string }

func (tablesDisagree) Rule() finding.Rule { return finding.ConflictingTables }

// Message returns for example "documented as integer here, and as string elsewhere".
func (c tablesDisagree) Message() string {
	return fmt.Sprintf("documented as %s here, and as %s elsewhere", c.here, c.there)
}

// Hint returns where to accept or resolve it.
func (c tablesDisagree) Hint() string { return tableHint(c.Rule(), c.there == "required") }

// warn adds a warning about two places of the spec.
func (w *decider) warn(path string, at, also Where, c Cause) {
	w.problems = append(w.problems, Problem{Cause: c, Where: at, Also: []Where{also}, Path: path})
}

func atLine(ref Ref) Where { return Where{Ref: ref} }
