// Package redact replaces personal data and secrets in JSON payloads by made-up
// values of the same form, so that a captured delivery can become an example:
//
//	{"id": 7, "email": "lee@shop.com", "note": "call Lee", "cc": ["lee@shop.com"]}
//	{"id": 7, "email": "duv@vor.test", "note": "teko Naz", "cc": ["duv@vor.test"]}
//
// The result has the same members in the same order, values of the same kinds, and
// the same literals where values are kept. A replacement has the layout of the
// original: letters become letters of the same script and case, digits become digits,
// and an e-mail address, URL, IP address, card number, IBAN or date becomes another
// one. Equal values become equal ones, and different values different ones. JSON
// inside a string is redacted like the rest. So the evidence of the redacted payload
// (see package infer) is that of the original, and so are the types. Names of members
// are kept, except those that are a secret, an address or a number themselves.
//
// A replacement depends on what is kept of the payload and on the layout of what is
// not, never on the value itself: payloads that differ only in values of one layout
// become equal. So nobody can find a value by trying which one gives the replacement,
// and the result is always the same. Redacting a redacted payload does not change it.
//
// Values are found by the names of members (lexicon) and by their own form
// (secretPatterns, personalPatterns, issuers). A name and a value inside a text are
// judged as a member is. A value found in one place is replaced everywhere. All of
// this is guessing, so the result lists kept values that may be sensitive, and a
// person has to read it before it is published.
package redact

// Options say what Redact replaces besides live secrets.
type Options struct {
	Personal bool     // replace personal data, and whatever may be a secret
	Keep     []string // JSON Pointers of values that stay, such as the name of the topic
}

// What is a class of replaced values.
type What string

// The classes of replaced values.
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
	Text     What = "free text"
)

// Replaced is a value of which all or a part was replaced.
type Replaced struct {
	// Path is a JSON Pointer with the new names of members. It continues inside a
	// string that holds JSON.
	Path string
	What What
	Name bool // the name of a member of the object at Path was replaced
}

// Result is the result of Redact.
type Result struct {
	Text     string
	Replaced []Replaced // in the order of the text
	Kept     []Kept     // values that may be sensitive, in the same order
}

// Redact returns a payload with secrets, and what the options add, replaced.
// Redacting the result again does not change it. Redact fails if the text is not
// strict JSON.
func Redact(text string, o Options) (Result, error) {
	d, err := read(text, 0)
	if err != nil {
		return Result{}, err
	}
	result := Result{Text: d.redact(o)}
	now := d
	for range rounds {
		if now, err = read(result.Text, 0); err != nil {
			return Result{}, err // unreachable: replacements are valid
		}
		again := now.redact(o)
		if again == result.Text {
			break
		}
		d.alsoReplaced(now)
		result.Text = again
	}
	result.list(d, now, "", o.Personal)
	return result, nil
}

// rounds limits how often a payload is redacted until it no longer changes: by
// chance, a replacement may look sensitive, or no longer be found.
const rounds = 8

// redact returns the text of a document with what the options ask for replaced.
func (d *document) redact(o Options) string {
	m := marker{names: make(names), personal: o.Personal, keep: o.Keep}
	m.mark(d)
	k := newKnown()
	k.collect(d)
	k.spread(d)
	r := replacer{seed: d.seed(), known: make(map[string]string), taken: make(map[string]bool), folded: make(map[string]string)}
	d.take(r.taken)
	return d.rewrite(&r)
}

// take adds the names of members that stay, so that no other name becomes equal to
// one.
func (d *document) take(taken map[string]bool) {
	for _, l := range d.leaves {
		if l.inner != nil {
			l.inner.take(taken)
		}
		if l.kind == aName && len(l.parts) == 0 {
			taken[l.text] = true
		}
	}
}
