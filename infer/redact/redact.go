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
// payload (package infer) is that of the redacted one, and so are the types. The
// names of members stay too, but for those that are a secret, an address or a
// number themselves: different ones stay different.
//
// What takes the place of a value follows from what is kept of the payload and
// from the layout of what is not, never from the value itself: two payloads that
// differ only in values of one layout become the same. So nobody finds a value
// by trying which one gives the replacement, and the result is always the same.
// A redacted payload, redacted again, does not change.
//
// Which values: what the names of members say (lexicon), and what texts and parts
// of them look like (secretPatterns, personalPatterns, issuers); a name and a value
// inside of a text are judged as a member is. What is found in one place is looked
// for in all others. All that is guessing, and so the result says what was kept
// that somebody should look at. Someone has to read it before it is published.
package redact

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
	// Path is a JSON Pointer, with the names that members have now. It goes on
	// inside a string that holds JSON.
	Path string
	What What
	Name bool // it is the name of a member of what Path leads to
}

// Result is what Redact gives.
type Result struct {
	Text     string
	Replaced []Replaced // in the order of the text
	Kept     []Kept     // what somebody should look at, in the same order
}

// Redact returns a payload with what the options ask for replaced, and lists of
// what that was and what may have been forgotten. To redact its text again changes
// nothing. It fails for a text that is not strict JSON.
func Redact(text string, o Options) (Result, error) {
	d, err := read(text, 0)
	if err != nil {
		return Result{}, err
	}
	result := Result{Text: d.redact(o)}
	now := d
	for range rounds {
		if now, err = read(result.Text, 0); err != nil {
			return Result{}, err // never: replacements are as valid as what they replace
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

// rounds is how often a payload is redacted until nothing changes any more: what
// takes the place of a value may be found no more, or be found to be something, by
// chance.
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

// take adds the names of members that stay, so that no other becomes the same.
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
