package state

// JSON is the layout of payload.JSON.
type JSON[T any] struct {
	value T
	text  string
	form  Form
	is    bool
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

// Text returns the JSON text.
func (j *JSON[T]) Text() string { return j.text }

// Form returns the form.
func (j *JSON[T]) Form() Form { return j.form }

// Ptr returns a pointer to what the text says, nil where it does not say a T.
func (j *JSON[T]) Ptr() *T {
	if !j.is {
		return nil
	}
	return &j.value
}

// Fill makes text the text of the JSON, in a string, and returns a pointer to the zero T,
// into which the caller decodes it.
func (j *JSON[T]) Fill(text string) *T {
	*j = JSON[T]{text: text, form: JSONText, is: true}
	return &j.value
}

// Plain makes the JSON one whose text is sent as it is.
func (j *JSON[T]) Plain() { j.form = JSONPlain }

// SetNull makes the JSON null.
func (j *JSON[T]) SetNull() { *j = JSON[T]{form: JSONNull} }

// Clear makes the JSON absent.
func (j *JSON[T]) Clear() { *j = JSON[T]{} }

// Keep keeps the text alone: it does not say a T.
func (j *JSON[T]) Keep() { *j = JSON[T]{text: j.text, form: j.form} }
