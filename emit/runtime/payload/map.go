package payload

import (
	"encoding/json"
	"iter"
	"reflect"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Map is an object whose names are keys. It is a list of its entries in their order. Get
// searches linearly: objects in payloads have a handful of keys.
//
// Like a list, a Map is nil if the member was absent or null, and Extra.Absent of its struct
// says which; for an empty object it is empty and not nil.
type Map[T any] []Entry[T]

// Entry is one member of a Map.
type Entry[T any] struct {
	Key   string
	Value T
}

// Get returns the value of a key. ok is false if the Map does not have the key.
func (m Map[T]) Get(key string) (value T, ok bool) {
	for i := range m {
		if m[i].Key == key {
			return m[i].Value, true
		}
	}
	return value, false
}

// First returns the value of the first of the keys that the Map has, and its first value
// where it has none of them: the best of several translations, by the languages of a
// reader. ok is false for a Map without entries.
func (m Map[T]) First(keys ...string) (value T, ok bool) {
	for _, key := range keys {
		if value, ok = m.Get(key); ok {
			return value, true
		}
	}
	if len(m) > 0 {
		return m[0].Value, true
	}
	return value, false
}

// Or returns the value of the first of the keys that the Map has, or fallback where it has
// none of them.
func (m Map[T]) Or(fallback T, keys ...string) T {
	for _, key := range keys {
		if value, ok := m.Get(key); ok {
			return value
		}
	}
	return fallback
}

// All yields the keys and values in their order.
func (m Map[T]) All() iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		for i := range m {
			if !yield(m[i].Key, m[i].Value) {
				return
			}
		}
	}
}

// Set sets the value of a key, and appends the key if the Map does not have it. It copies
// the entries, so that copies of the Map are not changed.
func (m *Map[T]) Set(key string, value T) {
	for i := range *m {
		if (*m)[i].Key == key {
			*m = slices.Clone(*m)
			(*m)[i].Value = value
			return
		}
	}
	*m = append(slices.Clip(*m), Entry[T]{Key: key, Value: value})
}

// MarshalJSON returns an object with the entries in their order, null for nil.
func (m Map[T]) MarshalJSON() ([]byte, error) { return marshalMap(m) }

// UnmarshalJSON decodes an object or null. It fails for other kinds and where a value
// is not a T. The last of several members of a name counts.
func (m *Map[T]) UnmarshalJSON(text []byte) error { return unmarshalMap(text, m) }

// Equal reports whether both have the same keys with values that [Equal] finds equal, in any
// order. A nil Map equals a nil one only.
func (m Map[T]) Equal(n Map[T]) bool { return sameEntries(reflect.ValueOf(m), reflect.ValueOf(n)) }

// marshalMap returns the JSON of a Map.
func marshalMap(m any) ([]byte, error) {
	list := reflect.ValueOf(m)
	if list.IsNil() {
		return []byte("null"), nil
	}
	b := []byte{'{'}
	for i := range list.Len() {
		if i > 0 {
			b = append(b, ',')
		}
		entry := list.Index(i)
		value, err := json.Marshal(entry.FieldByName("Value").Interface())
		if err != nil {
			return nil, err
		}
		b = append(append(jsontext.AppendString(b, entry.FieldByName("Key").String()), ':'), value...)
	}
	return append(b, '}'), nil
}

// objectOrNull returns the value of a JSON text that is an object or null. It fails for
// other kinds.
func objectOrNull(text []byte) (Value, error) {
	v, err := ParseValue(string(text))
	if err != nil {
		return Value{}, err
	}
	if kind := v.Kind(); kind != KindObject && kind != KindNull {
		return Value{}, misfit(text, KindObject, kind)
	}
	return v, nil
}

// unmarshalMap decodes an object or null into the Map that m points to.
func unmarshalMap(text []byte, m any) error {
	list := reflect.ValueOf(m).Elem()
	list.SetZero()
	v, err := objectOrNull(text)
	if err != nil || v.Kind() == KindNull {
		return err
	}
	all := reflect.New(list.Type()).Elem()
	last := make(map[string]int)
	for key, value := range v.Members() {
		entry := reflect.New(list.Type().Elem()).Elem()
		entry.FieldByName("Key").SetString(key)
		if err := json.Unmarshal([]byte(value.Raw()), entry.FieldByName("Value").Addr().Interface()); err != nil {
			return err
		}
		last[key] = all.Len()
		all = reflect.Append(all, entry)
	}
	list.Set(reflect.MakeSlice(list.Type(), 0, len(last)))
	for i := range all.Len() {
		if entry := all.Index(i); last[entry.FieldByName("Key").String()] == i {
			list.Set(reflect.Append(list, entry))
		}
	}
	return nil
}
