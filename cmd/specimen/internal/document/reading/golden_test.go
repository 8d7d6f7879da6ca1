package reading

import (
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer/golden"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestGolden reads the file document of each archive. The file options, if there is one, has
// a line for each option; reading is what comes out.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		text := strings.TrimSuffix(a.Input("document"), "\n")
		form := document.Detect(text)
		if name, ok := strings.CutPrefix(a.Input("options"), "form "); ok {
			form = document.Form(strings.TrimSpace(name))
		}
		r := Read(text, form, options(a.Input("options")))
		check(t, text, r)
		a.Require(t, "reading", "form "+string(form)+"\n"+show(text, r))
	})
}

func options(text string) Options {
	var o Options
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch name {
		case "topic":
			o.Topic = value
		case "body":
			o.Body = value
		case "headers":
			o.Headers = value
		case "header":
			o.Source.Header = value
		case "member":
			o.Source.Member = value
		}
	}
	return o
}

// show returns the text of a reading, with positions in its document.
func show(text string, r document.Reading) string {
	var b strings.Builder
	line := func(indent, format string, a ...any) { fmt.Fprintf(&b, indent+format+"\n", a...) }
	at := func(offset int) string {
		before := text[:offset]
		return fmt.Sprintf("%d:%d", strings.Count(before, "\n")+1, offset-strings.LastIndexByte(before, '\n'))
	}
	optional := func(indent, what, value string) {
		if value != "" {
			line(indent, "%s %s", what, value)
		}
	}
	optional("", "title", r.Title)
	optional("", "header", r.Source.Header)
	optional("", "member", r.Source.Member)
	for _, x := range r.Topics {
		line("", "topic %s at %s", x.Name, at(x.Offset))
		optional("\t", "about:", x.About)
		optional("\t", "since", x.Since)
		optional("\t", "scopes:", strings.Join(x.Scopes, ", "))
		optional("\t", "like", x.Like)
		for _, doubt := range x.Doubts {
			line("\t", "doubt: %s", doubt)
		}
		for _, m := range x.Members {
			line("\t", "member %s at %s: %s%s %s", m.Path, at(m.Offset), m.Type, [...]string{"", " required", " optional"}[m.Presence], m.About)
		}
		for _, p := range x.Payloads {
			line("\t", "payload %s at %s", p.Name, at(p.Offset))
			optional("\t\t", "says", p.Says)
			optional("\t\t", "elided", strings.Join(p.Elided, " "))
			if p.Partial {
				line("\t\t", "partial")
			}
			for _, m := range p.Repairs {
				line("\t\t", "repair at %s: %s", at(m.Offset), m.Text)
			}
			for _, doubt := range p.Doubts {
				line("\t\t", "doubt: %s", doubt)
			}
			line("\t\t", "%s", strings.ReplaceAll(p.Text, "\n", "\n\t\t"))
		}
	}
	for _, f := range r.Findings {
		line("", "finding at %s: %s [%s]", at(f.Offset), f.Message(), f.Rule())
		optional("\t", "hint:", f.Hint)
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

// check checks what holds for every reading.
func check(t *testing.T, text string, r document.Reading) {
	t.Helper()
	names := map[string]bool{}
	within := func(what string, offset int) {
		if offset < 0 || offset > len(text) {
			t.Errorf("%s is at %d of %d", what, offset, len(text))
		}
	}
	for _, x := range r.Topics {
		within("topic "+x.Name, x.Offset)
		if x.Name == "" || names[x.Name] {
			t.Errorf("topic %q has no name of its own", x.Name)
		}
		names[x.Name] = true
		paths := map[string]bool{}
		for _, m := range x.Members {
			within("member "+m.Path, m.Offset)
			if paths[m.Path] {
				t.Errorf("topic %q has the member %s twice", x.Name, m.Path)
			}
			paths[m.Path] = true
		}
		for _, p := range x.Payloads {
			within("a payload", p.Offset)
			if _, err := jsontext.ParseValue(p.Text); err != nil {
				t.Errorf("topic %q has a payload that is not JSON: %v", x.Name, err)
			}
			for _, m := range p.Repairs {
				within("a repair", m.Offset)
			}
		}
	}
	for _, f := range r.Findings {
		within("a finding", f.Offset)
		if f.Message() == "" {
			t.Error("a finding says nothing")
		}
	}
}
