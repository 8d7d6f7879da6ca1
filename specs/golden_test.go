package specs

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/specimen-go/specimen/infer/golden"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// TestGolden loads each archive as a folder of specs. The outputs are diagnostics,
// what is printed about them, and platforms, what was read; a case has one of them
// at least. In files whose name ends in ".bytes", which the file system does not
// have, «EF BB BF» stands for bytes and «100×[» for repetitions.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		if !a.Has("diagnostics") && !a.Has("platforms") {
			t.Fatal("the case expects nothing: add a file diagnostics or platforms")
		}
		set, err := Load(files(t, a), "specs")
		if err != nil {
			t.Fatal(err)
		}
		a.Compare(t, "diagnostics", printAll(t, set))
		a.Compare(t, "platforms", dump(set))
	})
}

// files returns the input files of a case.
func files(t *testing.T, a *golden.Archive) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	for _, f := range a.Inputs(func(name string) bool { return name != "diagnostics" && name != "platforms" }) {
		name, data := f.Name, f.Data
		if before, ok := strings.CutSuffix(name, ".bytes"); ok {
			name, data = before, expandBytes(t, data)
		}
		all[name] = &fstest.MapFile{Data: data}
	}
	return all
}

// expandBytes replaces «EF BB BF» by the bytes and «100×[» by a repetition.
func expandBytes(t *testing.T, data []byte) []byte {
	t.Helper()
	notation := regexp.MustCompile(`«(?:([0-9]+)×(.+?)|([0-9A-F ]+))»`)
	return notation.ReplaceAllFunc(data, func(m []byte) []byte {
		parts := notation.FindSubmatch(m)
		if times, err := strconv.Atoi(string(parts[1])); err == nil {
			return bytes.Repeat(parts[2], times)
		}
		out, err := hex.DecodeString(strings.ReplaceAll(string(parts[3]), " ", ""))
		if err != nil {
			t.Fatal(err)
		}
		return out
	})
}

