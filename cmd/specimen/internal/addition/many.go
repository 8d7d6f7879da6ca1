package addition

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
)

// Many is what AddAll added: payloads in the order in which they were given, without those
// that their topics had already.
type Many struct {
	Payloads []Payload
	Known    int // payloads that were there already
	replaced []redact.Result
	before   spec
	after    spec
	now      *platform.Platform
}

// batch is the state of AddAll: the spec as it becomes, of which only the topics and their
// examples are kept up to date, and what to write.
type batch struct {
	spec
	made   Many
	topics map[string]*edit.Topic // new ones, by name
	more   map[string][]edit.Example
	order  []string // the new topics
	broken diagnostic.List
	given  map[string]source // by the ID of the example
	member string            // a pointer to the member that names the topic in most payloads, or ""
}

// AddAll adds payloads in one change of the spec: the pipeline runs once. Most of them say
// where deliveries of a new platform name their topic. It reports what is wrong with any
// payload, and adds none then.
func (s *Spec) AddAll(payloads []Payload) (Many, error) {
	b := newBatch(s.now, payloads)
	events := b.nameEvents(payloads)
	for _, x := range payloads {
		x.Event = cmp.Or(x.Event, events[x.Topic])
		if err := b.add(x); err != nil {
			return Many{}, err
		}
	}
	if err := cli.Refuse(b.broken, b.lines); err != nil {
		return Many{}, err
	}
	changes, err := b.changes(s.now)
	if err != nil {
		return Many{}, err
	}
	after, err := s.now.with(changes)
	if err != nil {
		return Many{}, err
	}
	old, now := s.now.decide("", ""), after.decide("", "")
	if err := b.refuse(s.now, old, now); err != nil {
		return Many{}, err
	}
	b.made.before, b.made.after, b.made.now = s.now, after, now
	s.now = after
	return b.made, nil
}

func newBatch(now spec, payloads []Payload) *batch {
	b := &batch{spec: now, topics: make(map[string]*edit.Topic), more: make(map[string][]edit.Example), given: make(map[string]source)}
	b.files = maps.Clone(now.files)
	if b.open() {
		b.member = memberOfMost(payloads)
	}
	seen := make(map[string]bool)
	for _, x := range payloads {
		if !seen[x.Topic] {
			b.coming = append(b.coming, x.Topic)
		}
		seen[x.Topic] = true
	}
	b.first = commonParts(b.topicNames())
	sketch := specs.Platform{Name: b.name}
	if b.platform != nil {
		sketch = *b.platform
		sketch.Topics = slices.Clone(sketch.Topics)
	}
	b.platform = &sketch
	return b
}

// add adds a payload to the topics and to what is written.
func (b *batch) add(x Payload) error {
	given := source{x.Source, x.Text}
	first := path.Join(b.name, platformYAML)
	if b.files[first] != nil {
		x.Title = ""
	}
	open := b.open()
	switch {
	case !open:
		x.Header, x.Member, x.Batch = "", "", ""
	case x.Header == "":
		x.Member = cmp.Or(x.Member, b.member)
	}
	if problems := given.problems(infer.Example{ID: x.Source, Text: x.Text}); problems.HasErrors() {
		b.broken = append(b.broken, problems...)
		b.given[x.Source] = given
		return nil
	}
	id, err := x.complete(b.spec)
	if err != nil {
		return fmt.Errorf("%s: %w", x.Source, err)
	}
	result, err := x.redacted(b.platform)
	if err != nil {
		return err
	}
	if err := x.isNew(b.platform, result.Text); err != nil {
		b.made.Known++
		return nil
	}
	if open {
		if b.files[first], err = x.platformFile(b.spec); err != nil {
			return err
		}
		b.platform.Topic = specs.TopicSource{Header: x.Header, Member: x.Member, Batch: x.Batch}
	}
	b.given[id] = given
	b.made.Payloads, b.made.replaced = append(b.made.Payloads, x), append(b.made.replaced, result)
	b.place(x, id, result.Text)
	return nil
}

