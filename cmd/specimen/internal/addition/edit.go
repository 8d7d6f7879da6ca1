package addition

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"go/token"
	"path"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
	"github.com/specimen-go/specimen/specs/finding"
)

// redacted returns the payload as it goes into the spec, with what was replaced in it
// and what should be reviewed.
func (x Payload) redacted(p *specs.Platform) (redact.Result, error) {
	x.Text = strings.ReplaceAll(x.Text, "\r\n", "\n") // so that a checkout with CRLF gives the same replacements
	result := redact.Result{Text: x.Text}
	if !x.KeepSecrets {
		options := redact.Options{Personal: x.Redact, Keep: []string{x.Member}}
		if p != nil && x.Member == "" {
			options.Keep = []string{p.Topic.Member}
		}
		var err error
		if result, err = redact.Redact(x.Text, options); err != nil {
			return redact.Result{}, err
		}
	}
	text := specs.EscapePayload(result.Text)
	if !x.KeepForm && len(text) > longLine && !strings.Contains(text, "\n") {
		var b bytes.Buffer
		if err := json.Indent(&b, []byte(text), "", "  "); err != nil {
			return redact.Result{}, err
		}
		text = b.String()
	}
	result.Text = text
	return result, nil
}

// longLine is the length of the longest payload that stays in one line: a reviewer
// sees it without scrolling.
const longLine = 100

// isNew fails for a payload that the topic has already, with any white space.
func (x Payload) isNew(p *specs.Platform, text string) error {
	if p == nil {
		return nil
	}
	tight := compact(text)
	for _, t := range p.Topics {
		for _, e := range t.Examples {
			if t.Name == x.Topic && compact(e.Text) == tight {
				return cli.UsageError{Message: fmt.Sprintf("the topic has this payload already: example %q, at %s", e.Name, p.At(e.Ref)), Hint: "there is nothing to add"}
			}
		}
	}
	return nil
}

// compact returns a JSON text without white space. Other text stays as it is.
func compact(text string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(text)) != nil {
		return text
	}
	return b.String()
}

// edit returns the changes of files that add the payload.
func (x Payload) edit(s spec, payload string) ([]rewrite.Change, error) {
	example := edit.Example{Name: x.Name, Document: x.Document, Payload: payload}
	topic := edit.Topic{Name: x.Topic, About: x.About, Event: x.Event, Examples: []edit.Example{example}}
	name, now := "", []byte(nil)
	var err error
	switch t := s.topic(x.Topic); {
	case t == nil:
		if name = s.fileFor(x.Topic, x.Event); s.files[name] == nil {
			now = append(s.firstLine(), edit.NewFile(topic)...)
			break
		}
		now, err = edit.AddTopics(s.files[name], topic)
	case t.Payload == specs.Documented:
		name = s.fileOf(*t)
		now, err = edit.AddExamples(s.files[name], x.Topic, example)
	case t.Payload == specs.Like:
		name = s.fileOf(*t)
		now, err = edit.AddEvent(s.files[name], topic, "like")
	default:
		name = s.fileOf(*t)
		now, err = edit.AddEvent(s.files[name], topic, "payload")
	}
	if err != nil {
		return nil, cli.Refuse(diagnostic.List{s.misshapen(name, x.Topic, err)}, s.set.Line)
	}
	changes := []rewrite.Change{{Name: name, Old: s.files[name], New: now}}
	first := path.Join(s.name, platformYAML)
	about, err := x.platformFile(s)
	if err != nil {
		return nil, err
	}
	if string(about) != string(s.files[first]) {
		changes = append([]rewrite.Change{{Name: first, Old: s.files[first], New: about}}, changes...)
	}
	return changes, nil
}

// platformFile returns the platform.yaml of the spec with the payload: a new one, or the one
// that it has, with where topics are named if it was only begun.
func (x Payload) platformFile(s spec) ([]byte, error) {
	name := path.Join(s.name, platformYAML)
	switch {
	case s.files[name] == nil:
		return x.newPlatform(s), nil
	case !s.begun() || x.topicSource() == noSource:
		return s.files[name], nil
	}
	now, err := edit.Apply(s.files[name], []edit.Change{{Set: []edit.Member{{Key: "topic", Value: x.topicSource()}}}})
	if err != nil {
		return nil, cli.Refuse(diagnostic.List{s.misshapen(name, "", err)}, s.set.Line)
	}
	return now, nil
}

// misshapen returns the diagnostic of a file that edit cannot add to.
func (s spec) misshapen(file, topic string, err error) diagnostic.Diagnostic {
	pos := token.Position{Filename: path.Join(s.base, file)}
	if t := s.topic(topic); t != nil {
		pos = s.platform.At(t.Ref)
	}
	return diagnostic.New(finding.UneditableFile, pos, "", err.Error(), "write the topic in block style, without braces and anchors")
}

// Begin adds the platform.yaml of a new platform, of which x has the title and where its
// topics are named, with more text behind it. It reports whether there was none.
func (s *Spec) Begin(x Payload, more string) (bool, error) {
	name := path.Join(s.now.name, platformYAML)
	if s.now.files[name] != nil {
		return false, nil
	}
	x.Title = cmp.Or(x.Title, titleOf(s.now.name))
	after, err := s.now.with([]rewrite.Change{{Name: name, New: append(x.newPlatform(s.now), more...)}})
	if err == nil {
		s.now = after
	}
	return err == nil, err
}

// newPlatform returns the platform.yaml of a new platform.
func (x Payload) newPlatform(s spec) []byte {
	return append(s.firstLine(), edit.Render([]edit.Member{
		{Key: "platform", Value: edit.Text(s.name)},
		{Key: "title", Value: edit.Text(x.Title)},
		{Key: "topic", Value: x.topicSource()},
	})...)
}

// noSource is the value of the key topic where deliveries do not name theirs.
const noSource = edit.Text("none")

// topicSource returns the value of the key topic of a new platform.
func (x Payload) topicSource() edit.Value {
	switch {
	case x.Header != "":
		return edit.Inline{{Key: "header", Value: edit.Text(x.Header)}}
	case x.Batch != "":
		return edit.Inline{{Key: "member", Value: edit.Text(x.Member)}, {Key: "batch", Value: edit.Text(x.Batch)}}
	case x.Member != "":
		return edit.Inline{{Key: "member", Value: edit.Text(x.Member)}}
	}
	return noSource
}

// schemaURL returns where editors find the schema outside the repository of this program: that
// of the version in use, which knows the same keys.
func schemaURL(version cli.Version) string {
	return "https://raw.githubusercontent.com/specimen-go/specimen/" + version.Ref() + "/specs/" + schemaName
}

// firstLine returns the first line of a new file, from which editors complete and
// explain its keys.
func (s spec) firstLine() []byte {
	schema := schemaURL(s.version)
	if s.schema {
		schema = "../" + schemaName
	}
	return []byte("# yaml-language-server: $schema=" + schema + "\n")
}
