// Package redact replaces personal data and secrets in JSON payloads by others
// of the same form, so that a captured delivery can become an example:
//
//	{"id": 7, "email": "lee@shop.com", "note": "call Lee", "cc": ["lee@shop.com"]}
//	{"id": 7, "email": "duv@vor.test", "note": "teko Naz", "cc": ["duv@vor.test"]}
//
// What stays the same: all members and their order, the kind of every value, the
// literal of every value that is kept; of what is replaced, its layout (letters
// of one script and case stay such, digits stay digits, an e-mail address, URL,
// IP address, card number, IBAN or date stays one) and which of the values are
// equal. JSON inside a string is redacted like the rest. So the evidence of a
// payload (package infer) is that of the redacted one, and so are the types.
//
// What takes the place of a value follows from what is kept of the payload and
// from the layout of what is not, never from the value itself: two payloads that
// differ only in values of one layout become the same. So nobody finds a value
// by trying which one gives the replacement, and the result is always the same.
//
// Which values: what the names of members say, and what texts look like. Both
// are guesses. Someone has to read the result before it is published.
package redact

import (
	"slices"
	"strings"
)

// Options say what is replaced besides live secrets.
type Options struct {
	Personal bool     // personal data, and whatever may be a secret
	Keep     []string // JSON Pointers of values that stay, such as the name of the topic
}

// What says what a value is taken for.
type What string

// What is replaced.
const (
	Secret   What = "secret"
	Name     What = "name"
	Mail     What = "e-mail address"
	Phone    What = "phone number"
	Address  What = "address"
	Position What = "position"
	Network  What = "network address"
	Birth    What = "date of birth"
	Card     What = "card number"
	Account  What = "account number"
	Identity What = "identity number"
	URL      What = "URL"
	Text     What = "text that somebody wrote"
)

// Replaced is a value that was replaced, wholly or in parts.
type Replaced struct {
	// Path is a JSON Pointer. It goes on inside a string that holds JSON.
	Path string
	What What
}

// Redact returns a payload with what the options ask for replaced, and the list
// of that in the order of the text. It fails for a text that is not strict JSON.
func Redact(text string, o Options) (string, []Replaced, error) {
	d, err := read(text, 0)
	if err != nil {
		return "", nil, err
	}
	m := marker{personal: o.Personal, keep: o.Keep}
	m.mark(d)
	d.markEqual(d.distinctive(make(map[string]What)))
	r := replacer{seed: d.seed(), known: make(map[string]string), taken: make(map[string]bool)}
	var all []Replaced
	out := d.rewrite(&r, "", &all)
	return out, all, nil
}

// InNames returns the objects of a payload that have members named like an e-mail
// address or a phone number, once for each. Redact keeps the names of members, as
// types are made of them: someone has to change such a name, or not to publish it.
// It fails for a text that is not strict JSON.
func InNames(text string) ([]Replaced, error) {
	d, err := read(text, 0)
	if err != nil {
		return nil, err
	}
	return d.inNames(""), nil
}

func (d *document) inNames(before string) []Replaced {
	var all []Replaced
	for _, x := range d.named {
		x.Path = before + x.Path
		if !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	for _, l := range d.leaves {
		if l.inner != nil {
			all = append(all, l.inner.inNames(before+l.path)...)
		}
	}
	return all
}

// distinctive collects the values that are replaced as a whole and that no other
// value is by chance: they have two words or a digit.
func (d *document) distinctive(all map[string]What) map[string]What {
	for _, l := range d.leaves {
		if l.inner != nil {
			l.inner.distinctive(all)
			continue
		}
		if what, ok := l.whole(); ok && len(l.text) > 3 && strings.ContainsAny(l.text, " 0123456789") {
			all[l.text] = what
		}
	}
	return all
}

// markEqual marks the values that are replaced elsewhere, whatever they are
// called here.
func (d *document) markEqual(known map[string]What) {
	for _, l := range d.leaves {
		switch what, ok := known[l.text]; {
		case l.inner != nil:
			l.inner.markEqual(known)
		case ok && !l.kept: // parts of it would make a difference
			l.parts = []part{{0, len(l.text), what}}
		}
	}
}
