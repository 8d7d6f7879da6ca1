package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// home is the objects at one path, or all objects of a type that the spec declares.
type home struct {
	*infer.Struct
	keys     keySet
	core     keySet // those that are not rare
	tail     string // the name of its member, or of one element of a list, in lower case
	last     string // the last word of tail
	noun     string // the same, or "" if it says nothing about the objects
	subject  string // the event that it is what is about, or ""
	deepest  bool   // whether it is the innermost that an event is about
	declared bool
	body     bool            // whether it is whole payloads
	owner    *home           // has it in one of its members, or nil: a whole body has it
	parts    map[string]part // by key
	own      string          // the type that the objects name themselves, or ""
	word     string          // the only text of their member type, if it says what they are
	page     bool            // whether it is a part of a list: see isPage
}

// part is what the values of a member show.
type part struct {
	kinds jsontext.Kinds // of values with content, without null
	path  string
	at    infer.Origin // of the first value
	form  string       // how the objects in it are held: in arrays, maps, JSON
	below *home        // the objects in it, or nil
	rare  bool         // whether most objects lack it
	spec  infer.FieldDecision
	enum  string // that the spec gives it
}

// keySet is the set of an object's keys.
type keySet map[string]bool

// common returns how many keys are in both sets.
func (k keySet) common(l keySet) int {
	if len(k) > len(l) {
		k, l = l, k
	}
	n := 0
	for key := range k {
		if l[key] {
			n++
		}
	}
	return n
}

func keysOf(structs []*infer.Struct) []keySet {
	var all []keySet
	for _, s := range structs {
		keys := make(keySet)
		for _, f := range s.Fields {
			keys[f.Key] = true
		}
		all = append(all, keys)
	}
	return all
}

// homes returns the homes of all objects except whole payloads, by path.
func (v *view) homes() []*home {
	if v.homeOf == nil {
		v.findHomes()
	}
	return v.allHomes
}

// bodies returns the homes of whole payloads that have no declared type and no envelope, by
// path.
func (v *view) bodies() []*home {
	if v.homeOf == nil {
		v.findHomes()
	}
	return v.allBodies
}

// findHomes finds the homes of all objects.
func (v *view) findHomes() {
	of := make(map[*infer.Struct]*home)
	v.homeOf = of
	for s := range v.model.AllStructs() {
		declared := s.Name != ""
		body := !declared && !strings.Contains(s.Path, "/")
		if body && (s.Envelope || s.Path == infer.EnvelopeRoot) {
			continue
		}
		h := &home{body: body, Struct: s, keys: make(keySet, len(s.Fields)), core: make(keySet), declared: declared, own: v.kindName(s, ownType)}
		h.tail = strings.ToLower(v.tailWith(s.Path, names.Singular))
		h.last = ident.Last(v.tailWith(s.Path, names.Singular))
		if !vague.is(h.tail) && !isOneOf(h.last, vague, anything, particle, freeKeys) {
			h.noun = h.last
		}
		of[s] = h
		if body {
			v.allBodies = append(v.allBodies, h)
		} else {
			v.allHomes = append(v.allHomes, h)
		}
	}
	for _, h := range slices.Concat(v.allHomes, v.allBodies) {
		h.parts = make(map[string]part, len(h.Fields))
		for _, f := range h.Fields {
			said := v.shownAt(f.Path)
			p := part{kinds: said.kinds, path: f.Path, at: said.first, spec: v.fields[f.Path], enum: v.enums[f.Path]}
			if said.most == 0 {
				p.kinds &^= jsontext.KindsOf(jsontext.KindArray, jsontext.KindObject)
			}
			if s := infer.StructIn(f.Type); s != nil {
				p.below, p.form = of[s], formOf(f.Type)
				if p.below != nil && !p.below.declared {
					p.below.owner = h
				}
			}
			if d := v.model.At(f.Path); d != nil {
				p.rare = 2*d.Absent.Count > d.Objects
			}
			if h.keys[f.Key], h.parts[f.Key] = true, p; !p.rare {
				h.core[f.Key] = true
			}
		}
		h.page, h.word, h.subject = h.isPage(), v.tellingType(h), v.subject(h.Path)
	}
}

// formOf returns how a type holds the struct in it.
func formOf(t infer.Type) string {
	var b strings.Builder
	for {
		t = infer.InsideOpt(t)
		switch u := t.(type) {
		case infer.Or:
			t = u.Elem
		case infer.JSON:
			t = u.Elem
			b.WriteString("json ")
		case infer.Slice:
			t = u.Elem
			b.WriteString("array ")
		case infer.Map:
			t = u.Elem
			b.WriteString("map ")
		default:
			return b.String()
		}
	}
}

// isPage reports whether objects are parts of a list: an array of objects, and around it
// only what leads to its other parts. What they hold says what they are.
func (h *home) isPage() bool {
	held := false
	for key, p := range h.parts {
		switch {
		case p.kinds == jsontext.KindsOf(jsontext.KindArray) && p.below != nil, p.kinds == 0 && wrapper.in(key):
			held = true
		case !isOneOf(joined(key), record, ownType) && !paging.in(key):
			return false
		}
	}
	return held
}

// telling returns how many of the keys that two homes share are not ones that any object
// may have.
func telling(a, b *home) int {
	n := 0
	for key := range a.keys {
		if b.keys[key] && !recordKey(key) && !wrapper.is(joined(key)) {
			n++
		}
	}
	return n
}

// deep returns the number of members of an object and of the objects inside it.
func deep(s *infer.Struct, above []*infer.Struct) int {
	if slices.Contains(above, s) {
		return 0
	}
	n := len(s.Fields)
	for _, f := range s.Fields {
		if t := infer.StructIn(f.Type); t != nil {
			n += deep(t, append(slices.Clip(above), s))
		}
	}
	return n
}

// tellingType returns the only text of the member type as a Go name, if it says what the
// objects are: it is the name of their own member, or of the event that they are about.
// Other texts are one of several that objects of one type have.
func (v *view) tellingType(h *home) string {
	word := v.typeWord(h.Struct)
	if word == "" {
		return ""
	}
	root, _, _ := strings.Cut(h.Path, "/")
	if strings.ToLower(word) != h.tail && root != infer.EventPath(word) || !slices.ContainsFunc(h.Fields, func(f *infer.Field) bool { return !recordKey(f.Key) }) {
		return "" // a reference to a thing is not the thing
	}
	return word
}

// subject returns the event whose subject the objects at a path are: they are what is
// inside its wrappers, or its member of the same name.
func (v *view) subject(path string) string {
	if event := v.resourceName(path); event != "" {
		return event
	}
	root, member, _ := strings.Cut(path, "/")
	if event, ok := infer.EventOf(root); ok && names.GoName(infer.SegmentName(member)) == event {
		return event
	}
	return ""
}
