package redact_test

import (
	"os"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
)

// BenchmarkRedact redacts every payload of the platforms here.
func BenchmarkRedact(b *testing.B) {
	set, err := specs.Load(os.DirFS("../../specs"), "specs")
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	bytes := 0
	for _, p := range set.Platforms {
		for _, t := range p.Topics {
			for _, x := range t.Examples {
				texts = append(texts, x.Text)
				bytes += len(x.Text)
			}
		}
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, text := range texts {
			if _, err := redact.Redact(text, redact.Options{Personal: true}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRepeated redacts long strings of repeated prefixes of patterns. All of
// them take about the same time for each byte.
func BenchmarkRepeated(b *testing.B) {
	for _, piece := range []string{
		"a", "1 ", "(415) ", "sk-", "token=", `token="`, "key=key=", "x@", "a@b.", "<a>", "<password>", "{", "+49 ", "http://", "A1 ",
		"Dear ", "Maria ", "12 High ", "李", "%4", "1:", "BEGIN:VCARD\nN:", "-----BEGIN PRIVATE KEY-----", "eyJaaaaaaaa.", " is ", "pin is ",
		"eyJh", "W10g", "a=b; ", "a=b&", "<", "&amp;", "://a", "LS0tLS1CRUdJTi",
	} {
		text := `{"first_name":"Maria","x":` + string(jsontext.AppendString(nil, strings.Repeat(piece, 1<<16/len(piece)))) + `}`
		text = strings.Replace(text, `"x"`, `"x":0,"body":`+string(jsontext.AppendString(nil, strings.Repeat(piece, 1<<16/len(piece))))+`,"cookie":`+string(jsontext.AppendString(nil, strings.Repeat(piece, 1<<16/len(piece))))+`,"y"`, 1)
		b.Run(strings.TrimSpace(piece), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := redact.Redact(text, redact.Options{Personal: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
