package importing

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// doc is a document with its topics, as a spec can have them.
type doc struct {
	Source
	lines lines
	id    string          // in the spec
	was   *specs.Document // in the spec, or nil
	items []item
	index map[string]int // of the items, by name
}

// same reports whether the spec has the document with these bytes.
func (d *doc) same() bool { return d.was != nil && d.was.SHA256 == d.SHA256 }

// item is a topic of a document.
type item struct {
	document.Topic
	payloads []payload
	doubts   []string
}

// payload is a payload of a document as it goes into a spec.
type payload struct {
	redact.Result
	given   string // before anything was replaced
	doc     *doc
	offset  int
	name    string // that the document gives it, or ""
	says    string
	repairs []string
	elided  []string
	partial bool
	doubts  []string
}

func (x payload) line() int { return x.doc.lines.line(x.offset) }

// reader makes docs of sources. It keeps what was found.
type reader struct {
	draft    addition.Draft
	options  Options
	findings diagnostic.List
}

func (r *reader) read(sources []Source) ([]*doc, error) {
	var docs []*doc
	for _, s := range sources {
		d := &doc{Source: s, lines: newLines(s), index: make(map[string]int)}
		if err := r.identify(d, docs); err != nil {
			return nil, err
		}
		docs = append(docs, d)
		if d.same() {
			continue
		}
		for _, f := range s.Reading.Findings {
			r.find(f.Rule(), d, f.Offset, f.Message(), f.Hint)
		}
		for _, t := range s.Reading.Topics {
			if err := r.topic(d, t); err != nil {
				return nil, err
			}
		}
		r.regroup(d)
	}
	return docs, nil
}

// regroup gives payloads that several topics share to the topic that has them in the spec:
// a document shows them at any of the topics.
func (r *reader) regroup(d *doc) {
	known := r.draft.Platform()
	if known == nil {
		return
	}
	for _, was := range known.Topics {
		i, shows := d.index[was.Name]
		k, shares := d.index[was.Like.Topic]
		if was.Payload != specs.Like || !shows || !shares {
			continue
		}
		from, to := &d.items[i], &d.items[k]
		if len(from.payloads) == 0 || len(to.payloads) > 0 || to.Like != from.Name {
			continue
		}
		from.payloads, to.payloads = nil, from.payloads
		for m := range d.items {
			if d.items[m].Like == from.Name {
				d.items[m].Like = to.Name
			}
		}
		from.Like, to.Like = to.Name, ""
	}
}

// find adds a finding at a place of a document.
func (r *reader) find(rule finding.Rule, d *doc, offset int, message, hint string) {
	r.findings.Add(diagnostic.New(rule, d.lines.at(offset), "", oneLine(message, maxLine), oneLine(hint, maxLine)))
}

// topic adds a topic to those of a document. One that the document has twice is one.
func (r *reader) topic(d *doc, t document.Topic) error {
	t.Name = strings.TrimSpace(t.Name)
	if problem, hint := specs.CheckTopicName(t.Name); problem != "" {
		r.find(finding.RefusedTopic, d, t.Offset, "the topic "+problem, hint)
		return nil
	}
	x := item{Topic: t, doubts: clean(t.Doubts)}
	for _, p := range t.Payloads {
		made, ok, err := r.payload(d, t, p)
		if err != nil {
			return err
		}
		if ok {
			x.payloads = append(x.payloads, made)
		} else {
			x.doubts = append(x.doubts, fmt.Sprintf("the payload at line %d could not be read", d.lines.line(p.Offset)))
		}
	}
	i, ok := d.index[t.Name]
	if !ok {
		d.index[t.Name] = len(d.items)
		d.items = append(d.items, x)
		return nil
	}
	first := &d.items[i]
	for _, p := range x.payloads {
		if !slices.ContainsFunc(first.payloads, func(q payload) bool { return equal(p.Text, q.Text) }) {
			first.payloads = append(first.payloads, p)
		}
	}
	for _, text := range x.doubts {
		if !slices.Contains(first.doubts, text) {
			first.doubts = append(first.doubts, text)
		}
	}
	first.Members = append(slices.Clip(first.Members), t.Members...)
	if first.About == "" {
		first.About = t.About
	}
	return nil
}

// payload returns a payload as it goes into the spec. It reports false for one that is
// not JSON.
func (r *reader) payload(d *doc, t document.Topic, p document.Payload) (payload, bool, error) {
	given := addition.Payload{Topic: t.Name, Source: d.Name, Text: strings.TrimSpace(p.Text), Redact: r.options.Redact, KeepSecrets: r.options.KeepSecrets}
	if d.Reading.Source.Member != "" {
		given.Member = d.Reading.Source.Member
	}
	for _, problem := range given.Problems() {
		if problem.Severity() == finding.Error {
			r.find(finding.RefusedPayload, d, p.Offset, "the payload of "+diagnostic.Quote(t.Name)+" is not taken: "+problem.Message(), "")
			return payload{}, false, nil
		}
	}
	result, err := given.Redacted(r.draft.Platform())
	if err != nil {
		return payload{}, false, err
	}
	x := payload{Result: result, given: given.Text, doc: d, offset: p.Offset, name: slug(p.Name, ""), says: p.Says, partial: p.Partial, doubts: clean(p.Doubts)}
	x.repairs = repairs(d.lines, p.Repairs)
	x.elided = r.elided(d, p, result.Text)
	return x, true, nil
}

// elided returns the pointers of values that a document left out, without those at which
// the payload has a value.
func (r *reader) elided(d *doc, p document.Payload, text string) []string {
	var all []string
	for _, pointer := range p.Elided {
		s := jsontext.NewScanner(text)
		if pointer == "" || slices.Contains(all, pointer) {
			continue
		}
		if s.Find(jsonpointer.Tokens(pointer)...) && slices.Contains([]string{`""`, "null"}, s.Raw()) {
			all = append(all, pointer)
			continue
		}
		r.find(finding.ElidedValue, d, p.Offset, "a value is said to be left out, and the payload has one", "")
	}
	return all
}

// most is how many lines of one repair, and how many repairs of one payload, are named.
const most = 20

// repairs returns repairs in words, each with its lines.
func repairs(l lines, all []document.Repair) []string {
	var texts []string
	at := make(map[string][]int)
	for _, x := range all {
		text := oneLine(x.Text, maxLine)
		if len(at[text]) == 0 {
			texts = append(texts, text)
		}
		if line := l.line(x.Offset); !slices.Contains(at[text], line) {
			at[text] = append(at[text], line)
		}
	}
	for i, text := range texts {
		texts[i] = lineWords(at[text]) + ": " + text
	}
	if more := len(texts) - most; more > 0 {
		texts = append(texts[:most], fmt.Sprintf("%d more kinds of repairs", more))
	}
	return texts
}

// lineWords returns the numbers of lines as "line 3" or "lines 3, 5 and 9".
func lineWords(all []int) string {
	if len(all) == 1 {
		return "line " + strconv.Itoa(all[0])
	}
	var words []string
	for _, n := range all[:min(len(all), most)] {
		words = append(words, strconv.Itoa(n))
	}
	last := words[len(words)-1]
	words = words[:len(words)-1]
	if more := len(all) - most; more > 0 {
		words, last = append(words, last), fmt.Sprintf("%d more", more)
	}
	return "lines " + strings.Join(words, ", ") + " and " + last
}

// baseName returns the name of a file without folders and without its ending.
func baseName(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }
