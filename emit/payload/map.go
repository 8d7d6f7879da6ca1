package payload

import (
	"encoding/json"
	"iter"
	"slices"
)

// Map is an object whose names are keys. It keeps the order of its members, in
// which ranging over it yields entries; a nil Map is null. A Map is for a handful
// of keys, as objects in a payload have: Get looks at one after the other.
type Map[T any] []Entry[T]

// Entry is one member of a Map.
type Entry[T any] struct {
	Key   string
	Value T
}

// Get returns the value of a key. ok is false where the Map has no such key.
func (m Map[T]) Get(key string) (value T, ok bool) {
	for i := range m {
		if m[i].Key == key {
			return m[i].Value, true
		}
	}
	return value, false
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

// Set gives a key a value, and adds it at the end where the Map does not have
// it. It copies the entries: other Maps that share them are not changed.
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

// Unique drops all but the last of the entries of each key: the last member of
// a name wins. It is for decoders.
func (m *Map[T]) Unique() {
	// Pairs are compared in small maps, as nearly all are; large ones come from
	// nobody we know and must not cost more than their size.
	const small = 16
	list := *m
	if distinct(list) {
		return
	}
	if len(list) > small {
		last := make(map[string]int, len(list))
		for i := range list {
			last[list[i].Key] = i
		}
		if len(last) == len(list) {
			return
		}
		*m = m.without(func(i int) bool { return last[list[i].Key] != i })
		return
	}
	var again uint // a bit for each entry whose key comes again
	for i := range list {
		for k := i + 1; k < len(list); k++ {
			if list[k].Key == list[i].Key {
				again |= 1 << i
				break
			}
		}
	}
	if again != 0 {
		*m = m.without(func(i int) bool { return again&(1<<i) != 0 })
	}
}

// without returns a copy of m without some entries.
func (m Map[T]) without(drop func(i int) bool) Map[T] {
	var kept Map[T]
	for i := range m {
		if !drop(i) {
			kept = append(kept, m[i])
		}
	}
	return kept
}

// distinct reports whether the keys are distinct, by a hash that is good enough
// for a handful of them. False means nothing.
func distinct[T any](list []Entry[T]) bool {
	var seen uint64
	for i := range list {
		key := list[i].Key
		hash := len(key)
		if hash > 0 {
			hash += 7*int(key[0]) + 31*int(key[hash-1]) + 3*int(key[hash/2])
		}
		if bit := uint64(1) << (hash % 64); seen&bit != 0 {
			return false
		} else {
			seen |= bit
		}
	}
	return true
}

// MarshalJSON returns an object with the entries in their order, null for nil.
func (m Map[T]) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	b := []byte{}
	for i := range m {
		value, err := json.Marshal(m[i].Value)
		if err != nil {
			return nil, err
		}
		b = append(AppendKey(b, m[i].Key), value...)
	}
	return CloseObject(b, 0), nil
}

// UnmarshalJSON reads an object or null. It fails for other kinds and where a
// value is no T.
func (m *Map[T]) UnmarshalJSON(text []byte) error {
	*m = nil
	r := NewTextReader(string(text))
	if r.Null() {
		return r.Done()
	}
	var o Object
	if r.Object(&o) {
		*m = Map[T]{}
		for r.Next(&o) {
			e := Entry[T]{Key: o.Name}
			if raw := r.Raw(); raw != "" {
				if err := json.Unmarshal([]byte(raw), &e.Value); err != nil {
					return err
				}
			}
			*m = append(*m, e)
		}
		m.Unique()
	}
	return r.strict()
}
