package state

// JSON is the layout of payload.JSON.
type JSON[T any] struct {
	value T
	text  string
	is    bool
}

// Text returns the text of the string.
func (j *JSON[T]) Text() string { return j.text }

// Ptr returns a pointer to what the text says, nil where it does not say a T.
func (j *JSON[T]) Ptr() *T {
	if !j.is {
		return nil
	}
	return &j.value
}

// Fill makes text the text of the JSON, and returns a pointer to the zero T, into
// which the caller decodes it.
func (j *JSON[T]) Fill(text string) *T {
	*j = JSON[T]{text: text, is: true}
	return &j.value
}

// Keep keeps the text alone: it does not say a T.
func (j *JSON[T]) Keep() { *j = JSON[T]{text: j.text} }
