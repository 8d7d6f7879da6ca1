package addition

import (
	"maps"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Draft is a state of a spec in memory, for what changes more of it than payloads. It
// names events, files and examples as Add does.
type Draft struct{ spec }

// Draft returns the spec as it is, with all that was added.
func (s *Spec) Draft() Draft { return Draft{s.now} }

// Accept makes a draft the spec, which Write writes.
func (s *Spec) Accept(d Draft) { s.now = d.spec }

// Name returns the name of the platform.
func (d Draft) Name() string { return d.name }

// Platform returns the platform of the spec, or nil where there is none yet.
func (d Draft) Platform() *specs.Platform { return d.platform }

// PlatformFile returns the name of the file with the platform itself.
func (d Draft) PlatformFile() string { return d.name + "/" + platformYAML }

// File returns the text of a file, by its name in the folder of the specs, or nil.
func (d Draft) File(name string) []byte { return d.files[name] }

// Line returns a line of a file of the spec.
func (d Draft) Line(file string, n int) (string, bool) { return d.set.Line(file, n) }

// With returns the spec with other texts of files, and the errors that these cause.
func (d Draft) With(files map[string][]byte) (Draft, diagnostic.List, error) {
	before := d.set.Diagnostics
	d.files = maps.Clone(d.files)
	maps.Copy(d.files, files)
	if err := d.load(); err != nil {
		return d, nil, err
	}
	return d, newErrors(before, d.set.Diagnostics), nil
}

// Decide returns the decided platform, and the problems of its examples and decisions.
func (d Draft) Decide() (*platform.Platform, []infer.Problem) {
	p := d.decide("", "")
	return p, problemsOf(p)
}

// Side returns a decided platform of the spec for a comparison.
func (d Draft) Side(p *platform.Platform) diff.Side { return d.side(p) }

// Events returns the events of the topics of payloads that the spec does not have.
func (d Draft) Events(payloads []Payload) map[string]string {
	return newBatch(d.spec, payloads).nameEvents(payloads)
}

// Event returns the event of a topic of the spec that had no payload.
func (d Draft) Event(topic, text string) string { return d.eventFor(topic, text) }

// OtherRoot says that a payload is of another kind than every example of an event, or
// returns "".
func (d Draft) OtherRoot(event, text string) string {
	known := d.rootKinds(event)
	if kind := kindOf(text); len(known) > 0 && !slices.Contains(known, kind) {
		return otherRoot(kind, known)
	}
	return ""
}

// FileFor returns the name of the file for a new topic of an event.
func (d Draft) FileFor(topic, event string) string { return d.fileFor(topic, event) }

// FileOf returns the name of the file with a topic.
func (d Draft) FileOf(t specs.Topic) string { return d.fileOf(t) }

// FirstLine returns the first line of a new file.
func (d Draft) FirstLine() []byte { return d.firstLine() }

// Misshapen returns the error of a file that edit cannot change.
func (d Draft) Misshapen(file, topic string, err error) error {
	return cli.Refuse(diagnostic.List{d.misshapen(file, topic, err)}, d.set.Line)
}

// HasSource reports whether the platform is one whose file says where deliveries name their
// topic, or which has topics.
func (d Draft) HasSource() bool { return d.files[d.PlatformFile()] != nil && !d.begun() }

// WithSource returns the file of a platform that lacks a source, whose deliveries name
// their topic in a header or in a member, or nowhere.
func (d Draft) WithSource(header, member string) ([]byte, error) {
	return Payload{Title: titleOf(d.name), Header: header, Member: member}.platformFile(d.spec)
}

// MemberOfMost returns a JSON Pointer to the member that names the topic in most payloads, or "".
func MemberOfMost(payloads []Payload) string { return memberOfMost(payloads) }

// Redacted returns a payload as it goes into the spec, with what was replaced in it.
func (x Payload) Redacted(p *specs.Platform) (redact.Result, error) { return x.redacted(p) }

// Compact returns a JSON text without white space. Other text stays as it is.
func Compact(text string) string { return compact(text) }

// Problems returns what is wrong with a payload as an example, without positions.
func (x Payload) Problems() diagnostic.List {
	return source{x.Source, x.Text}.problems(infer.Example{ID: x.Source, Text: x.Text})
}
