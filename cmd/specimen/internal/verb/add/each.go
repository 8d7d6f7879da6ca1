package add

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/topicfiles"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// each adds all payloads in files and folders, each to its topic.
func (c *command) each(env cli.Env, spec *addition.Spec, names []string) error {
	switch {
	case c.Event != "" || c.About != "" || c.Name != "":
		return cli.UsageError{Message: "--event, --about and --name are for one payload, without --each"}
	case c.Batch != "" && c.Member == "":
		return cli.UsageError{Message: "--batch needs --member, which names the topic of each event"}
	}
	if err := cli.CheckStd(names); err != nil {
		return err
	}
	source := spec.Source()
	if source == (capture.Source{}) {
		source = capture.Source{Header: c.Header, Member: c.Member, Batch: c.Batch}
	}
	var all []addition.Payload
	for _, name := range names {
		files, err := topicfiles.In(env, name)
		if err != nil {
			return err
		}
		for _, f := range files {
			text, err := readPayload(env, f.Path)
			if err != nil {
				return err
			}
			for _, x := range payloadsIn(source, f, text) {
				x.Document, x.Redact, x.KeepSecrets, x.OtherRoot, x.KeepForm = c.Document, c.Redact, c.KeepSecrets, c.OtherRoot, c.KeepForm
				x.Title, x.Header, x.Member, x.Batch = c.Title, c.Header, c.Member, c.Batch
				if x.Topic == "" {
					return cli.UsageError{Message: x.Source + " does not say its topic", Hint: hint(name)}
				}
				all = append(all, x)
			}
		}
	}
	if len(all) == 0 {
		return cli.UsageError{Message: "there are no payloads in these files"}
	}
	added, err := spec.AddAll(all)
	if err != nil {
		return err
	}
	if err := spec.Write(); err != nil {
		return err
	}
	return added.Print(env)
}

// hint says how the payloads of a file without a topic get one.
func hint(name string) string {
	if name == cli.Std {
		return "capture the headers as well, or name it: specimen add PLATFORM TOPIC -"
	}
	return "name the file after it: orders%2Fcreate.json"
}

// payloadsIn returns the payloads in the text of a file: one, one in each line, captured
// deliveries with their headers, or the events of a batch.
func payloadsIn(source capture.Source, f topicfiles.File, text string) []addition.Payload {
	values := valuesIn(text)
	var all []addition.Payload
	for i, value := range values {
		name := cli.Shown(f.Path)
		if len(values) > 1 {
			name += fmt.Sprintf(" (value %d)", i+1)
		}
		source.Each([]byte(value), func(delivery []byte) {
			topic, body, ok := source.Find(delivery)
			if !ok {
				topic, body = f.Topic, delivery
			}
			all = append(all, addition.Payload{Topic: topic, Source: name, Text: string(bytes.TrimSpace(body))})
		})
	}
	return all
}

// valuesIn returns the JSON values of a text, or the text where it is not several of them.
func valuesIn(text string) []string {
	d := json.NewDecoder(strings.NewReader(text))
	var all []string
	for d.More() {
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return []string{text}
		}
		all = append(all, string(value))
	}
	if len(all) < 2 || len(text) > jsontext.DefaultMaxBytes {
		return []string{text}
	}
	return all
}
