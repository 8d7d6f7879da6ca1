package payloadtest

import (
	"reflect"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
)

// change is one change of a decoded event, as a program makes it: another value
// for a variable.
type change struct {
	place
	what string
	to   reflect.Value // the variable's new value
	want *value        // what the event encodes to then
}

// place is a variable in an event.
type place struct {
	v      reflect.Value
	tokens []string // the path of the member or element that the variable is for
	root   bool     // it is for the whole body, which is never null
	member bool     // it is a field: its member is left out where it is absent
	built  bool     // it is a field of a struct that was not decoded: left out where it is zero
	extra  *fields  // it is the Extra of a struct with these fields, to which tokens lead
	holder reflect.Value
	// base returns what the event encodes to where something at the place was
	// changed, before it is: of a member that Extra keeps, what the field says.
	base func() (*value, bool)
}

// places collects the variables of an event.
type places struct {
	list []place
	near []string // where they are, or everywhere
}

// placesOf returns the variables of an event that encodes to root: those on the
// way along the tokens, and those behind.
func placesOf(event Event, root *value, near []string) []place {
	c := places{near: near}
	p := place{v: variable(event), base: func() (*value, bool) { return root, true }}
	if event := reflect.ValueOf(event).Elem(); p.v.Type() != event.Type() {
		if v := p.v; extraOf(event) != nil {
			p.base = func() (*value, bool) { return model(v) }
		}
		p.root = true
		c.list = append(c.list, p)
	}
	c.within(p)
	return c.list
}

// below returns the place of what a member or element of p is for. ok is false for
// one that is not wanted.
func (c *places) below(p place, v reflect.Value, token string) (below place, ok bool) {
	if n := len(p.tokens); n < len(c.near) && c.near[n] != token {
		return p, false
	}
	p.v, p.tokens, p.root, p.member, p.built = v, with(p.tokens, token), false, false, false
	return p, true
}

// within collects what is in p.
func (c *places) within(p place) {
	switch generic(p.v.Type()) {
	case "Opt", "Or":
		if ptr := p.v.Addr().MethodByName("Ptr").Call(nil)[0]; !ptr.IsNil() {
			if p.v = ptr.Elem(); p.v.Kind() == reflect.Pointer {
				p.v = p.v.Elem()
			}
			c.within(p)
		}
		return
	case "ObjectOrList":
		if held, ok := arrived(p.v); ok {
			p.v = held
			c.within(p)
		}
		return
	case "JSON":
		return
	}
	switch p.v.Kind() {
	case reflect.Slice:
		isMap := generic(p.v.Type()) == "Map"
		for i := range min(p.v.Len(), long) {
			elem, token := p.v.Index(i), strconv.Itoa(i)
			if isMap {
				elem, token = elem.Field(1), elem.Field(0).String()
			}
			if at, ok := c.below(p, elem, token); ok {
				c.list = append(c.list, at)
				c.within(at)
			}
		}
	case reflect.Struct:
		if p.v.Type() != valueType && !isNumber(p.v.Type()) {
			c.withinStruct(p)
		}
	}
}

// withinStruct collects the fields of a struct and its Extra.
func (c *places) withinStruct(p place) {
	all := fieldsOf(p.v.Type())
	kept := extraOf(p.v)
	for _, f := range all.named {
		at, ok := c.below(p, p.v.FieldByIndex(f.index), f.name)
		if !ok {
			continue
		}
		at.member, at.built = true, isBuilt(kept)
		c.list = append(c.list, at)
		if m := says(kept, f.name); m != nil && state.Value(m).IsAbsent() {
			continue
		} else if m != nil {
			v, tokens := at.v, at.tokens
			at.base = func() (*value, bool) {
				base, ok := p.base()
				encoded, also := model(v)
				if !ok || !also {
					return nil, false
				}
				return base.put(tokens, encoded), true
			}
		}
		c.within(at)
	}
	if len(all.extra) == 1 {
		p.holder, p.extra, p.v = p.v, all, p.v.FieldByIndex(all.extra[0])
		c.list = append(c.list, p)
	}
}

// changes returns the changes of the variable at p, of an event that encodes to
// root.
func (p place) changes(root *value) []change {
	base, ok := p.base()
	if !ok {
		return nil
	}
	if p.extra != nil {
		return p.changesOfExtra(root, base)
	}
	var list []change
	for _, to := range values(p.v) {
		encoded, ok := model(to)
		if !ok {
			continue
		}
		if is, _ := model(p.v); same(p.v, to) && text(is) != text(encoded) {
			continue // 0 for -0, which Go takes for equal
		}
		switch {
		case p.root && to.Kind() == reflect.Slice && to.IsNil():
			encoded = modelOf(reflect.MakeSlice(to.Type(), 0, 0))
		case p.built && to.IsZero():
			encoded = nil
		case !p.member:
			encoded = orNull(encoded)
		}
		list = append(list, p.change("set to "+text(encoded), to, root, base.put(p.tokens, encoded)))
	}
	return list
}

// change returns a change, which is none if the variable has the value.
func (p place) change(what string, to reflect.Value, root, want *value) change {
	if same(p.v, to) {
		want = root
	}
	return change{place: p, what: show(pointer(p.tokens)) + " " + what, to: to, want: want}
}

// text returns the JSON of a value for a message.
func text(v *value) string {
	if v == nil {
		return "absent"
	}
	return brief(string(v.append(nil)))
}

// changesOfExtra returns what Set and Delete do with the Extra of a struct: with a
// new member, with one that has a field, and with those that Extra has.
func (p place) changesOfExtra(root, base *value) []change {
	var list []change
	kept := p.v.Interface().(payload.Members)
	set := func(name, raw string) {
		x := kept
		x.Set(name, Value(raw))
		var encoded *value
		if raw != "" {
			encoded = made(raw)
		} else if isBuilt(kept) {
			return // the struct has something then, even if it has no member
		}
		want := base.put(with(p.tokens, name), encoded)
		list = append(list, p.change(quote(name)+" set in Extra to "+text(encoded), reflect.ValueOf(x), root, want))
	}
	remove := func(name string, encoded *value) {
		x := kept
		x.Delete(name)
		want := base.put(with(p.tokens, name), encoded)
		list = append(list, p.change(quote(name)+" deleted from Extra", reflect.ValueOf(x), root, want))
	}
	set(unknownName, `{"a":[1.50]}`)
	set(unknownName, ``)
	for _, f := range p.extra.named {
		set(f.name, `[{"b":0}]`)
		set(f.name, ``)
	}
	for i := range kept {
		name := state.Name(&kept[i])
		if f := p.extra.find(name); f == nil && len(p.extra.unnamed) == 0 {
			set(name, `"changed"`)
			remove(name, nil)
		} else if f != nil {
			if encoded, ok := model(p.holder.FieldByIndex(f.index)); ok {
				remove(name, encoded)
			}
		}
	}
	return list
}
