package addition

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
)

// redacted returns the payload as it goes into the spec, with what was replaced in it
// and what should be reviewed.
func (x Payload) redacted(p *specs.Platform) (redact.Result, error) {
	result := redact.Result{Text: x.Text}
	if !x.KeepSecrets {
		options := redact.Options{Personal: x.Redact, Keep: []string{x.Member}}
		if p != nil {
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
				return cli.UsageError{Message: fmt.Sprintf("the topic has this payload already: example %s, at %s", e.Name, p.At(e.Ref)), Hint: "there is nothing to add"}
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
	if first := path.Join(s.name, platformYAML); s.files[first] == nil {
		changes = append([]rewrite.Change{{Name: first, New: x.newPlatform(s)}}, changes...)
	}
	return changes, nil
}

// misshapen returns the diagnostic of a file that edit cannot add to.
func (s spec) misshapen(file, topic string, err error) diagnostic.Diagnostic {
	d := diagnostic.Diagnostic{Message: err.Error(), Hint: "write the topic in block style, without braces and anchors"}
	d.Pos.Filename = path.Join(s.base, file)
	if t := s.topic(topic); t != nil {
		d.Pos = s.platform.At(t.Ref)
	}
	return d
}

// newPlatform returns the platform.yaml of a new platform.
func (x Payload) newPlatform(s spec) []byte {
	var source edit.Value = edit.Text("none")
	switch {
	case x.Header != "":
		source = edit.Inline{{Key: "header", Value: edit.Text(x.Header)}}
	case x.Batch != "":
		source = edit.Inline{{Key: "member", Value: edit.Text(x.Member)}, {Key: "batch", Value: edit.Text(x.Batch)}}
	case x.Member != "":
		source = edit.Inline{{Key: "member", Value: edit.Text(x.Member)}}
	}
	return append(s.firstLine(), edit.Render([]edit.Member{
		{Key: "platform", Value: edit.Text(s.name)},
		{Key: "title", Value: edit.Text(x.Title)},
		{Key: "topic", Value: source},
	})...)
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
