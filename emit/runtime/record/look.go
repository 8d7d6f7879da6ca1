package record

import (
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// look counts the fields that do not have their usual class, in the struct at p.
func (w *walk) look(g *plan, p unsafe.Pointer, serial uint64) {
	for _, o := range g.looks[lookOther] {
		if s := *(*string)(unsafe.Add(p, o.offset)); s == "" || !plain[s[0]] && !isOther(s) {
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookEmpty] {
		if s := *(*string)(unsafe.Add(p, o.offset)); s == "" {
			continue
		} else if plain[s[0]] {
			w.is(g, o, evidence.StringOther, serial)
		} else {
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookTime] {
		if evidence.ClassOfString(*(*string)(unsafe.Add(p, o.offset))) != evidence.StringTime {
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookInteger] {
		if uint64(*(*int64)(unsafe.Add(p, o.offset))) <= 1 {
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookAbsent] {
		switch *(*state.Presence)(unsafe.Add(p, o.offset)) {
		case state.Absent:
		case state.Null:
			w.is(g, o, evidence.ClassNull, serial)
		default:
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookNull] {
		switch *(*state.Presence)(unsafe.Add(p, o.offset)) {
		case state.Null:
		case state.Absent:
			w.is(g, o, absent, serial)
		default:
			w.unlike(g, o, p, serial)
		}
	}
	w.lookAtNumbers(g, p, serial)
	for _, o := range g.looks[lookList] {
		if l := *(*[]struct{})(unsafe.Add(p, o.offset)); l == nil || len(l) > 0 {
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookAny] {
		w.unlike(g, o, p, serial)
	}
}

// lookAtNumbers does what look does for Numbers and Values.
func (w *walk) lookAtNumbers(g *plan, p unsafe.Pointer, serial uint64) {
	for _, o := range g.looks[lookDigits] {
		if raw := rawAt(unsafe.Add(p, o.offset)); w.isDigits(raw) {
			continue
		} else if c := numberClass(raw); c != none {
			w.is(g, o, c, serial)
		} else {
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookAmount] {
		if !w.isShortAmount(rawAt(unsafe.Add(p, o.offset))) {
			w.unlike(g, o, p, serial)
		}
	}
	for _, o := range g.looks[lookNumber] {
		if c := numberClass(rawAt(unsafe.Add(p, o.offset))); c != none {
			w.is(g, o, c, serial)
		} else {
			w.unlike(g, o, p, serial)
		}
	}
}

// numberClass returns the class of a number of the usual form of amounts, and none for other
// values.
func numberClass(raw string) evidence.Class {
	if raw != "" && (raw[0] == '-' || '0' <= raw[0] && raw[0] <= '9') {
		if c, ok := amount(raw); ok {
			return c
		}
	}
	return none
}

// isOther reports whether a string that is not empty is other text, as far as that is told
// without counting what is in it.
func isOther(s string) bool {
	if len(s) > 9 {
		// No punctuation and no T where a date has some, and too long for a flag.
		if x := jsontext.Word8(s, 1); (x|0x80*ones-'0'*ones)&(0x80*ones) == 0x80*ones && s[8]|0x20 != 't' {
			return s[0] != '{' && s[0] != '['
		}
	}
	return s[0] != '{' && s[0] != '[' && evidence.ClassOfString(s) == evidence.StringOther
}

// word returns the first eight bytes of a text in the body, behind which there are bytes of
// the body or its padding. ok is false for texts elsewhere.
func (w *walk) word(s string) (x uint64, ok bool) {
	at, ok := w.offset(s)
	if !ok {
		return 0, false
	}
	return jsontext.Word8(w.body, at), true
}

// ones times a byte is a word of such bytes.
const ones = 0x0101010101010101

// isDigits reports whether a text is an integer of up to eight digits, but not a flag.
func (w *walk) isDigits(raw string) bool {
	if len(raw)-1 > 7 || raw == "" {
		return false
	}
	x, ok := w.word(raw)
	// What is not one of the text becomes a zero, which is a digit.
	d := (x ^ '0'*ones) << (64 - 8*len(raw))
	return ok && (d|(d+(0x80-10)*ones))&(0x80*ones) == 0 && (len(raw) > 1 || byte(x) > '1')
}

// isShortAmount reports whether a text is a string of two to eight digits, points and slashes.
func (w *walk) isShortAmount(raw string) bool {
	if len(raw)-len(`"00"`) > 6 || len(raw) < len(`"00"`) || raw[0] != '"' {
		return false
	}
	x, ok := w.word(raw[1:])
	over := x + (0x80-'9'-1)*ones
	under := ^(x | 0x80*ones - '.'*ones)
	return ok && (x|over|under)&(0x80*ones)<<(64-8*(len(raw)-2)) == 0
}
