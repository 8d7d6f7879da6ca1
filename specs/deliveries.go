package specs

import (
	"slices"
	"time"
)

// Deliveries is what deliveries have besides their bodies, and what must be answered. A
// part that the spec does not have is zero.
type Deliveries struct {
	Signature Signature
	ID        Locator // the same for each time a delivery is sent
	Shop      Locator
	Version   Locator // of the platform's API
	Attempt   Locator // how often the delivery was sent
	Answer    Answer
	Handshake Handshake
	Retries   Retries
	Ref       Ref
}

// Fact is where a part of [Deliveries] comes from.
type Fact struct {
	Status   Status
	Document string // ID of a [Document], or ""
	Why      string
	Ref      Ref
}

// Status is how well something is known.
type Status string

// The statuses.
const (
	Verified      Status = "verified"      // recomputed from a delivery or a vector
	StatedOnce    Status = "documented"    // a document says it
	Contradictory Status = "contradictory" // documents say different things
	Unknown       Status = "unknown"       // no document says it
)

func statuses() []string {
	return []string{string(Verified), string(StatedOnce), string(Contradictory), string(Unknown)}
}

// Source is where a delivery has a text. One of Header, Query and Member is not "".
type Source struct {
	Header string // the name of an HTTP header
	Query  string // the name of a parameter of the URL
	Member string // a JSON Pointer into the body
	List   string // what separates several texts, or ""
	Prefix string // of the texts that count, or ""
}

// Locator is a Source with its provenance.
type Locator struct {
	Source
	Fact
}

// Signature is how deliveries are signed. If its status is Unknown, it has nothing else.
type Signature struct {
	Fact
	Algorithm string // one of Algorithms
	Secret    Secret
	Signs     []Part
	At        Source
	Encodings []string // some of Encodings
	Timestamp Timestamp
	Vectors   []Vector
}

// Algorithms returns the words for algorithms.
func Algorithms() []string { return []string{"hmac-sha1", "hmac-sha256", "hmac-sha512"} }

// Encodings returns the words for encodings of bytes.
func Encodings() []string { return []string{"hex", "base64", "base64url"} }

// Secret is how a secret becomes a key.
type Secret struct {
	Prefix   string // which is not a part of the key
	Encoding string // of the rest, or "" if it is the key itself
}

// Part is a part of what is signed: a text of the delivery, a fixed text or the body.
type Part struct {
	Source
	Text string
	Body string // one of Bodies, or ""
	Ref  Ref
}

// Bodies returns the words for forms of the body that are signed.
func Bodies() []string { return []string{"raw", "sorted"} }

// Timestamp is a signed time.
type Timestamp struct {
	Source
	Fact
	Unit      string // one of Units
	Tolerance time.Duration
}

// Units returns the words for forms of a time.
func Units() []string { return []string{"seconds", "milliseconds", "rfc3339"} }

// Vector is a delivery with a secret that verifies it.
type Vector struct {
	Name          string
	Document      string
	Secret        string
	At            time.Time // when it arrives; zero without a timestamp
	Header, Query []Pair
	Body          string
	Ref           Ref
}

// Pair is a name and a value.
type Pair struct{ Name, Value string }

// Answer is what must be answered to a delivery.
type Answer struct {
	Fact
	Code   int    // the status code of HTTP, or 0 for 200
	Type   string // the content type, or ""
	Body   string
	Within time.Duration // or 0
}

// Handshake is a request that checks an endpoint, and how it is answered.
type Handshake struct {
	Fact
	Member  string // a JSON Pointer into the body
	Is      string // its value
	Setting string // what the receiver must be given to answer with, in words, or ""
	Echo    string // a JSON Pointer to the text to answer with, or ""
	Base64  bool   // whether the answer is encoded
}

// Retries is what happens to a delivery that is not answered.
type Retries struct {
	Fact
	Times  int
	Within time.Duration // or 0
	Then   string        // what happens after the last one, or ""
}

// facts returns the facts of all parts, in the order of the keys.
func (d *Deliveries) facts() []Fact {
	all := []Fact{
		d.Signature.Fact, d.Signature.Timestamp.Fact, d.ID.Fact, d.Shop.Fact, d.Version.Fact, d.Attempt.Fact,
		d.Answer.Fact, d.Handshake.Fact, d.Retries.Fact,
	}
	return slices.DeleteFunc(all, func(f Fact) bool { return f.Ref == "" })
}
