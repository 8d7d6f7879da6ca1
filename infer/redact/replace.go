package redact

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/evident"
)

// replacer replaces texts: equal ones by equal ones, and different ones by different
// ones.
type replacer struct {
	seed   [sha256.Size]byte
	known  map[string]string // replacements by text
	taken  map[string]bool   // the replacements in use
	folded map[string]string // replacements by text in lower case
	count  int               // the number of replaced texts, including equal ones
}

// attempts limits how often a replacement is made again because it is taken or the
// inference would read it differently. Hardly any text needs a second attempt; a
// single letter has only 26 replacements.
const attempts = 100

// leaf returns the text of a leaf with its parts replaced.
func (r *replacer) leaf(l *leaf) string {
	var b strings.Builder
	done := 0
	for _, p := range l.parts {
		b.WriteString(l.text[done:p.from])
		b.WriteString(r.text(l.text[p.from:p.to]))
		done = p.to
	}
	b.WriteString(l.text[done:])
	if made := b.String(); evident.Base64(made) == evident.Base64(l.text) {
		return made
	}
	return r.text(l.text) // which keeps the form of the whole
}

// keep remembers the replacement of a text.
func (r *replacer) keep(old, made string) string {
	r.known[old], r.taken[made] = made, true
	if lower := strings.ToLower(old); r.folded[lower] == "" {
		r.folded[lower] = made
	}
	return made
}

// recase returns a text with capital letters where another one of as many letters has
// them. If the lengths differ, it returns the text as it is.
func recase(text, like string) string {
	if utf8.RuneCountInString(text) != utf8.RuneCountInString(like) {
		return text
	}
	var b strings.Builder
	for _, c := range like {
		of, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		switch {
		case unicode.IsUpper(c):
			of = unicode.ToUpper(of)
		case unicode.IsLower(c):
			of = unicode.ToLower(of)
		}
		b.WriteRune(of)
	}
	return b.String()
}

// text returns the replacement of a text.
func (r *replacer) text(old string) string {
	r.count++
	if worthless(old) {
		return old
	}
	if done, ok := r.known[old]; ok {
		return done
	}
	if digits, ok := canonical(old); ok && digits != old && !isJSONNumber(old) {
		if made := fill(old, r.text(digits)); sameClass(old, made) {
			return r.keep(old, made)
		}
	}
	if from, to := coreOf(old); to-from < len(old) && (shapeOf(old) == layoutOnly || shapeOf(old) == person) {
		if made := old[:from] + r.text(old[from:to]) + old[to:]; sameClass(old, made) {
			return r.keep(old, made) // the core may occur elsewhere
		}
	}
	if first, ok := r.folded[strings.ToLower(old)]; ok {
		if made := recase(first, old); !r.taken[made] && sameClass(old, made) {
			return r.keep(old, made)
		}
	}
	if shapeOf(old) == person && strings.Contains(old, " ") {
		if made := r.person(old); sameClass(old, made) {
			return r.keep(old, made)
		}
	}
	n, made := r.count, ""
	for try := range attempts {
		made = r.make(old, r.source(n, try))
		if !r.taken[made] && sameClass(old, made) {
			break
		}
	}
	if !sameClass(old, made) {
		made = strings.Repeat("x", len(old)) // numbers and dates always have another one
	}
	return r.keep(old, made)
}

// fill returns a text with its digits replaced by given ones.
func fill(text, digits string) string {
	out := []byte(text)
	for i := range out {
		if '0' <= out[i] && out[i] <= '9' {
			out[i], digits = digits[0], digits[1:]
		}
	}
	return string(out)
}

// source returns the random numbers of an attempt for the nth text.
func (r *replacer) source(n, try int) source {
	text := binary.BigEndian.AppendUint64(r.seed[:], uint64(n))
	return source{rand.NewChaCha8(sha256.Sum256(binary.BigEndian.AppendUint64(text, uint64(try))))}
}

// sameClass reports whether the inference takes a text and its replacement for the
// same.
func sameClass(old, made string) bool {
	return isTimestamp(old) == isTimestamp(made) && isDocument(old) == isDocument(made) && isJSONNumber(old) == isJSONNumber(made) &&
		isFlag(old) == isFlag(made) && isInt64(old) == isInt64(made) && evident.Base64(old) == evident.Base64(made) &&
		shapeOf(old) == shapeOf(made)
}

func isFlag(text string) bool {
	return text == "0" || text == "1" || text == "false" || text == "true"
}

func isDocument(text string) bool {
	if !holdsDocument(text) {
		return false
	}
	_, err := read(text, maxInner)
	return err == nil
}

// isJSONNumber reports whether a text is a JSON number.
func isJSONNumber(text string) bool {
	if text == "" || text[0] != '-' && (text[0] < '0' || text[0] > '9') || strings.ContainsAny(text, " \t\r\n") {
		return false
	}
	_, err := read(text, maxInner)
	return err == nil
}

// isInt64 reports whether a text is a canonical integer of 64 bits.
func isInt64(text string) bool {
	if len(text) > len("-9223372036854775808") {
		return false
	}
	_, err := strconv.ParseInt(text, 10, 64)
	return err == nil
}

// shape is a form of texts that takes more than the layout to keep.
type shape int

const (
	layoutOnly shape = iota
	cardNumber
	number
	timestamp
	webAddress
	mailAddress
	netAddress
	uuid
	iban
	issuedToken
	encodedData
	jsonWebToken
	host
	person
)

func shapeOf(text string) shape {
	switch {
	case isCard(text):
		return cardNumber
	case isJSONNumber(text):
		return number
	case isTimestamp(text):
		return timestamp
	case isURL(text):
		return webAddress
	case isMail(text):
		return mailAddress
	case isAddr(text):
		return netAddress
	case isUUID(text):
		return uuid
	case isIBAN(text):
		return iban
	case isIssued(text):
		return issuedToken
	case evident.Base64(text):
		return encodedData
	case strings.HasPrefix(text, "eyJ"):
		return jsonWebToken
	case isHost(text):
		return host
	case isPerson(text):
		return person
	}
	return layoutOnly
}

// make returns a text of the form of another one.
func (r *replacer) make(old string, s source) string {
	switch shapeOf(old) {
	case cardNumber:
		return s.card(old)
	case number:
		return s.number(old)
	case timestamp:
		return s.timestamp(old)
	case webAddress:
		return r.url(old, s)
	case mailAddress:
		local, host, _ := strings.Cut(old, "@")
		return s.layout(local) + "@" + r.text(host)
	case netAddress:
		return s.addr(old)
	case uuid:
		// Keep the version and the variant of the UUID.
		made := s.layout(old)
		return made[:14] + old[14:15] + made[15:19] + old[19:20] + made[20:]
	case iban:
		return s.iban(old)
	case issuedToken:
		return s.issued(old)
	case encodedData:
		return s.encoded(old)
	case jsonWebToken:
		return s.jwt(old)
	case host:
		return s.host(old)
	}
	return s.escaped(old)
}
