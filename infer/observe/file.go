package observe

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

// version is that of the form of evidence files. It changes when an older program
// could misread a file.
const version = 1

// evidenceFile is the form of an evidence file: one JSON object, names sorted, and
// nothing in it that was never seen. So equal Captures give equal bytes.
type evidenceFile struct {
	Version  int                   `json:"specimenEvidence"`
	Platform string                `json:"platform"`
	Topics   map[string]*node      `json:"topics,omitempty"`
	Unknown  map[string]infer.Fact `json:"unknownTopics,omitempty"`
	Others   infer.Fact            `json:"otherTopics,omitzero"`
	Untold   infer.Fact            `json:"noTopic,omitzero"`
	TooLong  int                   `json:"tooLong,omitzero"`
	Folded   int                   `json:"folded,omitzero"`
	Sum      string                `json:"sum,omitempty"` // of the same text without it
}

// node is an [infer.Node] in an evidence file.
type node struct {
	Null         infer.Fact       `json:"null,omitzero"`
	Boolean      infer.Fact       `json:"boolean,omitzero"`
	Number       infer.Fact       `json:"number,omitzero"`
	String       infer.Fact       `json:"string,omitzero"`
	Array        infer.Fact       `json:"array,omitzero"`
	Object       infer.Fact       `json:"object,omitzero"`
	Absent       infer.Fact       `json:"absent,omitzero"`
	Fraction     infer.Fact       `json:"fraction,omitzero"`
	Wide         infer.Fact       `json:"wide,omitzero"`
	NotInteger   infer.Fact       `json:"notInteger,omitzero"`
	NotFloat     infer.Fact       `json:"notFloat,omitzero"`
	NotFlag      infer.Fact       `json:"notFlag,omitzero"`
	Empty        infer.Fact       `json:"empty,omitzero"`
	NotTimestamp infer.Fact       `json:"notTimestamp,omitzero"`
	NotJSON      infer.Fact       `json:"notJSON,omitzero"`
	Inexact      infer.Fact       `json:"inexact,omitzero"`
	Repeated     infer.Fact       `json:"repeated,omitzero"`
	Long         infer.Fact       `json:"long,omitzero"`
	Malformed    infer.Fact       `json:"malformed,omitzero"`
	Most         int              `json:"most,omitzero"`
	Foreign      bool             `json:"foreign,omitzero"`
	Key          bool             `json:"key,omitzero"`
	Members      map[string]*node `json:"members,omitempty"`
	Rest         *node            `json:"rest,omitempty"`
	Elem         *node            `json:"elem,omitempty"`
	Inner        *node            `json:"inner,omitempty"`
}

// Encode returns the text of an evidence file. A platform's evidence is merged
// with evidence of the same platform alone.
func Encode(platform string, c Capture) []byte {
	f := evidenceFile{
		Version: version, Platform: platform, Unknown: c.Unknown, Others: c.Others, Untold: c.Untold, TooLong: c.TooLong,
		Topics: make(map[string]*node, len(c.Topics.Events)), Folded: c.Topics.Folded,
	}
	for topic, n := range c.Topics.Events {
		f.Topics[topic] = newNode(n, infer.Fact{})
	}
	return f.encode()
}

func (f evidenceFile) encode() []byte {
	f.Sum = ""
	f.Sum = fmt.Sprintf("%08x", crc32.ChecksumIEEE(f.text()))
	return f.text()
}

func (f evidenceFile) text() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(f); err != nil {
		panic(err) // there is nothing in it that JSON cannot hold
	}
	return b.Bytes()
}

// beginning is that of every evidence file.
const beginning = "{\n \"specimenEvidence\":"

// Beginning is how many bytes IsEvidence looks at.
const Beginning = len(beginning) + len("\r")

// IsEvidence reports whether a text begins as evidence files do, whose line ends a
// checkout may have changed.
func IsEvidence(text []byte) bool {
	return bytes.HasPrefix(lines(text[:min(len(text), Beginning)]), []byte(beginning))
}

// lines returns a text with LF for CRLF.
func lines(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }

// ErrForeign is what Decode returns for a text that is no evidence file.
var ErrForeign = errors.New("this is no evidence file of specimen")

