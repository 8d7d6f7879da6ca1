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
	classElided
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

// otherNumber is number for every form.
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
	case isTimestamp(text):
		return stringTime
	}
	return stringOther
}

// isTimestamp is a faster [timetext.Valid].
func isTimestamp(text string) bool {
	// Every layout begins with a date.
	if len(text) < len("2006-01-02") || text[4] != '-' || text[7] != '-' || text[0] < '0' || text[0] > '9' {
		return false
	}
	if commonTimestamp(text) {
		return true
	}
	return timetext.Valid(text)
}

// commonTimestamp reports whether a text has one of the usual layouts. It exists for
// speed.
func commonTimestamp(text string) bool {
	year, ok1 := digits2(text, 2)
	century, ok0 := digits2(text, 0)
	month, ok2 := digits2(text, 5)
	day, ok3 := digits2(text, 8)
	if !ok0 || !ok1 || !ok2 || !ok3 || month < 1 || month > 12 || day < 1 || day > daysIn(100*century+year, month) {
		return false
	}
	if len(text) == len("2006-01-02") {
		return true
	}
	if len(text) < len("2006-01-02T15:04:05") || text[13] != ':' || text[16] != ':' || text[10] != 'T' && text[10] != ' ' {
		return false
	}
	hour, ok1 := digits2(text, 11)
	minute, ok2 := digits2(text, 14)
	second, ok3 := digits2(text, 17)
	if !ok1 || !ok2 || !ok3 || hour > 23 || minute > 59 || second > 59 {
		return false
	}
	zone := text[19:]
	if len(zone) > 1 && zone[0] == '.' {
		k := 1
		for k < len(zone) && k <= 9 && '0' <= zone[k] && zone[k] <= '9' {
			k++
		}
		if k == 1 {
			return false
		}
		zone = zone[k:]
	}
	return commonZone(zone)
}

func commonZone(zone string) bool {
	switch {
	case zone == "" || zone == "Z":
		return true
	case len(zone) < len("+0000") || zone[0] != '+' && zone[0] != '-':
		return false
	}
	minutes := zone[3:]
	if len(zone) == len("+00:00") && zone[3] == ':' {
		minutes = zone[4:]
	}
	hour, ok1 := digits2(zone, 1)
	minute, ok2 := digits2(minutes, 0)
	return ok1 && ok2 && len(minutes) == 2 && hour < 24 && minute < 60
}

// digits2 returns the number of two digits at i.
func digits2(text string, i int) (int, bool) {
	tens, units := text[i]-'0', text[i+1]-'0'
	return int(tens)*10 + int(units), tens <= 9 && units <= 9
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
