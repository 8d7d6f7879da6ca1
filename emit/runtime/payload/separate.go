package payload

import "reflect"

// separator is a type of this package whose unexported fields may share memory
// with copies of it.
type separator interface {
	// separate gives the value memory of its own. It reports false where it cannot.
	separate() bool
}

// separate gives the variable v memory of its own, that no copy of it shares. It
// reports false where it cannot: for a T of a [JSON] that no decoder makes, with
// interfaces or unexported fields.
func separate(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			return true
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		if v.Len() == 0 || alone(v.Type().Elem()) {
			return true
		}
		for i := range v.Len() {
			if !separate(v.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Pointer:
		if v.IsNil() {
			return true
		}
		own := reflect.New(v.Type().Elem())
		own.Elem().Set(v.Elem())
		v.Set(own)
		return separate(own.Elem())
	case reflect.Struct:
		if s, ok := v.Addr().Interface().(separator); ok {
			return s.separate()
		}
		for i := range v.NumField() {
			f := v.Field(i)
			if alone(f.Type()) {
				continue
			}
			if !f.CanSet() || !separate(f) {
				return false
			}
		}
		return true
	}
	return alone(v.Type())
}

// alone reports whether values of a type never share memory that is written to.
func alone(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Bool, reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
		return true
	case reflect.Struct:
		for i := range t.NumField() {
			if !alone(t.Field(i).Type) {
				return false
			}
		}
		return true
	}
	return false
}