// ErrDamaged is what Decode returns for an evidence file that was cut off or
// changed since it was written.
var ErrDamaged = errors.New("this evidence file is not as it was written")

// VersionError is what Decode returns for a file of another version.
type VersionError struct{ Version int }

func (e VersionError) Error() string {
	return fmt.Sprintf("this evidence file is of version %d, and this program reads version %d", e.Version, version)
}

// Decode reads the text of an evidence file. It fails with ErrForeign, ErrDamaged
// or a VersionError.
func Decode(text []byte) (platform string, c Capture, err error) {
	if !IsEvidence(text) {
		return "", Capture{}, ErrForeign
	}
	var head struct {
		Version int `json:"specimenEvidence"`
	}
	if json.Unmarshal(text, &head) == nil && head.Version != version {
		return "", Capture{}, VersionError{head.Version}
	}
	var f evidenceFile
	text = lines(text)
	if json.Unmarshal(text, &f) != nil || !bytes.Equal(f.encode(), text) {
		return "", Capture{}, ErrDamaged
	}
	c = Capture{Unknown: f.Unknown, Others: f.Others, Untold: f.Untold, TooLong: f.TooLong}
	c.Topics.Folded = f.Folded
	if len(f.Topics) > 0 {
		c.Topics.Events = make(map[string]*infer.Node, len(f.Topics))
	}
	for topic, n := range f.Topics {
		c.Topics.Events[topic] = n.node()
	}
	return f.Platform, c, nil
}

func newNode(n *infer.Node, absent infer.Fact) *node {
	if n == nil {
		return nil
	}
	out := &node{
		Null: n.Kinds[payload.KindNull], Boolean: n.Kinds[payload.KindBoolean], Number: n.Kinds[payload.KindNumber],
		String: n.Kinds[payload.KindString], Array: n.Kinds[payload.KindArray], Object: n.Kinds[payload.KindObject],
		Absent: absent, Fraction: n.Fraction, Wide: n.Wide, NotInteger: n.NotInteger, NotFloat: n.NotFloat, NotFlag: n.NotFlag, Empty: n.Empty,
		NotTimestamp: n.NotTimestamp, NotJSON: n.NotJSON, Inexact: n.Inexact, Repeated: n.Repeated, Long: n.Long,
		Malformed: n.Malformed, Most: n.Most, Foreign: n.Foreign,
		Rest: newNode(n.Rest, infer.Fact{}), Elem: newNode(n.Elem, infer.Fact{}), Inner: newNode(n.Inner, infer.Fact{}),
	}
	if len(n.Members) > 0 {
		out.Members = make(map[string]*node, len(n.Members))
	}
	for name, m := range n.Members {
		out.Members[name] = newNode(&m.Node, m.Absent)
		out.Members[name].Key = m.Key
	}
	return out
}

func (n *node) node() *infer.Node {
	if n == nil {
		return nil
	}
	out := &infer.Node{
		Kinds: [payload.KindObject + 1]infer.Fact{
			payload.KindNull: n.Null, payload.KindBoolean: n.Boolean, payload.KindNumber: n.Number,
			payload.KindString: n.String, payload.KindArray: n.Array, payload.KindObject: n.Object,
		},
		Fraction: n.Fraction, Wide: n.Wide, NotInteger: n.NotInteger, NotFloat: n.NotFloat, NotFlag: n.NotFlag, Empty: n.Empty,
		NotTimestamp: n.NotTimestamp, NotJSON: n.NotJSON, Inexact: n.Inexact, Repeated: n.Repeated, Long: n.Long,
		Malformed: n.Malformed, Most: n.Most, Foreign: n.Foreign,
		Rest: n.Rest.node(), Elem: n.Elem.node(), Inner: n.Inner.node(),
	}
	if len(n.Members) > 0 {
		out.Members = make(map[string]*infer.Member, len(n.Members))
	}
	for name, m := range n.Members {
		if m == nil {
			m = new(node) // of a file that was made by hand
		}
		out.Members[name] = &infer.Member{Node: *m.node(), Absent: m.Absent, Key: m.Key}
	}
	return out
}
