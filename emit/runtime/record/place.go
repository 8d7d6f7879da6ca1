package record

import "github.com/specimen-go/specimen/infer/evidence"

// place is what the types have at a path, for a collector.
type place struct {
	t    *typ // plain
	up   *place
	json bool // whether it is JSON in a string
}

// newPlace returns the place of a value of a type. A struct within itself is not in the
// types, so that these have a finite number of paths.
func newPlace(t *typ, up *place) evidence.Type {
	p := &place{t.plain(), up, t.inside().kind == kindJSON}
	if s := p.t.object(); s != nil {
		for ; up != nil; up = up.up {
			if outer := up.t.object(); outer != nil && outer.same() == s.same() {
				return nil
			}
		}
	}
	return p
}

// Member implements evidence.Type, as the next methods do.
func (p *place) Member(name string) (below evidence.Type, key bool) {
	if p.t.kind == kindMap {
		return newPlace(p.t.elem, p), true
	}
	if s := p.t.object(); s != nil {
		if i, ok := s.index[name]; ok {
			return newPlace(s.fields[i].typ, p), false
		}
	}
	return nil, false
}

func (p *place) Rest() evidence.Type {
	if p.t.kind == kindMap {
		return newPlace(p.t.elem, p)
	}
	return nil
}

func (p *place) Elem() evidence.Type {
	if t := p.t.items(); t != nil {
		return newPlace(t, p)
	}
	return nil
}

func (p *place) Inner() evidence.Type {
	if p.json {
		return p
	}
	return nil
}

func (p *place) Base64() bool { return p.t.kind == kindBase64 }
