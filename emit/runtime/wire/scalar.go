package wire

import (
	"math/bits"
	"unicode/utf8"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// String decodes a string. The text of a number or a boolean is taken too, which is a
// mismatch.
func (r *Reader) String(i int, p *string, next string) int {
	s := r.S
	if s[i] != '"' {
		return r.stringSlow(i, p, next)
	}
	end, seen := i+1, uint64(0)
	for {
		w := jsontext.Word8(s, end)
		seen |= w
		if m := jsontext.Special(w); m != 0 {
			end += bits.TrailingZeros64(m) / 8
			break
		}
		end += 8
	}
	if s[end] != '"' || seen&jsontext.Tops != 0 {
		return r.stringOdd(i, end, p, next)
	}
	*p = s[i+1 : end]
	return r.Next(end+1, next)
}

// stringOdd is the slow path of String for strings with escapes or bytes beyond ASCII. end is
// the offset of the first special byte. The byte beyond ASCII may also follow the string.
func (r *Reader) stringOdd(i, end int, p *string, next string) int {
	switch r.S[end] {
	case '"':
		if text := r.S[i+1 : end]; utf8.ValidString(text) {
			*p = text
			return r.Next(end+1, next)
		}
	case '\\':
		if text, end, ok := r.Unquote(i, &r.Memory, jsontext.Spare); ok {
			*p = text[:len(text)-len(jsontext.Padding)]
			return r.Next(end, next)
		}
	}
	return r.stringSlow(i, p, next)
}

// stringSlow is the slow path of String: other kinds and inexact strings.
func (r *Reader) stringSlow(i int, p *string, next string) int {
	*p = ""
	switch kind := r.Kind(i); kind {
	case payload.KindString:
		text, end, exact := r.Text.String(i)
		if *p = text; exact {
			return r.Next(end, next)
		}
		r.unset = false
		return r.inexactly(i, end)
	case payload.KindNumber, payload.KindBoolean:
		text, end := r.raw(i)
		*p = text
		r.misfit(i, payload.KindString, kind, false)
		return r.inexactly(i, end)
	}
	return r.Reject(i, payload.KindString)
}

// raw skips the value at i and returns its text, "" after an error.
func (r *Reader) raw(i int) (text string, end int) {
	if end = r.Skip(i); r.Err == nil {
		text = r.S[i:end]
	}
	return text, end
}

// Timestamp decodes a string, as String does.
func (r *Reader) Timestamp(i int, p *payload.Timestamp, next string) int {
	return r.String(i, (*string)(p), next)
}

// Base64 decodes a string, as String does.
func (r *Reader) Base64(i int, p *payload.Base64, next string) int {
	return r.String(i, (*string)(p), next)
}

// Int decodes an integer that fits 64 bits. 5.0 and 5e0 are taken as 5; a string that
// holds an integer is taken too, which is a mismatch.
func (r *Reader) Int(i int, p *int64, next string) int {
	s, k := r.S, i
	if s[k] == '-' {
		k++
	}
	first, n := k, int64(0)
	for '0' <= s[k] && s[k] <= '9' {
		n = n*10 + int64(s[k]-'0')
		k++
	}
	// 18 digits cannot overflow; a zero before others is an error, and -0 is not a plain
	// integer.
	if digits := k - first; digits == 0 || digits > 18 || s[k] == '.' || s[k]|0x20 == 'e' || s[first] == '0' && k > i+1 {
		return r.intSlow(i, p, next)
	}
	if first > i {
		n = -n
	}
	*p = n
	return r.Next(k, next)
}

// intSlow is the slow path of Int: other kinds, and numbers that are not plain integers of up
// to 18 digits.
func (r *Reader) intSlow(i int, p *int64, next string) int {
	*p = 0
	switch r.Kind(i) {
	case payload.KindNumber:
		text, end := r.raw(i)
		n, ok := jsontext.Integer(text)
		if !ok {
			r.misfit(i, payload.KindInteger, payload.KindNumber, true)
			return r.inexactly(i, end)
		}
		*p = n
		if jsontext.IsPlainInteger(text) {
			return r.Next(end, next)
		}
		r.unset = false
		return r.inexactly(i, end)
	case payload.KindString:
		text, end, _ := r.Text.String(i)
		n, ok := jsontext.Integer(text)
		if ok = ok && jsontext.IsPlainInteger(text); ok {
			*p = n
		}
		r.misfit(i, payload.KindInteger, payload.KindString, !ok)
		return r.inexactly(i, end)
	}
	return r.Reject(i, payload.KindInteger)
}

// Float decodes a number as a float64. A string that holds a number is taken too, which
// is a mismatch.
func (r *Reader) Float(i int, p *float64, next string) int {
	*p = 0
	switch r.Kind(i) {
	case payload.KindNumber:
		text, end := r.raw(i)
		f, ok := jsontext.Float(text)
		if !ok {
			r.misfit(i, payload.KindNumber, payload.KindNumber, true)
			return r.inexactly(i, end)
		}
		*p = f
		if string(jsontext.AppendFloat(nil, f)) == text {
			return r.Next(end, next)
		}
		r.unset = false
		return r.inexactly(i, end)
	case payload.KindString:
		text, end, _ := r.Text.String(i)
		f, ok := jsontext.Float(text)
		if ok {
			*p = f
		}
		r.misfit(i, payload.KindNumber, payload.KindString, !ok)
		return r.inexactly(i, end)
	}
	return r.Reject(i, payload.KindNumber)
}

// Bool decodes a boolean.
func (r *Reader) Bool(i int, p *bool, next string) int {
	if r.S[i:i+4] == "true" {
		*p = true
		return r.Next(i+4, next)
	}
	*p = false
	if r.S[i:i+5] == "false" {
		return r.Next(i+5, next)
	}
	return r.Reject(i, payload.KindBoolean)
}

// Flag decodes true, false, 0 or 1, as they are or in quotes.
func (r *Reader) Flag(i int, p *payload.Flag, next string) int {
	*p = 0
	kind := r.Kind(i)
	if kind != payload.KindBoolean && kind != payload.KindNumber && kind != payload.KindString {
		return r.Reject(i, payload.KindBoolean)
	}
	text, end := r.raw(i)
	if flag, ok := payload.Value(jsontext.RawValue(text)).Flag(); ok {
		*p = flag
		return r.Next(end, next)
	}
	r.misfit(i, payload.KindBoolean, kind, true)
	return r.inexactly(i, end)
}

// IsFlag reports whether one of the forms of a Flag stands at i.
func (r *Reader) IsFlag(i int) bool {
	look := Reader{Text: r.Text}
	text, _ := look.raw(i)
	_, ok := payload.Value(jsontext.RawValue(text)).Flag()
	return ok
}

// Number decodes a number or a string.
func (r *Reader) Number(i int, p *payload.Number, next string) int {
	s := r.S
	if s[i] == '"' {
		end, high := jsontext.PlainEnd(s, i+1)
		if s[end] == '"' && !high {
			*p = payload.Number(jsontext.RawValue(s[i : end+1]))
			return r.Next(end+1, next)
		}
	} else if end, ok := jsontext.NumberEnd(s, i); ok && end-i <= payload.MaxNumber {
		*p = payload.Number(jsontext.RawValue(s[i:end]))
		return r.Next(end, next)
	}
	return r.numberSlow(i, p, next)
}

// numberSlow is the slow path of Number: other kinds, numbers that are too long, and strings
// with escapes or bytes beyond ASCII.
func (r *Reader) numberSlow(i int, p *payload.Number, next string) int {
	*p = payload.Number{}
	switch r.Kind(i) {
	case payload.KindNumber:
		end := r.Skip(i)
		if r.Err != nil {
			return r.Next(end, next)
		}
		r.misfit(i, payload.KindNumber, payload.KindNumber, true)
		return r.inexactly(i, end)
	case payload.KindString:
		text, end := r.raw(i)
		*p, _ = payload.Value(jsontext.RawValue(text)).Number()
		return r.Next(end, next)
	}
	return r.Reject(i, payload.KindNumber)
}

// Value decodes any value, and keeps its text.
func (r *Reader) Value(i int, p *payload.Value, next string) int {
	text, end := r.raw(i)
	*p = payload.Value(jsontext.RawValue(text))
	return r.Next(end, next)
}
