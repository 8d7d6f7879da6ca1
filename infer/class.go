package infer

import (
	"errors"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/timetext"
)

// class is what one value shows. A value has exactly one class, so that observing it is
// one increment. Each fact of a Node is the sum of some classes.
type class uint8

const (
	classNull class = iota
	classBool
	classArray
	classObject
	elidedNull  // null for an elided value
	elidedText  // "" for one
	numberFlag  // 0 or 1
	numberInt   // another 64-bit integer
	numberMinus // -0, which an int64 does not write again
	numberWide  // an integer of more than 64 bits
	numberWhole // an integer with a fraction or an exponent, such as 5.0
	numberReal  // another number with a fraction or an exponent
	stringEmpty
	stringFlag // "0", "1", "false" or "true"
	stringTime
	stringJSON // an array or object
	stringOther
	classes // their number
)

// plainDigits is how many digits always fit an int64.
const plainDigits = 18

// number returns the end and the class of the number at i. It reads the usual forms
// itself and calls the reader for the others. If there is no value, the end is that of
// the text.
func (w *walker) number(i int, n *tally) (int, class) {
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
	c := numberInt
	if s[k] == '.' {
		if k, c = fraction(s, k); c == numberInt {
			return w.otherNumber(i, n)
		}
	} else if digits == 1 && s[first] <= '1' {
		switch {
		case first == i:
			c = numberFlag
		case s[first] == '0':
			c = numberMinus
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
// class is numberInt if the fraction has no digits, or too many for the fast path.
func fraction(s string, k int) (int, class) {
	k++
	first, c := k, numberWhole
	for ; '0' <= s[k] && s[k] <= '9'; k++ {
		if s[k] != '0' {
			c = numberReal
		}
	}
	if k == first || k-first > jsontext.MaxNumber-plainDigits-2 {
		return k, numberInt
	}
	return k, c
}

// otherNumber returns what number returns, for numbers of every form.
func (w *walker) otherNumber(i int, n *tally) (int, class) {
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
	return end, classOfNumber(literal)
}

func classOfNumber(literal string) class {
	_, ok := jsontext.Integer(literal)
	switch {
	case strings.ContainsAny(literal, ".eE"):
		if ok {
			return numberWhole
		}
		return numberReal
	case !ok:
		return numberWide
	case literal == "-0":
		return numberMinus
	case literal == "0" || literal == "1":
		return numberFlag
	}
	return numberInt
}

// classOfString returns the class of a string that is not JSON.
func classOfString(text string) class {
	switch {
	case text == "":
		return stringEmpty
	case text == "0" || text == "1" || text == "false" || text == "true":
		return stringFlag
	case timetext.Valid(text):
		return stringTime
	}
	return stringOther
}
