package state

// Opt is the layout of payload.Opt.
type Opt[T any] struct {
	value    T
	presence Presence
}

// Presence says what an Opt holds.
type Presence uint8

// What an Opt holds. Unless it is Present, its value is T's zero.
const (
	Absent Presence = iota
	Null
	Present
)

// OptParts returns pointers to the parts of an Opt.
func OptParts[T any](o *Opt[T]) (value *T, presence *Presence) { return &o.value, &o.presence }
