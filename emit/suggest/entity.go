package suggest

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// An entity is a thing of which the objects at some paths are examples, so that one type
// is for all of them.
type entity struct {
	homes    []*home
	parts    map[string]joint // by key
	cores    map[int]int      // how many homes have a set of keys that are not rare
	declared string           // the type that the spec declares for some of the homes, or ""
	own      string           // the type that the objects name themselves, or ""
	word     string           // the only text of their member type, if it says what they are
}

// joint is what the values of a member show, over all homes of an entity.
type joint struct {
	part
	n int // how many homes have it in most of their objects
}

// twoDeclared is the reason why types that the spec declares are not one.
const twoDeclared = "the spec declares two types for them"

// differ returns why two entities cannot be one, judging by their own members, or "".
// below says whether they are inside of two that may be one, and sure whether these are so
// much alike that one telling member in common is enough.
func (k *kinship) differ(d, e *entity, below, sure bool) string {
	if d.declared != "" && e.declared != "" {
		return twoDeclared
	}
	if d.own != "" && e.own != "" && d.own != e.own {
		return "they name different types: " + d.own + " and " + e.own
	}
	common := 0
	var apart, mixed reason
	var mixes int               // of numbers and texts
	held, tells := false, false // whether both hold objects, and have a telling member
	for key, p := range d.parts {
		q, ok := e.parts[key]
		if !ok {
			continue
		}
		common++
		held, tells = held || p.below != nil && q.below != nil, tells || !recordKey(key)
		if why := p.differ(q.part, len(k.forms) > 0); why != "" {
			apart.keep(key, why)
		}
		if kinds := p.kinds | q.kinds; joins(kinds) && kinds&(kinds-1) != 0 && kinds != p.kinds && kinds != q.kinds {
			mixes++
			mixed.keep(key, fmt.Sprintf("%s is %s and %s is %s", p.path, kindsText(p.kinds), q.path, kindsText(q.kinds)))
		}
	}
	least := min(len(d.parts), len(e.parts))
	switch {
	case apart.why != "":
		return apart.why
	case 4*mixes > common:
		return mixed.why
	case d.word != "" && e.word != "" && d.word != e.word && common < manyShared && whole([]string{d.word, e.word}) == "":
		return "their type is " + d.word + " and " + e.word
	case !below && d.homes[0].page && e.homes[0].page && !held:
		return "no example shows that the two arrays hold the same"
	case sure && tells:
	case below && (!mostly(common, least) || least >= smallFrom && !k.coheres(d, e)):
		return fmt.Sprintf("%s and %s share %d of %d members", d.homes[0].Path, e.homes[0].Path, common, least)
	}
	return ""
}

// reason is why two entities are not one, by the member with the first key.
type reason struct{ key, why string }

func (r *reason) keep(key, why string) {
	if r.why == "" || key < r.key {
		*r = reason{key, why}
	}
}

// differ returns why the values of two members cannot have one type, or "". forms says that
// one object can stand for a list of one.
func (p part) differ(q part, forms bool) string {
	asForms := forms && p.isForm() && q.isForm()
	switch {
	case !asForms && !joins(p.kinds|q.kinds):
		return fmt.Sprintf("%s is %s and %s is %s", p.path, kindsText(p.kinds), q.path, kindsText(q.kinds))
	case !asForms && p.below != nil && q.below != nil && p.form != q.form:
		return fmt.Sprintf("%s and %s hold objects in different ways", p.path, q.path)
	case differ(p.spec.Type, q.spec.Type), differ(p.spec.Name, q.spec.Name), differ(p.enum, q.enum),
		p.enum != "" && q.spec.Type != "", q.enum != "" && p.spec.Type != "",
		p.spec.Required && q.spec.Optional, q.spec.Required && p.spec.Optional:
		return fmt.Sprintf("the spec decides about %s and %s in different ways", p.path, q.path)
	}
	return ""
}

// isForm reports whether the values are objects, or arrays of objects.
func (p part) isForm() bool {
	return p.below != nil && p.kinds&^jsontext.KindsOf(jsontext.KindArray, jsontext.KindObject) == 0 && (p.form == "" || p.form == "array ")
}

func kindsText(kinds jsontext.Kinds) string {
	text := ""
	for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
		if kinds.Has(k) {
			if text != "" {
				text += " or "
			}
			text += infer.FoundKind(k).String()
		}
	}
	return text
}

// coheres reports whether two entities remain a whole as one: each home has most of its
// members in common with most of the others.
func (k *kinship) coheres(d, e *entity) bool {
	n := len(d.homes) + len(e.homes)
	core := make(keySet)
	for key, p := range d.parts {
		if 3*(p.n+e.parts[key].n) >= 2*n {
			core[key] = true
		}
	}
	for key, p := range e.parts {
		if 3*(p.n+d.parts[key].n) >= 2*n {
			core[key] = true
		}
	}
	for _, all := range []*entity{d, e} {
		for own := range all.cores {
			in := 0
			for _, key := range k.sets[own] {
				if core[key] {
					in++
				}
			}
			if 2*in < len(k.sets[own]) || 3*in < 2*len(core) && len(core)-in > fewMissing {
				return false
			}
		}
	}
	return true
}

// surelyOne reports whether two entities have so many members in common, and so few others,
// that what is inside of them can be data that differs from place to place.
func surelyOne(d, e *entity) bool {
	common := 0
	for key := range d.parts {
		if _, ok := e.parts[key]; ok {
			common++
		}
	}
	body := func(h *home) bool { return h.body }
	return common >= surelyFrom && mostly(common, len(d.parts)+len(e.parts)-common) &&
		!slices.ContainsFunc(d.homes, body) && !slices.ContainsFunc(e.homes, body)
}
