package capture

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// version is the version of the format of evidence files. It changes when an older
// program could misread a file.
const version = 2

// evidenceFile is the format of an evidence file: one JSON object with sorted names
// and without empty members, so that equal captures have equal bytes.
type evidenceFile struct {
	Version  int                      `json:"specimenEvidence"`
	Platform string                   `json:"platform"`
	Topics   map[string]*node         `json:"topics,omitempty"`
	Unknown  map[string]evidence.Fact `json:"unknownTopics,omitempty"`
	Others   evidence.Fact            `json:"otherTopics,omitzero"`
	Untold   evidence.Fact            `json:"noTopic,omitzero"`
	TooLong  int                      `json:"tooLong,omitzero"`
	Folded   int                      `json:"folded,omitzero"`
	Sum      string                   `json:"sum,omitempty"` // of the same text without it
}

// node is an [evidence.Node] in an evidence file.
type node struct {
	Seen    map[string]evidence.Fact `json:"seen,omitempty"` // by the name of a kind, a fact, or absent
	Most    int                      `json:"most,omitzero"`
	Foreign bool                     `json:"foreign,omitzero"`
	Key     bool                     `json:"key,omitzero"`
	Members map[string]*node         `json:"members,omitempty"`
	Rest    *node                    `json:"rest,omitempty"`
	Elem    *node                    `json:"elem,omitempty"`
	Inner   *node                    `json:"inner,omitempty"`
}

// Encode returns the text of an evidence file. It names the platform, because
// evidence is only merged with evidence of the same platform.
func Encode(platform string, c Capture) []byte {
	f := evidenceFile{
		Version: version, Platform: platform, Unknown: c.Unknown, Others: c.Others, Untold: c.Untold, TooLong: c.TooLong,
		Topics: make(map[string]*node, len(c.Topics.Events)), Folded: c.Topics.Folded,
	}
	for topic, n := range c.Topics.Events {
		f.Topics[topic] = newNode(n, evidence.Fact{})
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
		panic(err) // unreachable: everything in it has a JSON form
	}
	return b.Bytes()
}

// beginning is the text that every evidence file begins with.
const beginning = "{\n \"specimenEvidence\":"

// Beginning is the number of bytes that IsEvidence reads.
const Beginning = len(beginning) + len("\r")

// IsEvidence reports whether a text begins like an evidence file, with LF or CRLF at
// the end of a line.
func IsEvidence(text []byte) bool {
	return bytes.HasPrefix(lines(text[:min(len(text), Beginning)]), []byte(beginning))
}

// lines returns a text with LF for CRLF.
func lines(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }

// ErrForeign is the error of Decode for a text that is not an evidence file.
var ErrForeign = errors.New("not an evidence file of specimen")

// ErrDamaged is the error of Decode for an evidence file that was changed or cut off.
var ErrDamaged = errors.New("the evidence file was changed or cut off")

// VersionError is the error of Decode for an evidence file of another version.
type VersionError struct{ Version int }

func (e VersionError) Error() string {
	return fmt.Sprintf("the evidence file has version %d; this program reads version %d", e.Version, version)
}

// Decode returns the contents of an evidence file. The error is ErrForeign,
// ErrDamaged or a VersionError.
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
	if json.Unmarshal(text, &f) != nil {
		return "", Capture{}, ErrDamaged
	}
	c = Capture{Unknown: f.Unknown, Others: f.Others, Untold: f.Untold, TooLong: f.TooLong}
	c.Topics.Folded = f.Folded
	if len(f.Topics) > 0 {
		c.Topics.Events = make(map[string]*evidence.Node, len(f.Topics))
	}
	for topic, n := range f.Topics {
		c.Topics.Events[topic] = n.node()
	}
	if !bytes.Equal(Encode(f.Platform, c), text) {
		return "", Capture{}, ErrDamaged
	}
	return f.Platform, c, nil
}

// absentName is the name of a member's absence among the facts of its values.
const absentName = "absent"

// seen returns the facts that were seen, by name.
func seen(n *evidence.Node, absent evidence.Fact) map[string]evidence.Fact {
	all := make(map[string]evidence.Fact)
	add := func(name string, f evidence.Fact) {
		if f.Seen() {
			all[name] = f
		}
	}
	add(absentName, absent)
	for k, f := range n.Kinds {
		add(jsontext.Kind(k).String(), f)
	}
	for k, f := range n.Facts {
		add(evidence.FactKind(k).String(), f)
	}
	return all
}

// newNode returns a node of the file. absent is the fact of the absence of its
// member.
func newNode(n *evidence.Node, absent evidence.Fact) *node {
	if n == nil {
		return nil
	}
	out := &node{
		Seen: seen(n, absent), Most: n.Most, Foreign: n.Foreign,
		Rest: newNode(n.Rest, evidence.Fact{}), Elem: newNode(n.Elem, evidence.Fact{}), Inner: newNode(n.Inner, evidence.Fact{}),
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

func (n *node) node() *evidence.Node {
	if n == nil {
		return nil
	}
	out := &evidence.Node{
		Most: n.Most, Foreign: n.Foreign,
		Rest: n.Rest.node(), Elem: n.Elem.node(), Inner: n.Inner.node(),
	}
	for k := int(jsontext.KindNull); k < len(out.Kinds); k++ {
		out.Kinds[k] = n.Seen[jsontext.Kind(k).String()]
	}
	for k := range out.Facts {
		out.Facts[k] = n.Seen[evidence.FactKind(k).String()]
	}
	if len(n.Members) > 0 {
		out.Members = make(map[string]*evidence.Member, len(n.Members))
	}
	for name, m := range n.Members {
		if m == nil {
			m = new(node) // of a file that was made by hand
		}
		out.Members[name] = &evidence.Member{Node: *m.node(), Absent: m.Seen[absentName], Key: m.Key}
	}
	return out
}
