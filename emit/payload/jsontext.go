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

// InnerAt reads the string at i, which holds JSON, into text. in reads what it
// holds, and OuterAt ends that. ok is false where there is nothing to read with
// in: the string is empty or holds another kind than want, or no string stands
// there. The last two are mismatches. A want of KindAbsent is for a value of any
// kind. after is what a method that reads a value returns: see StringAt.
func (r *Reader) InnerAt(i int, want Kind, text *string, next string) (in Reader, after int, ok bool) {
	if r.s[i] != '"' {
		*text = ""
		return Reader{}, r.RejectAt(i, KindString), false
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
		return Reader{}, after, false
	}
	in = newReader(padded, r.max)
	in.depth, in.items, in.most = r.depth, r.items, r.most
	if want != KindAbsent && in.Kind() != want {
		r.misfit(i, want, KindString, false)
		return Reader{}, after, false
	}
	return in, after, true
}

// OuterAt ends the reading of a text inside the string at i, of which the decoder
// returned end. It takes over the mismatches of in and reports whether the text
// was JSON; if not, that is one mismatch.
func (r *Reader) OuterAt(i int, in *Reader, end int, want Kind) bool {
	in.EndAt(end)
	r.items = in.items
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
	return true
}
