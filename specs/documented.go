package specs

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Documentation is what documents say about one type besides payloads: tables of its
// members, and examples of the type itself.
type Documentation struct {
	Type     string // a declared type or the type of an event; one that is neither is declared here
	At       []Item // further paths of a type that is declared here
	Document string // ID of the [Document], or "" if each member and example has its own
	About    string // of a type that is declared here
	Members  []Member
	Examples []Example
	Ref      Ref
}

// Member is a line of a table.
type Member struct {
	Path     string // below the type
	Type     *MemberType
	About    string
	Null     bool
	Optional bool
	Required bool
	Document string // ID of the [Document], or ""
	Ref      Ref
}

// MemberType is a type in a table.
type MemberType struct {
	Word string      // a word for a type, which is not checked here, or "object" for a Name
	Name string      // of a declared type whose objects the values are, or ""
	Of   *MemberType // of the elements of a list or the values of a map, or nil
}

// declare declares the types of documented, and adds to all declared types the paths at
// which tables name them.
func (p *Platform) declare() {
	index := map[string]int{}
	for i, t := range p.Types {
		index[t.Name] = i
	}
	events := p.eventTypes()
	for i := range p.Documented {
		d := &p.Documented[i]
		if d.Document != "" {
			for k := range d.Members {
				if d.Members[k].Document == "" {
					d.Members[k].Document = d.Document
				}
			}
			for k := range d.Examples {
				if d.Examples[k].Document == "" {
					d.Examples[k].Document = d.Document
				}
			}
		}
		if k, ok := index[d.Type]; ok || events[d.Type] {
			if ok && p.Types[k].documented {
				p.Types[k].At = append(p.Types[k].At, d.At...)
			}
			continue
		}
		index[d.Type] = len(p.Types)
		p.Types = append(p.Types, Type{
			Name: d.Type, At: d.At, About: d.About, Why: "documented", Ref: d.Ref, documented: true,
		})
	}
	for _, d := range p.Documented {
		for _, m := range d.Members {
			path := d.Type + "/" + m.Path
			for t := m.Type; t != nil; t = t.Of {
				if k, ok := index[t.Name]; ok && t.Name != "" {
					p.Types[k].addPath(Item{Text: path, Ref: m.Ref, Implied: true})
				}
				if t.Word != "json" { // the members of JSON in a string have the path of the string
					path += "/*"
				}
			}
		}
	}
}

// DocumentOf returns the title of the document that a line of a table is from, or "".
func (p *Platform) DocumentOf(line Ref) string {
	id := ""
	for _, d := range p.Documented {
		for _, m := range d.Members {
			if m.Ref == line {
				id = m.Document
			}
		}
	}
	for _, d := range p.Documents {
		if d.ID == id {
			return d.Title
		}
	}
	return ""
}

// addPath adds a path, unless the type has it.
func (t *Type) addPath(at Item) {
	for _, x := range t.At {
		if x.Text == at.Text {
			return
		}
	}
	t.At = append(t.At[:len(t.At):len(t.At)], at)
}

// eventTypes returns the names of the types of events.
func (p *Platform) eventTypes() map[string]bool {
	all := map[string]bool{}
	for _, t := range p.Topics {
		if t.Event != "" {
			all[eventType(t.Event)] = true
		}
	}
	return all
}

// documented checks the tables and the examples of types.
func (c checker) documented() {
	k := c.typesKnown()
	first := map[string]Ref{} // names of examples
	for _, d := range c.p.Documented {
		if d.Document != "" {
			c.documentExists(d.Document, d.Ref.member("document"))
		}
		switch {
		case k.declared[d.Type] && !k.named[d.Type] && !k.hasAt[d.Type]:
			c.problem(finding.UnknownType, d.Ref.member("type"), "no type "+diagnostic.Quote(d.Type), k.near(d.Type, "to declare it here, add at with its paths, or name it in a table"))
		case !k.declared[d.Type] && len(d.At) > 0:
			c.problem(finding.DeclaredElsewhere, d.Ref.member("at"), diagnostic.Quote(d.Type)+" is declared already", "move the paths to its at")
		case !k.declared[d.Type] && d.About != "":
			c.problem(finding.DeclaredElsewhere, d.Ref.member("about"), diagnostic.Quote(d.Type)+" is declared already", "move the text to its about")
		}
		for _, m := range d.Members {
			if m.Document != "" {
				c.documentExists(m.Document, m.Ref.member("document"))
			}
			for t := m.Type; t != nil; t = t.Of {
				if t.Name != "" && !k.types[t.Name] && !k.declared[t.Name] {
					c.problemOnce(finding.UnknownType, m.Ref, "no type "+diagnostic.Quote(t.Name), k.near(t.Name, "declare it under types or documented"))
				}
			}
		}
		for _, x := range d.Examples {
			if x.Document != "" {
				c.documentExists(x.Document, x.Ref.member("document"))
			}
			if ref, ok := first[x.ID]; ok {
				c.problem(finding.DuplicateEntry, x.Ref, "duplicate example "+diagnostic.Quote(x.Name)+" of "+d.Type, "give one of the two another name", c.p.At(ref))
				continue
			}
			first[x.ID] = x.Ref
		}
	}
}

// typesKnown is the names of types in a spec.
type typesKnown struct {
	types    map[string]bool // from the section types
	declared map[string]bool // by documented
	named    map[string]bool // by tables
	hasAt    map[string]bool // with paths in documented
}

func (c checker) typesKnown() typesKnown {
	k := typesKnown{make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[string]bool)}
	for _, t := range c.p.Types {
		k.types[t.Name] = true
	}
	events := c.p.eventTypes()
	for _, d := range c.p.Documented {
		k.hasAt[d.Type] = k.hasAt[d.Type] || len(d.At) > 0
		if !k.types[d.Type] && !events[d.Type] {
			k.declared[d.Type] = true
		}
		for _, m := range d.Members {
			for t := m.Type; t != nil; t = t.Of {
				k.named[t.Name] = true
			}
		}
	}
	return k
}

// near returns a hint to the name of a type that is like a name, or another hint where
// there is none.
func (k typesKnown) near(name, otherwise string) string {
	all := slices.Collect(maps.Keys(k.types))
	for name := range k.declared {
		if k.named[name] || k.hasAt[name] {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return cmp.Or(diagnostic.Nearest(name, all), otherwise)
}
