package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
)

// redacted returns the payload as it goes into the spec, with what was replaced
// in it and what was not.
func (x addition) redacted(p *specs.Platform, text string) (redact.Result, error) {
	result := redact.Result{Text: text}
	if !x.keepSecrets {
		options := redact.Options{Personal: x.redact, Keep: []string{x.member}}
		if p != nil {
			options.Keep = []string{p.Topic.Member}
		}
		var err error
		if result, err = redact.Redact(text, options); err != nil {
			return redact.Result{}, err
		}
	}
	text = specs.EscapePayload(result.Text)
	if !x.keepForm && len(text) > longLine && !strings.Contains(text, "\n") {
		var b bytes.Buffer
		if err := json.Indent(&b, []byte(text), "", "  "); err != nil {
			return redact.Result{}, err
		}
		text = b.String()
	}
	result.Text = text
	return result, nil
}

// longLine is how long a payload in one line may be: what a reviewer sees without
// scrolling.
const longLine = 100

// isNew refuses a payload that the topic has already, however it is spaced.
func (x addition) isNew(p *specs.Platform, text string) error {
	if p == nil {
		return nil
	}
	tight := compact(text)
	for _, t := range p.Topics {
		for _, e := range t.Examples {
			if t.Name == x.topic && compact(e.Text) == tight {
				return usageError{fmt.Sprintf("the topic has this payload already: example %s, at %s", e.Name, p.At(e.Ref)), "there is nothing to add"}
			}
		}
	}
	return nil
}

// compact returns a JSON text without white space, or as it is if it is none.
func compact(text string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(text)) != nil {
		return text
	}
	return b.String()
}

// edit returns the changes of files that the addition takes.
func (x addition) edit(s spec, payload string) ([]rewrite.Change, error) {
	example := edit.Example{Name: x.name, Document: x.document, Payload: payload}
	topic := edit.Topic{Name: x.topic, About: x.about, Event: x.event, Example: example}
	name, now := "", []byte(nil)
	var err error
	switch t := s.topic(x.topic); {
	case t == nil:
		if name = s.fileFor(x.topic, x.event); s.files[name] == nil {
			now = append(s.firstLine(), edit.NewFile(topic)...)
			break
		}
		now, err = edit.AddTopic(s.files[name], topic)
	case t.Payload == specs.Documented:
		name = s.fileOf(*t)
		now, err = edit.AddExample(s.files[name], x.topic, example)
	case t.Payload == specs.Like:
		name = s.fileOf(*t)
		now, err = edit.Document(s.files[name], topic, "like")
	default:
		name = s.fileOf(*t)
		now, err = edit.Document(s.files[name], topic, "payload")
	}
	if err != nil {
		return nil, refuse(diagnostic.List{s.misshapen(name, x.topic, err)}, s.set.Line)
	}
	changes := []rewrite.Change{{Name: name, Old: s.files[name], New: now}}
	if first := path.Join(s.name, platformYAML); s.files[first] == nil {
		changes = append([]rewrite.Change{{Name: first, New: x.newPlatform(s)}}, changes...)
	}
	return changes, nil
}

// misshapen shows where a file cannot be added to.
func (s spec) misshapen(file, topic string, err error) diagnostic.Diagnostic {
	d := diagnostic.Diagnostic{Message: err.Error(), Hint: "give the topic lines of its own: no braces, no anchors, no comment behind its payload"}
	d.Pos.Filename = path.Join(s.base, file)
	if t := s.topic(topic); t != nil {
		d.Pos = s.platform.At(t.Ref)
	}
	return d
}

// newPlatform returns the platform.yaml of a new platform.
func (x addition) newPlatform(s spec) []byte {
	var source edit.Value = edit.Text("none")
	switch {
	case x.header != "":
		source = edit.Inline{{Key: "header", Value: edit.Text(x.header)}}
	case x.member != "":
		source = edit.Inline{{Key: "member", Value: edit.Text(x.member)}}
	}
	return append(s.firstLine(), edit.Render([]edit.Member{
		{Key: "platform", Value: edit.Text(x.platform)},
		{Key: "title", Value: edit.Text(x.title)},
		{Key: "topic", Value: source},
	})...)
}

// schemaURL is where editors find the schema of specs that are not in the
// repository of this program.
const schemaURL = "https://raw.githubusercontent.com/specimen-go/specimen/main/specs/" + schemaName

// firstLine returns how a new file begins: with what editors need to complete and
// explain its keys.
func (s spec) firstLine() []byte {
	schema := schemaURL
	if s.schema {
		schema = "../" + schemaName
	}
	return []byte("# yaml-language-server: $schema=" + schema + "\n")
}
