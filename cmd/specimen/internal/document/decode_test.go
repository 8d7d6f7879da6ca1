package document_test

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
)

// TestDecode checks that text comes back from each encoding that pages are saved in.
func TestDecode(t *testing.T) {
	const chinese = "# 支持的事件\n\n{\"title\": \"专辑1\", \"price\": \"￥5\"}\n"
	const french = "## Événements\n\n{\"reçu\": \"café à la crème\", \"prix\": \"5 €\"}\n"
	tests := []struct {
		name     string
		encoding encoding.Encoding
		text     string
		want     string
	}{
		{"UTF-8", encoding.Nop, chinese, "utf-8"},
		{"Windows-1252", charmap.Windows1252, french, "windows-1252"},
		{"GB18030", simplifiedchinese.GB18030, chinese, "gb18030"},
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), chinese, "utf-16le"},
		{"meta", simplifiedchinese.GBK, "<meta charset=gbk>" + chinese, "gb18030"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data, err := tt.encoding.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if got, name := document.Decode(data); got != tt.text || name != tt.want {
				t.Errorf("read as %s: %q", name, got)
			}
			if !document.IsText(data) {
				t.Error("it is not text")
			}
		})
	}
	for data, want := range map[string]string{"\ufeff{}\r\n[]\r": "{}\n[]\r", "a\xffb": "aÿb", "": ""} {
		if got, _ := document.Decode([]byte(data)); got != want {
			t.Errorf("Decode(%q) = %q, want %q", data, got, want)
		}
	}
}

// TestIsText checks that binary files are told from text.
func TestIsText(t *testing.T) {
	for _, text := range []string{"", "PK", "a PDF", "\x1b[1mbold\x1b[0m\r\n", "caf\xe9", "\xef\xbb\xbf{}", "\xfe\xff\x00{\x00}"} {
		if !document.IsText([]byte(text)) {
			t.Errorf("%q is not text", text)
		}
	}
	for _, data := range []string{"%PDF-1.4\n", "PK\x03\x04docx", "\x1f\x8b\x08gzip", "\x7fELF\x02\x01\x01\x00", "\x89PNG\r\n\x1a\n\x00\x00", "{\x00}\x00"} {
		if document.IsText([]byte(data)) {
			t.Errorf("%q is text", data)
		}
	}
}
