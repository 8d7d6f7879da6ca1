package imports

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/reading"
	"github.com/specimen-go/specimen/cmd/specimen/internal/importing"
	"github.com/specimen-go/specimen/cmd/specimen/internal/topicfiles"
	"github.com/specimen-go/specimen/infer/capture"
)

// maxBytes is how large a document can be. It is held in memory several times.
const maxBytes = 256 << 20

// read reads a document, which may be the standard input or a folder.
func (c *command) read(env cli.Env, known capture.Source, name string) (importing.Source, error) {
	s := c.document
	s.Name = cli.Shown(name)
	if name != cli.Std {
		s.File = filepath.Base(name)
		info, err := env.Stat(name)
		switch {
		case err != nil:
			return s, err
		case info.IsDir():
			return c.readFolder(env, known, name, s)
		}
	}
	data, err := readFile(env, name)
	if err != nil {
		return s, err
	}
	sum := sha256.Sum256(withLF(data))
	s.SHA256 = hex.EncodeToString(sum[:])
	s.Text, _ = document.Decode(data)
	s.Reading = c.reading(s.Text, c.where.topic, known)
	return s, nil
}

// readFolder reads the files of a folder, which are named after topics, as one document.
func (c *command) readFolder(env cli.Env, known capture.Source, name string, s importing.Source) (importing.Source, error) {
	files, err := topicfiles.In(env, name)
	if err != nil {
		return s, err
	}
	if len(files) == 0 {
		return s, cli.UsageError{Message: "there are no files of JSON in " + name, Hint: "name the pages in it one by one"}
	}
	sum := sha256.New()
	var text strings.Builder
	for _, f := range files {
		data, err := readFile(env, f.Path)
		if err != nil {
			return s, err
		}
		if text.Len()+len(data) > maxBytes {
			return s, tooLarge(name)
		}
		below, _ := filepath.Rel(env.Path(name), env.Path(f.Path))
		same := withLF(data)
		fmt.Fprintf(sum, "%s\x00%d\x00%s", filepath.ToSlash(below), len(same), same)
		decoded, _ := document.Decode(data)
		part := c.reading(decoded, cmp.Or(c.where.topic, f.Topic), known)
		shift(&part, text.Len())
		join(&s.Reading, part)
		s.Parts = append(s.Parts, importing.Part{Name: f.Path, Offset: text.Len()})
		text.WriteString(decoded)
	}
	s.Text, s.SHA256 = text.String(), hex.EncodeToString(sum.Sum(nil))
	return s, nil
}

// withLF returns a document as it is where its lines end with LF, so that a checkout with
// CRLF is not another copy.
func withLF(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")) }

// reading reads a text.
func (c *command) reading(text, topic string, known capture.Source) document.Reading {
	form := document.Detect(text)
	if c.as.Value != "auto" {
		form = document.Form(c.as.Value)
	}
	var o reading.Options
	o.Topic, o.Body, o.Headers = topic, c.where.body, c.where.headers
	o.Source = document.TopicSource{Header: cmp.Or(known.Header, c.where.header), Member: cmp.Or(known.Member, c.where.member)}
	r := reading.Read(text, form, o)
	if o.Source != (document.TopicSource{}) {
		r.Source = o.Source
	}
	return r
}

// readFile returns the content of a file, or of the standard input.
func readFile(env cli.Env, name string) ([]byte, error) {
	f, err := env.Open(name, "name the files in it one by one")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", cli.Shown(name), err)
	case len(data) > maxBytes:
		return nil, tooLarge(name)
	case strings.TrimSpace(string(data)) == "":
		return nil, cli.UsageError{Message: cli.Shown(name) + " is empty"}
	case !document.IsText(data):
		return nil, cli.UsageError{Message: cli.Shown(name) + " is not text", Hint: "save the page as HTML or text; unpack what is compressed"}
	}
	return data, nil
}

func tooLarge(name string) error {
	return cli.UsageError{Message: fmt.Sprintf("%s is larger than %d MiB", cli.Shown(name), maxBytes>>20), Hint: "split it"}
}

// shift moves the positions of a reading.
func shift(r *document.Reading, by int) {
	for i := range r.Findings {
		r.Findings[i].Offset += by
	}
	for i := range r.Topics {
		t := &r.Topics[i]
		t.Offset += by
		for k := range t.Members {
			t.Members[k].Offset += by
		}
		for k := range t.Payloads {
			p := &t.Payloads[k]
			p.Offset += by
			for m := range p.Repairs {
				p.Repairs[m].Offset += by
			}
		}
	}
}

// join adds what a part of a document says.
func join(r *document.Reading, part document.Reading) {
	r.Title = cmp.Or(r.Title, part.Title)
	r.Topics = append(r.Topics, part.Topics...)
	r.Findings = append(r.Findings, part.Findings...)
	if r.Source == (document.TopicSource{}) {
		r.Source = part.Source
	}
}
