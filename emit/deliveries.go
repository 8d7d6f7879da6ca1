package emit

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Deliveries is how deliveries are signed and answered, in the words of specs.
type Deliveries struct {
	// Signature is nil if it is not known how deliveries are signed.
	Signature *Signature
	// ID, Shop, Version and Attempt are where a delivery has them.
	ID, Shop, Version, Attempt Source
	Answer                     Answer
	Handshake                  *Handshake // or nil
	Retries                    Retries
}

// Source is where a delivery has a text. At most one of Header, Query and Member is not
// "".
type Source struct {
	Header, Query string
	Member        string // a JSON Pointer
	List          string // what separates several texts, or ""
	Prefix        string // of the texts that count
}

// Signature is how deliveries are signed.
type Signature struct {
	// Contradictory says that documents contradict each other.
	Contradictory bool
	Algorithm     string // hmac-sha1, hmac-sha256 or hmac-sha512
	SecretPrefix  string
	SecretCoded   string // an encoding, or ""
	Signs         []Part
	At            Source
	Encodings     []string // hex, base64 or base64url
	Timestamp     Source
	Unit          string // seconds, milliseconds or rfc3339
	Tolerance     time.Duration
	Vectors       []Vector
}

// Part is a part of what is signed. One of its members is not zero.
type Part struct {
	Source Source
	Text   string
	Body   string // raw or sorted
}

// Vector is a delivery with a secret that verifies it.
type Vector struct {
	Name          string
	Secret        string
	At            time.Time
	Header, Query [][2]string // names and values
	Body          string
}

// Answer is what must be answered to a delivery.
type Answer struct {
	Code   int    // or 0 for 200
	Type   string // the content type, or ""
	Body   string
	Within time.Duration // or 0
}

// Handshake is a request by which the platform checks an endpoint.
type Handshake struct {
	Member, Is string // the value at a JSON Pointer
	// Setting says what it is answered with, or Echo is a JSON Pointer to that.
	Setting, Echo string
	Base64        bool
}

// Retries is what happens to a delivery that is not answered.
type Retries struct {
	Times  int           // or 0
	Within time.Duration // or 0
	Then   string        // a sentence about what happens after the last time, or ""
}

// paragraphs says in words what receivers have to know.
func (d Deliveries) paragraphs() []string {
	all := []string{d.Signature.Describe()}
	for _, text := range []string{d.Answer.Describe(), d.Retries.Describe(), d.Handshake.Describe()} {
		if text != "" {
			all = append(all, text)
		}
	}
	return all
}

// Describe says in words how deliveries are signed. A nil signature is an unknown one.
func (s *Signature) Describe() string {
	if s == nil {
		return "It is not documented how deliveries are signed. A [Receiver] therefore needs a function that authenticates them."
	}
	var parts []string
	for _, part := range s.Signs {
		parts = append(parts, part.String())
	}
	words := map[string]string{"hex": "hexadecimal"}
	var encodings []string
	for _, e := range s.Encodings {
		encodings = append(encodings, cmp.Or(words[e], e))
	}
	text := fmt.Sprintf("A delivery is signed: %s has an %s with the secret, in %s, over %s.",
		s.At, strings.ToUpper(s.Algorithm), strings.Join(encodings, " or "), strings.Join(parts, ", then "))
	if s.Timestamp != (Source{}) {
		text += fmt.Sprintf(" A delivery whose signed timestamp is more than %s from now is refused.", inWords(s.Tolerance))
	}
	text += " [Verify] checks it."
	if s.Contradictory && len(encodings) > 1 {
		text += " The documents contradict each other about the encoding; either is accepted."
	}
	return text
}

// String describes the part in words.
func (p Part) String() string {
	switch {
	case p.Text != "":
		return strconv.Quote(p.Text)
	case p.Body == "raw":
		return "the body as it arrived"
	case p.Body == "sorted":
		return "the JSON of the body, written compactly with the members of every object sorted"
	}
	return p.Source.String()
}

// String describes the source in words.
func (s Source) String() string {
	switch {
	case s.Header != "":
		return "the header " + s.Header
	case s.Query != "":
		return "the query parameter " + s.Query
	}
	return "the member " + jsonpointer.Show(s.Member) + " of the body"
}

// Describe says in words what must be answered. It returns "" for a zero Answer.
func (a Answer) Describe() string {
	if a == (Answer{}) {
		return ""
	}
	text := fmt.Sprintf("A delivery must be answered with %d", max(a.Code, 200))
	if a.Body != "" {
		text += " and " + a.Body
	}
	if a.Within > 0 {
		text += " within " + inWords(a.Within)
	}
	return text + ", as a [Receiver] does."
}

// Describe says in words what the handshake is. It returns "" for nil.
func (h *Handshake) Describe() string {
	if h == nil {
		return ""
	}
	with := h.Setting
	if with == "" {
		with = "its " + jsonpointer.Show(h.Echo)
	}
	if h.Base64 {
		with = "the base64 of " + with
	}
	return fmt.Sprintf("Before deliveries come, an endpoint gets a request whose body has %q at %s. A [Receiver] answers it as it must be: in plain text, with %s.",
		h.Is, jsonpointer.Show(h.Member), with)
}

// Describe says in words what happens. It returns "" if nothing is known.
func (r Retries) Describe() string {
	var all []string
	if r.Times > 0 || r.Within > 0 {
		text := "Otherwise it is sent again"
		if r.Times > 0 {
			text += fmt.Sprintf(", up to %d times", r.Times)
		}
		if r.Within > 0 {
			text += " within " + inWords(r.Within)
		}
		all = append(all, text+".")
	}
	if r.Then != "" {
		all = append(all, Sentence(r.Then))
	}
	return strings.Join(all, " ")
}

// inWords returns a duration in the largest unit that divides it.
func inWords(d time.Duration) string {
	for _, unit := range []struct {
		of   time.Duration
		name string
	}{{24 * time.Hour, "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}, {time.Second, "second"}} {
		if n := d / unit.of; n > 0 && d%unit.of == 0 {
			if n == 1 {
				return "1 " + unit.name
			}
			return fmt.Sprintf("%d %ss", n, unit.name)
		}
	}
	return d.String()
}
