package wire

import "github.com/specimen-go/specimen/emit/runtime/payload"

// unique returns list without all but the last of the entries of each key.
func unique[T any](list payload.Map[T]) payload.Map[T] {
	// Small maps, which nearly all are, compare all pairs of keys. Large ones may be an
	// attack, and must take time in proportion to their size.
	const small = 16
	if len(list) > small {
		last := make(map[string]int, len(list))
		for i := range list {
			last[list[i].Key] = i
		}
		if len(last) == len(list) {
			return list
		}
		return without(list, func(i int) bool { return last[list[i].Key] != i })
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
	if again == 0 {
		return list
	}
	return without(list, func(i int) bool { return again&(1<<i) != 0 })
}

// without returns a copy of list without some entries.
func without[T any](list payload.Map[T], drop func(i int) bool) payload.Map[T] {
	var kept payload.Map[T]
	for i := range list {
		if !drop(i) {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// distinct reports whether the keys are distinct, by a hash that suits a handful of them.
// False may be a hash collision.
func distinct[T any](list payload.Map[T]) bool {
	var seen uint64
	for i := range list {
		key := list[i].Key
		hash := len(key)
		if hash > 0 {
			hash += 7*int(key[0]) + 31*int(key[hash-1]) + 3*int(key[hash/2])
		}
		bit := uint64(1) << (hash % 64)
		if seen&bit != 0 {
			return false
		}
		seen |= bit
	}
	return true
}
