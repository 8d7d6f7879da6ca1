package page_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/page"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// hostile are parts of pages that were made to cost time or memory, over and over.
var hostile = []string{
	"{", "[", "{\"", "{\"a\":", "[{\"a\":1},", "{\"a\":[", "{a:", "<", "<p>", "<table><tr><td>", "<pre>{", "&", "&#", "&lt;", "`", "```\n", "|", "|a|\n", "| a | b |\n|---|---|\n", "#", "# a/b\n",
	"a/b\n", "Topic: a/b\n", "\n{\"a\":1}\n", "a/b {\"a\": 1}\n", "orders/create,", "\u202e{", "\x00{\"a\":\"\x00\"}\n", "{//\n", "{/*", "{\"a\":1 \"b\":2}\n", "“{“", "{\"a\":…}\n", "<dl><dt>a/b</dt>", "<td rowspan=9999 colspan=9999>",
	"</", "<!--", "<script>", "X-A-Topic: b\n", "{\"\\ud800\": \"\\ud800\"}\n", "- - - ", "a: ", "：", "a | b\n--- | ---\n",
}

// TestHostile checks that what a page costs grows as its length: the bytes allocated for
// ten times as much text are at most twenty times as many.
func TestHostile(t *testing.T) {
	for _, part := range hostile {
		small, large := allocated(part, 1<<14), allocated(part, 10<<14)
		if large > 20*small+1<<22 {
			t.Errorf("%q: %d bytes for %d, %d for ten times as much", part, small, 1<<13, large)
		}
	}
}

// allocated returns how many bytes reading a page of repeated parts allocates.
func allocated(part string, length int) uint64 {
	text := strings.Repeat(part, length/len(part))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	page.Read(text)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// FuzzRead checks what holds for the reading of any text: offsets are in it, payloads are
// JSON, and each topic has a name and stands once.
func FuzzRead(f *testing.F) {
	for _, part := range hostile {
		f.Add([]byte(part))
	}
	f.Add([]byte("# Orders\n\n## orders/create\nSent when.\n```json\n{\"id\": 1, // no\n ...}\n```\n| Field | Type |\n|--|--|\n| id | int |\n"))
	f.Add([]byte("<h2>a.b</h2><table><tr><th>Topic<th>Payload<tr><td>a.c<td><pre>{&quot;x&quot;:1}</pre></table>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _ := document.Decode(data)
		if !utf8.ValidString(text) {
			t.Fatal("the text is not UTF-8")
		}
		r := page.Read(text)
		within := func(offset int) {
			if offset < 0 || offset > len(text) {
				t.Fatalf("an offset is %d of %d", offset, len(text))
			}
		}
		seen := make(map[string]bool)
		for _, x := range r.Topics {
			within(x.Offset)
			if x.Name == "" || seen[x.Name] {
				t.Fatalf("topic %q", x.Name)
			}
			seen[x.Name] = true
			for _, p := range x.Payloads {
				within(p.Offset)
				if c := text[p.Offset]; c != '{' && c != '[' {
					t.Fatalf("a payload begins with %q", c)
				}
				if _, err := jsontext.ParseValue(p.Text); err != nil {
					t.Fatal(err)
				}
				for _, m := range p.Repairs {
					within(m.Offset)
				}
			}
			for _, m := range x.Members {
				within(m.Offset)
			}
		}
		for _, m := range r.Findings {
			within(m.Offset)
		}
	})
}
