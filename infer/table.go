package infer

import (
	"strings"

	"github.com/specimen-go/specimen/infer/evidence"
)

// Table is what a document says of the members of a type, besides its examples.
type Table struct {
	Event   string // whose bodies it is about, or "" if it is about a declared type
	Type    string // the declared type, or ""
	Members []TableMember
}

// TableMember is a line of a table.
type TableMember struct {
	Path     string     // below the type, such as "variations" or "variations/*/id"
	Type     *TableType // or nil if the table does not say
	Null     bool
	Optional bool
	Required bool
	Order    int // in the spec, after that of all examples
	Ref      Ref
}

// TableType is a type in a table.
type TableType struct {
	Word string     // one of TableWords
	Of   *TableType // of the elements of a list or the values of a map, or nil
}

// ObserveTables returns what tables say, as evidence. It returns a problem for each type
// that is not in TableWords, and for each path that leads through elements of what no
// table calls a list or a map. If there are problems, there is no evidence.
func ObserveTables(tables ...Table) (Evidence, []Problem) {
	var w tableWalker
	var e Evidence
	for _, t := range tables {
		for _, m := range t.Members {
			var line Evidence
			put(&line, evidenceRoot{event: t.Event, name: t.Type}, w.member(m))
			e = Merge(e, line)
		}
	}
	for _, roots := range []map[string]*Node{e.Events, e.Types} {
		for _, n := range roots {
			w.check(n)
		}
	}
	if len(w.problems) > 0 {
		return Evidence{}, w.problems
	}
	return e, nil
}

// tableWalker makes evidence of the lines of tables.
type tableWalker struct{ problems []Problem }

// member returns what a line says, as the node of the type that its table is about.
func (w *tableWalker) member(m TableMember) *Node {
	at := Origin{Order: m.Order, Example: string(m.Ref)}
	top := new(Node)
	n := top
	for i, segment := range strings.Split(m.Path, "/") {
		if segment == "*" {
			n.Elem = new(Node)
			n = n.Elem
			continue
		}
		if i > 0 {
			claim(n, ClaimObject, at)
		}
		child := new(Member)
		n.Members = map[string]*Member{SegmentName(segment): child}
		n = &child.Node
	}
	if m.Type == nil {
		claim(n, ClaimValue, at)
	}
	if m.Null {
		claim(n, ClaimNull, at)
	}
	if m.Optional {
		claim(n, ClaimOptional, at)
	}
	if m.Required {
		claim(n, ClaimRequired, at)
	}
	for t := m.Type; t != nil; t = t.Of {
		c, ok := evidence.ClaimOf(t.Word)
		if !ok {
			w.problems = append(w.problems, Problem{Cause: unknownType{t.Word, TableWords()}, Where: Where{Ref: m.Ref}})
			break
		}
		claim(n, c, at)
		if c == ClaimJSON {
			break // what the strings hold is a declared type, if anything: see PathRef.Implied
		}
		if t.Of != nil {
			n.Elem = new(Node)
			n = n.Elem
		}
	}
	return top
}

func claim(n *Node, c Claim, at Origin) {
	if n.Claims == nil {
		n.Claims = new(Claims)
	}
	n.Claims[c] = n.Claims[c].Merge(Fact{Count: 1, At: at})
}

// check reports elements of what no table calls a list or a map.
func (w *tableWalker) check(n *Node) {
	if n.Elem != nil {
		if !n.Claims.Seen(ClaimList) && !n.Claims.Seen(ClaimMap) && !n.Claims.Seen(ClaimJSON) {
			at := firstClaim(n.Elem)
			w.problems = append(w.problems, Problem{Cause: noContainer(), Where: Where{Ref: Ref(at.Example)}})
		}
		w.check(n.Elem)
	}
	for _, m := range n.Members {
		w.check(&m.Node)
	}
}

// firstClaim returns the first line about a path or a path below it.
func firstClaim(n *Node) Origin {
	at := n.Claims.First()
	if n.Elem != nil {
		if first := firstClaim(n.Elem); first.Compare(at) < 0 {
			at = first
		}
	}
	for _, m := range n.Members {
		if first := firstClaim(&m.Node); first.Compare(at) < 0 {
			at = first
		}
	}
	return at
}
