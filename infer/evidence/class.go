package evidence

import (
	"errors"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/timetext"
)

// Class is what one value shows. A value has exactly one class, so that observing it is
// one increment. Each fact of a Node is the sum of some classes.
type Class uint8

// The classes of values.
const (
	ClassNull Class = iota
	ClassBool
	ClassArray
	ClassObject
	elidedNull  // null for an elided value
	elidedText  // "" for one
	NumberFlag  // 0 or 1
	NumberInt   // another 64-bit integer
	NumberMinus // -0, which an int64 does not write again
	NumberWide  // an integer of more than 64 bits
	NumberWhole // an integer with a fraction or an exponent, such as 5.0
	NumberReal  // another number with a fraction or an exponent
	StringEmpty
	StringFlag // "0", "1", "false" or "true"
	StringTime
	StringJSON // an array or object
	StringOther
	Classes // their number
)

// plainDigits is how many digits always fit an int64.
const plainDigits = 18

// number returns the end and the class of the number at i. It reads the usual forms
// itself and calls the reader for the others. If there is no value, the end is that of
// the text.
func (w *walker) number(i int, n *tally) (int, Class) {
	s, k := w.s, i
	if s[k] == '-' {
		k++
	}
	first := k
	for '0' <= s[k] && s[k] <= '9' {
		k++
	}
	digits := k - first
	if digits == 0 || digits > plainDigits || s[first] == '0' && digits > 1 {
		return w.otherNumber(i, n)
	}
	c := NumberInt
	if s[k] == '.' {
		if k, c = fraction(s, k); c == NumberInt {
			return w.otherNumber(i, n)
		}
	} else if digits == 1 && s[first] <= '1' {
		switch {
		case first == i:
			c = NumberFlag
		case s[first] == '0':
			c = NumberMinus
		}
	}
	if s[k]|0x20 == 'e' {
		return w.otherNumber(i, n)
	}
	if w.sampling {
		n.numbers.add(s[i:k])
	}
	return k, c
}

// fraction returns the end and the class of a number whose decimal point is at k. The
// class is NumberInt if the fraction has no digits, or too many for the fast path.
func fraction(s string, k int) (int, Class) {
	k++
	first, c := k, NumberWhole
	for ; '0' <= s[k] && s[k] <= '9'; k++ {
		if s[k] != '0' {
			c = NumberReal
		}
	}
	if k == first || k-first > jsontext.MaxNumber-plainDigits-2 {
		return k, NumberInt
	}
	return k, c
}

// otherNumber returns what number returns, for numbers of every form.
func (w *walker) otherNumber(i int, n *tally) (int, Class) {
	end := w.r.Skip(i)
	literal := ""
	if w.r.Err == nil {
		literal = w.s[i:end]
	}
	if len(literal) > jsontext.MaxNumber {
		w.long(i, n)
	}
	if _, err := strconv.ParseFloat(literal, 64); errors.Is(err, strconv.ErrRange) {
		n.rare()[FactNotFloat].add(w.order, w.at(i))
	}
	if w.sampling {
		n.numbers.add(literal)
	}
	return end, ClassOfNumber(literal)
}

// ClassOfNumber returns the class of a number.
func ClassOfNumber(literal string) Class {
	_, ok := jsontext.Integer(literal)
	switch {
	case strings.ContainsAny(literal, ".eE"):
		if ok {
			return NumberWhole
		}
		return NumberReal
	case !ok:
		return NumberWide
	case literal == "-0":
		return NumberMinus
	case literal == "0" || literal == "1":
		return NumberFlag
	}
	return NumberInt
}

// ClassOfString returns the class of a string that is not JSON.
func ClassOfString(text string) Class {
	switch {
	case text == "":
		return StringEmpty
	case text == "0" || text == "1" || text == "false" || text == "true":
		return StringFlag
	case timetext.Valid(text):
		return StringTime
	}
	return StringOther
}
