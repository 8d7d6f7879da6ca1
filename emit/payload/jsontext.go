package payload

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// JSON is a T that is sent as JSON inside a JSON string. It keeps the text of
// the string, so that it can be sent again as it was; a text that is not JSON is
// kept as well. The zero JSON is an empty string.
//
// The text is what is encoded, and the value that Get returns agrees with it: it
// cannot be changed on its own. To send another value, assign a new JSON:
//
//	list, _ := order.Discounts.Get()
//	list[0].Title = "new"
//	order.Discounts, err = payload.NewJSON(list)
type JSON[T any] struct {
	value T
	text  string
	is    bool
}

// NewJSON returns a JSON whose text is the encoding of value, and which shares no
// memory with value. A nil list is an empty one. It fails when value cannot be
// encoded.
func NewJSON[T any](value T) (JSON[T], error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return JSON[T]{}, err
	}
	text := string(bytes.TrimSpace(b.Bytes()))
	if empty := emptyJSON(reflect.TypeOf(value)); text == "null" && empty != "" {
		text = empty
	}
	return TextJSON(text, value), nil
}

// TextJSON returns a JSON of a text and what the text says, without the memory of
// value. The caller knows that the two agree.
func TextJSON[T any](text string, value T) JSON[T] {
	if text == "null" {
		return JSON[T]{text: text} // as when it is decoded
	}
	j := JSON[T]{value: value, text: text, is: true}
	j.value, j.is = j.Get()
	return j
}

// Get returns what the text says, as a copy. ok is false when the string is empty
// or does not hold JSON of T's kind.
//
// The copy takes time in proportion to the value. A T of the program's own with
// unexported fields that may share memory is decoded from the text instead.
func (j JSON[T]) Get() (value T, ok bool) {
	if !j.is {
		return value, false
	}
	value = j.value
	if separate(reflect.ValueOf(&value).Elem()) {
		return value, true
	}
	var read T
	if json.Unmarshal([]byte(j.text), &read) != nil {
		return *new(T), false
	}
	return read, true
}

// separate implements separator: no part of the value leaves a JSON.
func (j *JSON[T]) separate() bool { return true }

// Text returns the text of the string.
func (j JSON[T]) Text() string { return j.text }

// MarshalJSON returns the text as a JSON string.
func (j JSON[T]) MarshalJSON() ([]byte, error) { return AppendString(nil, j.text), nil }

// UnmarshalJSON reads a string; null is the empty one. It fails for other
// kinds. A text that is no JSON of T's kind is kept.
func (j *JSON[T]) UnmarshalJSON(text []byte) error {
	*j = JSON[T]{}
	r := NewTextReader(string(text))
	r.String(&j.text)
	if err := r.strict(); err != nil {
		return err
	}
	in := NewTextReader(j.text)
	_, any := any(&j.value).(*Value) // which null is a value of
	j.Leave((any || in.Kind() != KindNull) && json.Unmarshal([]byte(j.text), j.Enter(j.text)) == nil)
	return nil
}

// Enter keeps text and returns a pointer to the value that is read from it. It
// is for decoders.
func (j *JSON[T]) Enter(text string) *T {
	*j = JSON[T]{text: text, is: true}
	return &j.value
}

// Leave forgets the value, and keeps the text, when ok is false. It is for
// decoders.
func (j *JSON[T]) Leave(ok bool) {
	if !ok {
		*j = JSON[T]{text: j.text}
	}
}

// InnerAt reads the string at i, which holds JSON, into text. It makes in, a zero
// Reader, one of what the string holds, and OuterAt ends the reading of that. ok is
// false where there is nothing to read with in: the string is empty or holds
// another kind than want, or no string stands there. The last two are mismatches.
// after is what a method that reads a value returns: see StringAt.
func (r *Reader) InnerAt(i int, want Kind, in *Reader, text *string, next string) (after int, ok bool) {
	if r.s[i] != '"' {
		*text = ""
		return r.RejectAt(i, KindString), false
	}
	padded, end, ok := r.unquote(i, mostSpareJSON)
	if ok {
		*text = padded[:len(padded)-len(padding)]
		after = r.NextAt(end, next)
	} else {
		after = r.stringSlow(i, text, next)
		padded = *text + padding
	}
	if *text == "" || r.err != nil {
		return after, false
	}
	in.start(padded, r.max)
	in.depth, in.most, in.memory = r.depth, r.most, r.memory
	in.base = r.base + readFactor*i
	if want != KindAbsent && in.Kind() != want {
		r.misfit(i, want, KindString, false)
		return after, false
	}
	return after, true
}

// OuterAt ends the reading of a text inside the string at i, of which the decoder
// returned end. It takes over the mismatches of in and reports whether the variable
// holds what the text says. It does not where the text is not JSON, which is one
// mismatch, and where it is a list or map that there is no memory for.
func (r *Reader) OuterAt(i int, in *Reader, end int, want Kind) bool {
	stack, repeats := len(r.stack), len(r.repeats)
	r.memory = in.memory
	r.stack, r.repeats = r.stack[:stack], r.repeats[:repeats] // of a text that broke off
	root := in.from
	in.EndAt(end)
	if in.Done() != nil {
		if want == KindAbsent {
			want = KindObject // or any other: what is there is not JSON
		}
		r.misfit(i, want, KindString, false)
		return false
	}
	for _, m := range in.Mismatches() {
		if len(r.found) < MaxMismatches {
			r.found = append(r.found, finding{offset: i, inner: m.Path, want: m.Want, got: m.Got})
		}
	}
	return end >= 0 || in.dropped < root
}
