package wire_test

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// cursor is a Reader with a cursor, for tests that read a text piece by piece. Its
// methods that decode a value report whether it was exact.
type cursor struct {
	wire.Reader
	at int
}

func newCursor(text []byte, limits wire.Limits) cursor {
	var r wire.Reader
	r.Start(text, limits)
	return cursorOf(r)
}

func ownCursor(text []byte, limits wire.Limits) cursor {
	var r wire.Reader
	r.StartOwned(text, limits)
	return cursorOf(r)
}

func textCursor(text string) cursor {
	return newCursor([]byte(text), wire.Limits{MaxBytes: len(text) + 1})
}

func cursorOf(r wire.Reader) cursor { return cursor{r, r.Begin()} }

// took moves the cursor to where a decoder ended.
func (c *cursor) took(i int) bool {
	c.EndAt(i)
	return i >= 0
}

// EndAt moves the cursor to where a decoder ended.
func (c *cursor) EndAt(i int) { c.at = max(i, ^i) }

func (c *cursor) Bool(p *bool) bool             { return c.took(c.Reader.Bool(c.at, p, "")) }
func (c *cursor) Int(p *int64) bool             { return c.took(c.Reader.Int(c.at, p, "")) }
func (c *cursor) Float(p *float64) bool         { return c.took(c.Reader.Float(c.at, p, "")) }
func (c *cursor) String(p *string) bool         { return c.took(c.Reader.String(c.at, p, "")) }
func (c *cursor) Flag(p *payload.Flag) bool     { return c.took(c.Reader.Flag(c.at, p, "")) }
func (c *cursor) Number(p *payload.Number) bool { return c.took(c.Reader.Number(c.at, p, "")) }
func (c *cursor) Value(p *payload.Value) bool   { return c.took(c.Reader.Value(c.at, p, "")) }
func (c *cursor) Kind() payload.Kind            { return c.Reader.Kind(c.at) }
func (c *cursor) Offset() int                   { return c.at }
func (c *cursor) Skip()                         { c.at = c.Reader.Skip(c.at) }
func (c *cursor) Done() error                   { return c.End(c.at, payload.KindAbsent) }

func (c *cursor) Timestamp(p *payload.Timestamp) bool {
	return c.took(c.Reader.Timestamp(c.at, p, ""))
}

// scan reads with a Scanner at the cursor.
func scan[T any](c *cursor, read func(*jsontext.Scanner) T) T {
	s := c.From(c.at)
	result := read(&s)
	c.Text, c.at = s.Text, s.Offset()
	return result
}

func (c *cursor) Raw() string { return scan(c, (*jsontext.Scanner).Raw) }

func (c *cursor) Null() bool {
	return scan(c, func(s *jsontext.Scanner) bool { return s.Raw() == "null" })
}

func (c *cursor) Object(o *jsontext.Object) bool {
	return scan(c, func(s *jsontext.Scanner) bool { return s.Object(o) })
}

func (c *cursor) Next(o *jsontext.Object) bool {
	return scan(c, func(s *jsontext.Scanner) bool { return s.Next(o) })
}

func (c *cursor) Array(a *jsontext.Array) bool {
	return scan(c, func(s *jsontext.Scanner) bool { return s.Array(a) })
}

func (c *cursor) Item(a *jsontext.Array) bool {
	return scan(c, func(s *jsontext.Scanner) bool { return s.Item(a) })
}

// rawValue returns text as a Value.
func rawValue(text string) payload.Value { return payload.Value(jsontext.RawValue(text)) }

// textJSON returns a JSON of a text and what the text says.
func textJSON[T any](text string, value T) (j payload.JSON[T]) {
	v, says := state.JSONParts((*state.JSON[T])(&j))
	*v, *says = value, state.Text{JSON: text, Form: state.JSONText, Is: true}
	*v, says.Is = j.Get()
	return j
}

// unknown returns a member that has no field.
func unknown(name, raw string) state.Member { return state.Unknown(name, jsontext.RawValue(raw)) }