// place keeps the example for its topic.
func (b *batch) place(x Payload, id, text string) {
	example := edit.Example{Name: x.Name, Document: x.Document, Payload: text}
	t := b.topic(x.Topic)
	switch made := b.topics[x.Topic]; {
	case made != nil:
		made.Examples = append(made.Examples, example)
	case t != nil && t.Payload == specs.Documented:
		b.more[x.Topic] = append(b.more[x.Topic], example)
	default:
		b.topics[x.Topic] = &edit.Topic{Name: x.Topic, About: x.About, Event: x.Event, Examples: []edit.Example{example}}
		b.order = append(b.order, x.Topic)
	}
	if t == nil {
		b.platform.Topics = append(b.platform.Topics, specs.Topic{Name: x.Topic, Event: x.Event})
		t = &b.platform.Topics[len(b.platform.Topics)-1]
	}
	t.Event, t.Payload = x.Event, specs.Documented
	t.Examples = append(slices.Clip(t.Examples), specs.Example{ID: id, Name: x.Name, Text: text})
}

// changes returns the changes of files that add what was placed.
func (b *batch) changes(before spec) ([]rewrite.Change, error) {
	fresh := make(map[string][]edit.Topic) // by file
	beside := make(map[string]string)      // the file of an event's first new topic
	var files []string
	for _, name := range b.order {
		made := b.topics[name]
		if t := before.topic(name); t != nil {
			file := before.fileOf(*t)
			now, err := edit.AddEvent(b.files[file], *made, map[specs.Payload]string{specs.Like: "like", specs.Undocumented: "payload"}[t.Payload])
			if err != nil {
				return nil, cli.Refuse(diagnostic.List{before.misshapen(file, name, err)}, before.set.Line)
			}
			b.files[file] = now
			continue
		}
		file := cmp.Or(beside[made.Event], before.fileFor(name, made.Event))
		beside[made.Event] = file
		if fresh[file] == nil {
			files = append(files, file)
		}
		fresh[file] = append(fresh[file], *made)
	}
	for _, file := range files {
		now, err := []byte(nil), error(nil)
		if b.files[file] == nil {
			now = append(b.firstLine(), edit.NewFile(fresh[file]...)...)
		} else if now, err = edit.AddTopics(b.files[file], fresh[file]...); err != nil {
			return nil, cli.Refuse(diagnostic.List{before.misshapen(file, fresh[file][0].Name, err)}, before.set.Line)
		}
		b.files[file] = now
	}
	for _, name := range slices.Sorted(maps.Keys(b.more)) {
		file := before.fileOf(*before.topic(name))
		now, err := edit.AddExamples(b.files[file], name, b.more[name]...)
		if err != nil {
			return nil, cli.Refuse(diagnostic.List{before.misshapen(file, name, err)}, before.set.Line)
		}
		b.files[file] = now
	}
	return before.changesTo(b.spec), nil
}

// refuse fails for payloads that contradict a decision, and for those of another kind than
// all examples that their event had.
func (b *batch) refuse(before spec, old, now *platform.Platform) error {
	known := problemsOf(old)
	var found []infer.Problem
	for _, p := range problemsOf(now) {
		same := func(q infer.Problem) bool { return p.Path == q.Path && p.Message() == q.Message() }
		if !p.Warning() && !slices.ContainsFunc(known, same) {
			found = append(found, p)
		}
	}
	list := now.Diagnostics(found)
	for i, p := range found {
		if given, ok := b.given[p.Where.Example]; ok {
			list[i].Pos = given.at(0)
			list[i].Pos.Line = 0 // the text in the spec is another one
		}
	}
	for _, x := range b.made.Payloads {
		var other cli.Problems
		if err := x.keepsRoot(b.given[x.Topic+"#"+x.Name], before, old, now); errors.As(err, &other) {
			list = append(list, other.List...)
		}
	}
	return cli.Refuse(list, b.lines)
}

// lines returns a line of one of the payloads.
func (b *batch) lines(file string, n int) (string, bool) {
	for _, given := range b.given {
		if given.name == file {
			return given.lines()(file, n)
		}
	}
	return "", false
}
