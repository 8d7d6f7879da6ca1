package redact

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"strconv"
	"strings"
)

// replacer replaces texts, equal ones by equal ones and different ones by
// different ones.
type replacer struct {
	seed  [sha256.Size]byte
	known map[string]string // what has been replaced, and by what
	taken map[string]bool   // what it was replaced by
	count int               // texts for which replacements were made
}

// attempts is how often another replacement is tried where one is taken or is no
// longer what inference took the text for. Hardly any text needs a second one;
// a single letter has no more than 26.
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
	return b.String()
}

// text returns what takes the place of a text.
func (r *replacer) text(old string) string {
	if worthless(old) {
		return old
	}
	if done, ok := r.known[old]; ok {
		return done
	}
	r.count++
	n, made := r.count, ""
	for try := range attempts {
		made = r.make(old, r.source(n, try))
		if !r.taken[made] && sameClass(old, made) {
			break
		}
	}
	if !sameClass(old, made) {
		made = strings.Repeat("x", len(old)) // of a number or a date there is always another one
	}
	r.known[old], r.taken[made] = made, true
	return made
}

// source returns the random numbers of a try for the nth text.
func (r *replacer) source(n, try int) source {
	text := binary.BigEndian.AppendUint64(r.seed[:], uint64(n))
	return source{rand.NewChaCha8(sha256.Sum256(binary.BigEndian.AppendUint64(text, uint64(try))))}
}

// sameClass reports whether inference takes two texts for the same.
func sameClass(a, b string) bool {
	return isTimestamp(a) == isTimestamp(b) && isDocument(a) == isDocument(b) && isNumber(a) == isNumber(b) &&
		isFlag(a) == isFlag(b) && isInt64(a) == isInt64(b)
}

func isFlag(text string) bool { return text == "0" || text == "1" }

func isDocument(text string) bool {
	if text == "" || !strings.ContainsAny(text[:1], "{[") {
		return false
	}
	_, err := read(text, maxInner)
	return err == nil
}

// isNumber reports whether a text is a number as JSON writes it.
func isNumber(text string) bool {
	if text == "" || text[0] != '-' && (text[0] < '0' || text[0] > '9') || strings.ContainsAny(text, " \t\r\n") {
		return false
	}
	_, err := read(text, maxInner)
	return err == nil
}

// isInt64 reports whether a text is an integer that 64 bits hold.
func isInt64(text string) bool {
	_, err := strconv.ParseInt(text, 10, 64)
	return err == nil
}

// make returns a text of the form of another one.
func (r *replacer) make(old string, s source) string {
	switch {
	case isCard(old):
		return s.card(old)
	case isNumber(old):
		return s.number(old)
	case isTimestamp(old):
		return s.date() + old[len("2006-01-02"):]
	case isURL(old):
		return r.url(old, s)
	case isMail(old):
		local, host, _ := strings.Cut(old, "@")
		return s.layout(local) + "@" + r.text(host)
	case isAddr(old):
		return s.addr(old)
	case isUUID(old):
		// The digits that say which kind of UUID it is stay.
		made := s.layout(old)
		return made[:14] + old[14:15] + made[15:19] + old[19:20] + made[20:]
	case isIBAN(old):
		return s.iban(old)
	case strings.HasPrefix(old, "eyJ"):
		return s.jwt(old)
	case hostPattern.MatchString(old):
		return s.host(old)
	}
	return s.layout(old)
}
