package payload

import "reflect"

// separate copies the memory that the variable v shares with copies of it. It reports
// whether it could copy all of it: it cannot for Go maps and unexported fields, which only a
// program's own T of a [JSON] has.
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
	case reflect.Interface:
		if v.IsNil() {
			return true
		}
		own := reflect.New(v.Elem().Type()).Elem()
		own.Set(v.Elem())
		ok := separate(own)
		v.Set(own)
		return ok
	case reflect.Pointer:
		if v.IsNil() {
			return true
		}
		own := reflect.New(v.Type().Elem())
		own.Elem().Set(v.Elem())
		v.Set(own)
		return separate(own.Elem())
	case reflect.Struct:
		switch t := v.Type(); {
		case isGeneric(t, "Opt"), isGeneric(t, "Or"): // whose fields only Ptr reaches
			value := v.Addr().MethodByName("Ptr").Call(nil)[0]
			return value.IsNil() || separate(value.Elem())
		case isGeneric(t, "JSON"): // no part of the value leaves a JSON
			return true
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

// alone reports whether copies of a type's values share no memory that can be written to.
func alone(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Bool, reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
		return true
	case reflect.Struct:
		if t == reflect.TypeFor[EventDelivery]() {
			return true // nobody can reach its list of mismatches
		}
		for i := range t.NumField() {
			if !alone(t.Field(i).Type) {
				return false
			}
		}
		return true
	}
	return false
}
