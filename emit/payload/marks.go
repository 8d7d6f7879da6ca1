package payload

import "reflect"

// Mark sets a bit of marked for each known member that v is to be encoded
// without, because what x says of it stands: Set put it there, or the member's
// variable is still what decoding left there. decode is v's own decoder. It is
// for encoders, as are the functions below.
func Mark[P any](marked []uint64, x *Members, shape *Shape, v P, decode func(P, *Reader, int, string) int) {
	now := reflect.ValueOf(v).Elem()
	var was reflect.Value
	// Where there are several marks of a member, the first one counts.
	for i := len(*x) - 1; i >= 0; i-- {
		e := &(*x)[i]
		if e.known == 0 {
			continue
		}
		k := shape.known(e)
		if k < 0 {
			continue
		}
		var stands bool
		if field := shape.field(now, k); e.Value.raw == "" || e.Value.raw == "null" || e.unread {
			stands = field.IsZero()
		} else {
			if !was.IsValid() {
				was = reflect.New(now.Type())
				r := x.again()
				r.EndAt(decode(was.Interface().(P), &r, r.Offset(), ""))
				was = was.Elem()
			}
			stands = reflect.DeepEqual(shape.field(was, k).Addr().Interface(), field.Addr().Interface())
		}
		if marked[k/64] &^= 1 << (k % 64); stands {
			marked[k/64] |= 1 << (k % 64)
		}
	}
	for i := range *x {
		if e := &(*x)[i]; e.known == 0 {
			if k := shape.Index(e.Name); k >= 0 {
				marked[k/64] |= 1 << (k % 64)
			}
		}
	}
}

// known returns the index of the member that e is about, -1 for an unknown one.
func (s *Shape) known(e *Member) int {
	k := int(e.known) - 1
	if k < 0 || k >= len(s.Names) || s.Names[k] != e.Name {
		return s.Index(e.Name) // it was set, or comes from a struct of another type
	}
	return k
}

// field returns the variable of the member with the index k in a struct. The
// fields of a struct are its members, in their order, and Extra. In an event
// that has an envelope, that is a field of its own, the second one.
func (s *Shape) field(v reflect.Value, k int) reflect.Value {
	if k < s.Shared {
		return v.Field(1).Field(k)
	}
	return v.Field(v.NumField() - 1 - len(s.Names) + k)
}

// again returns a Reader of an object that has the marked members alone: what
// decoding had left in their variables is seen from decoding it again.
func (x *Members) again() Reader {
	var b []byte
	for i := range *x {
		if e := &(*x)[i]; e.known > 0 && e.Value.raw != "" && !e.unread {
			b = append(AppendKey(b, e.Name), e.Value.raw...)
		}
	}
	return Value{raw: string(CloseObject(b, 0))}.reader()
}

// AppendExtra appends to b, the members of an object so far, the unknown members
// of x and the known ones that Mark has marked.
func AppendExtra(b []byte, x *Members, shape *Shape, marked []uint64) []byte {
	for i := range *x {
		e := &(*x)[i]
		if e.Value.raw == "" {
			continue
		}
		if k := shape.known(e); k < 0 && e.known == 0 || k >= 0 && marked[k/64]&(1<<(k%64)) != 0 {
			b = append(AppendKey(b, e.Name), e.Value.raw...)
		}
	}
	return b
}
