package state

// JSON is the layout of payload.JSON.
type JSON[T any] struct {
	value T
	text  Text
}

// Text is what a JSON holds besides its T.
type Text struct {
	JSON string
	Form Form
	Is   bool // whether the text says a T; if not, it is zero
}

// Form is how a JSON is sent.
type Form uint8

// The forms of a JSON.
const (
	JSONAbsent Form = iota
	JSONNull
	JSONText // in a string
	JSONPlain
)

// JSONParts returns pointers to the parts of a JSON.
func JSONParts[T any](j *JSON[T]) (value *T, text *Text) { return &j.value, &j.text }