func printAll(t *testing.T, set *Set) string {
	t.Helper()
	var b strings.Builder
	p := diagnostic.Printer{Source: set.Line}
	for _, d := range set.Diagnostics {
		if err := p.Print(&b, d); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// from prints the document of a decision.
func from(document string) string {
	if document == "" {
		return ""
	}
	return fmt.Sprintf(" document=%q", document)
}

// printer prints a line about what is at a position.
type printer func(ref Ref, format string, args ...any)

// dump prints what was read, one line for each thing, each with its position.
func dump(set *Set) string {
	var b strings.Builder
	for _, p := range set.Platforms {
		var line printer = func(ref Ref, format string, args ...any) {
			pos := p.At(ref)
			fmt.Fprintf(&b, "%s:%d:%d: ", filepath.Base(pos.Filename), pos.Line, pos.Column)
			fmt.Fprintf(&b, format+"\n", args...)
		}
		line("", "platform %s title=%q about=%q header=%q member=%q", p.Name, p.Title, p.About, p.Topic.Header, p.Topic.Member)
		for _, note := range p.Notes {
			line("/notes", "note %q", note)
		}
		for _, h := range p.Headers {
			line(h.Ref, "header %s about=%q%s", h.Name, h.About, from(h.Document))
		}
		dumpDeliveries(line, p.Deliveries)
		for _, d := range p.Documents {
			line(d.Ref, "document %s title=%q file=%q%s%s%s", d.ID, d.Title, d.File, has(" url=", d.URL), has(" retrieved=", d.Retrieved)+has(" sha256=", d.SHA256), has(" replaced by ", d.ReplacedBy))
		}
		dumpDecisions(line, p)
		for _, x := range p.Changes {
			line(x.Ref, "change path=%q type=%q topic=%q why=%q", x.Path, x.Type, x.Topic, x.Why)
		}
		for _, x := range p.Topics {
			dumpTopic(line, x)
			for _, e := range x.Examples {
				at := ""
				if e.Line > 0 {
					at = " line=" + strconv.Itoa(e.Line)
				}
				line(e.Ref, "  example %s document=%q%s repairs=%q elided=%q", e.ID, e.Document, at, e.Repairs, itemTexts(e.Elided))
				fmt.Fprintf(&b, "    %q at %s\n", e.Text, p.Within(e.ID, 0))
			}
		}
		for _, d := range p.OpenDoubts() {
			fmt.Fprintf(&b, "%s\n", strings.TrimPrefix(d.String(), filepath.Dir(d.Pos.Filename)+"/"))
		}
	}
	return b.String()
}

// dumpDecisions prints decisions, and what documents say besides examples.
func dumpDecisions(line printer, p *Platform) {
	for _, x := range p.Types {
		line(x.Ref, "type %s at=%q about=%q why=%q", x.Name, itemTexts(x.At), x.About, x.Why)
	}
	for _, x := range p.Fields {
		line(x.Ref, "field %s type=%q name=%q about=%q required=%t%s%s why=%q", x.Path, x.Type, x.Name, x.About, x.Required, map[bool]string{true: " optional"}[x.Optional], from(x.Document), x.Why)
	}
	for _, x := range p.Enums {
		var values []string
		for _, v := range x.Values {
			text := v.Text
			if v.Name != "" {
				text += " named " + v.Name
			}
			if v.About != "" {
				text += ": " + v.About
			}
			values = append(values, text)
		}
		of := ""
		if x.Integers {
			of = " of integers"
		}
		line(x.Ref, "enum %s%s at=%q values=%q about=%q%s why=%q", x.Name, of, itemTexts(x.At), values, x.About, from(x.Document), x.Why)
	}
	for _, m := range p.Envelope.Members {
		line(m.Ref, "envelope %q why=%q", m.Text, p.Envelope.Why)
	}
	for _, m := range p.Envelope.Optional {
		line(m.Ref, "envelope optional %q", m.Text)
	}
	for _, x := range p.Ignored {
		line(x.Ref, "ignore %s at=%q why=%q", x.Rule, x.At, x.Why)
	}
	for _, x := range p.Documented {
		line(x.Ref, "documented %s at=%q about=%q document=%q", x.Type, itemTexts(x.At), x.About, x.Document)
		for _, m := range x.Members {
			line(m.Ref, "  member %q type=%s about=%q null=%t optional=%t required=%t document=%q", m.Path, typeText(m.Type), m.About, m.Null, m.Optional, m.Required, m.Document)
		}
		for _, e := range x.Examples {
			line(e.Ref, "  example %s document=%q repairs=%q", e.ID, e.Document, e.Repairs)
		}
	}
}

// dumpTopic prints a topic without its examples.
func dumpTopic(line printer, x Topic) {
	line(x.Ref, "topic %q about=%q since=%q documents=%q event=%q payload=%s", x.Name, x.About, x.Since, itemTexts(x.Documents), x.Event, x.Payload)
	if x.Also != nil {
		line(x.Ref.member("also"), "  also %q", x.Also)
	}
	if x.Scopes != nil {
		line(x.Ref.member("scopes"), "  scopes %q", x.Scopes)
	}
	if x.GoName != "" {
		line(x.Ref.member("name"), "  name %s", x.GoName)
	}
	for _, a := range x.Aliases {
		line(a.Ref, "  alias %q", a.Text)
	}
	if x.Says.Topic != "" {
		what := strconv.Quote(x.Says.Topic)
		if x.Says.Nothing {
			what = "nothing"
		}
		line(x.Says.Ref, "  says %s why=%q", what, x.Says.Why)
	}
	if x.Like.Topic != "" {
		line(x.Like.Ref, "  like %q documented=%t", x.Like.Topic, x.Like.Documented)
	}
}

// dumpDeliveries prints the profile of deliveries.
func dumpDeliveries(line printer, d Deliveries) {
	source := func(s Source) string {
		return strings.TrimSpace(has(" header ", s.Header) + has(" query ", s.Query) + has(" member ", s.Member) + has(" list ", s.List) + has(" prefix ", s.Prefix))
	}
	fact := func(f Fact) string { return fmt.Sprintf("%s%s why=%q", f.Status, from(f.Document), f.Why) }
	if s := d.Signature; s.Ref != "" {
		line(s.Ref, "signature %s %q at=%q encodings=%q secret=%q", fact(s.Fact), s.Algorithm, source(s.At), s.Encodings, s.Secret)
		for _, part := range s.Signs {
			line(part.Ref, "  signs body=%q text=%q %s", part.Body, part.Text, source(part.Source))
		}
		if t := s.Timestamp; t.Ref != "" {
			line(t.Ref, "  timestamp %s %s %q within %v", fact(t.Fact), source(t.Source), t.Unit, t.Tolerance)
		}
		for _, v := range s.Vectors {
			line(v.Ref, "  vector %s%s secret=%q at %s header=%q query=%q body=%q", v.Name, from(v.Document), v.Secret, v.At.Format(time.RFC3339), v.Header, v.Query, v.Body)
		}
	}
	for i, l := range []Locator{d.ID, d.Shop, d.Version, d.Attempt} {
		if l.Ref != "" {
			line(l.Ref, "%s %s %s", []string{"id", "shop", "version", "attempt"}[i], fact(l.Fact), source(l.Source))
		}
	}
	if a := d.Answer; a.Ref != "" {
		line(a.Ref, "answer %s %d %q %q within %v", fact(a.Fact), a.Code, a.Type, a.Body, a.Within)
	}
	if h := d.Handshake; h.Ref != "" {
		line(h.Ref, "handshake %s %s=%q setting=%q echo=%q base64=%t", fact(h.Fact), h.Member, h.Is, h.Setting, h.Echo, h.Base64)
	}
	if v := d.Retries; v.Ref != "" {
		line(v.Ref, "retries %s %d within %v then=%q", fact(v.Fact), v.Times, v.Within, v.Then)
	}
}

func itemTexts(items []Item) []string {
	out := make([]string, len(items))
	for i, x := range items {
		out[i] = x.Text
	}
	return out
}

// has returns a text after its label, or "".
func has(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

func typeText(t *MemberType) string {
	switch {
	case t == nil:
		return "any"
	case t.Of != nil:
		return t.Word + " of " + typeText(t.Of)
	case t.Name != "":
		return t.Name
	}
	return t.Word
}
