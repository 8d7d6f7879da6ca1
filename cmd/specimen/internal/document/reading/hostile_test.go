package reading

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
)

var structured = []document.Form{document.OpenAPI, document.AsyncAPI, document.Postman, document.HAR, document.Payloads}

// repeated returns a text with a part that is repeated, and numbered.
func repeated(before, part, after string, n int) string {
	var b strings.Builder
	b.WriteString(before)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strings.ReplaceAll(part, "#", fmt.Sprint(i)))
	}
	b.WriteString(after)
	return b.String()
}

// hostile returns documents that make a careless reader slow, or its memory full. They grow
// with n.
func hostile(n int) map[string]string {
	const hook = `{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"`
	doubling := repeated(`{"openapi":"3.1.0","webhooks":{"a":`+hook+`/s/0"}}}}}}},"s":{`,
		`"#":{"properties":{"a":{"$ref":"#/s/#+"},"b":{"$ref":"#/s/#+"},"c":{"example":1}}}`, `}}`, 40)
	for i := range 40 { // each schema refers to the next one twice
		doubling = strings.ReplaceAll(doubling, fmt.Sprintf("%d/s/%d+", i, i), fmt.Sprintf("#/s/%d", i+1))
	}
	wide := repeated(`{"openapi":"3.1.0","webhooks":{`, `"h#":`+hook+`\u0023/s"}}}}}}}`, `},`, n)
	return map[string]string{
		"deep":             strings.Repeat(`{"a":`, n),
		"deep arrays":      strings.Repeat(`[`, n) + strings.Repeat(`]`, n),
		"deep YAML":        "openapi: 3.1.0\nwebhooks: " + strings.Repeat("[", n),
		"open braces":      strings.Repeat("{", n),
		"many values":      strings.Repeat("{}\n", n),
		"broken lines":     strings.Repeat("{\"a\n", n),
		"NUL":              `{"openapi":"3.1.0","webhooks":{"a\u0000":{"post":{"requestBody":{"content":{"application/json":{"example":"\u0000"}}}}}}}` + "\x00",
		"surrogates":       `{"openapi":"3.1.0","webhooks":{"\ud800":{"post":{"description":"\udfff","requestBody":{"content":{"application/json":{"example":{"\ud800":"\udc00"}}}}}}}}`,
		"same names":       repeated(`{"openapi":"3.1.0","webhooks":{`, `"a":{"post":{"requestBody":{"content":{"application/json":{"example":{"a":#,"a":#}}}}}}`, `}}`, n),
		"doubling schemas": doubling,
		"shared example":   repeated(`{"openapi":"3.1.0","webhooks":{`, `"h#":{"post":{"requestBody":{"content":{"application/json":{"examples":{"e":{"$ref":"\u0023/e"}}}}}}}`, `},"e":{"value":[`+strings.Repeat("0,", n)+`0]}}`, n/10),
		"shared schema":    wide + `"s":{"properties":{` + repeated("", `"p#":{"type":"string","example":"x"}`, `}}}`, n),
		"chained schemas":  repeated(`{"openapi":"3.1.0","webhooks":{"a":`+hook+`\u0023/s/0"}}}}}}},"s":[`, `{"allOf":[{"$ref":"\u0023/s/#"},{"$ref":"\u0023/s/#"}]}`, `]}`, n),
		"headers":          repeated(`{"log":{"entries":[`, `{"request":{"method":"POST","headers":[{"name":"X-#-Topic","value":"a#"}],"postData":{"text":"{}"}}}`, `]}}`, n),
		"members":          repeated("", `{"a#":"x","b#":"y"}`, "", 1) + repeated("{", `"a#":"x"`, "}", n),
		"folders":          `{"info":{},"item":[` + strings.Repeat(`{"name":"x","item":[`, 200) + strings.Repeat(`]}`, 200) + `]}`,
	}
}

// TestHostile checks that hostile documents are read, or have findings, in memory that grows
// no faster than they do.
func TestHostile(t *testing.T) {
	memory := func(text string, form document.Form) int {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := Read(text, form, Options{})
		runtime.ReadMemStats(&after)
		check(t, text, r)
		if len(r.Topics) == 0 && len(r.Findings) == 0 {
			t.Errorf("%.40q gives nothing", text)
		}
		return int(after.TotalAlloc - before.TotalAlloc)
	}
	small, large := hostile(500), hostile(2000)
	for name, text := range small {
		for _, form := range structured {
			a, b := memory(text, form), memory(large[name], form)
			if growth := len(large[name])/len(text) + 1; b > 2*growth*a+8<<20 {
				t.Errorf("%s as %s: %d bytes for %d, %d for %d", name, form, a, len(text), b, len(large[name]))
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range hostile(3) {
		f.Add(text)
	}
	f.Add("openapi: 3.1.0\nwebhooks:\n  a.b:\n    post: {requestBody: {content: {application/json: {example: {type: a.b}}}}}\n")
	f.Add(`{"asyncapi":"3.0.0","channels":{"a":{"messages":{"b":{"examples":[{"payload":{"type":"b"},"headers":{"x-topic":"b"}}]}}}}}`)
	f.Add(`{"requests":[{"request":{"headers":{"x-topic":["a"]},"raw":"UE9TVCAvIEhUVFAvMS4xDQoNCnt9"}}]}`)
	f.Add(`{"info":{},"item":[{"name":"a","request":{"body":{"mode":"raw","raw":"{}"}},"response":[{"body":"[]"}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, form := range structured {
			r := Read(text, form, Options{})
			check(t, text, r)
			again := Read(text, form, Options{})
			if show(text, r) != show(text, again) {
				t.Errorf("%s: reads differ", form)
			}
		}
	})
}
