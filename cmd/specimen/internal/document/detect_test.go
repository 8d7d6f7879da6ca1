package document

import (
	"strings"
	"testing"
)

// TestDetect checks the form that texts are taken for.
func TestDetect(t *testing.T) {
	for _, c := range []struct {
		text string
		want Form
	}{
		{`{"openapi": "3.1.0", "webhooks": {}}`, OpenAPI},
		{"\ufeff \r\n" + `{"info": {"title": "log"}, "swagger": "2.0"}`, OpenAPI},
		{`{"openapi": "3.1.0", "webhooks": {`, OpenAPI},
		{"openapi: 3.1.0\ninfo: {}\n", OpenAPI},
		{"# ours\n---\n\"openapi\": \"3.0.3\"\r\ninfo:\r\n  title: x\r\n", OpenAPI},
		{"%YAML 1.2\n---\ninfo:\n  title: >\n    no key here\nopenapi: '3.1.0'\n", OpenAPI},
		{"asyncapi: 2.6.0\nchannels:\n- x\n", AsyncAPI},
		{`{"asyncapi": "3.0.0"}`, AsyncAPI},
		{`{"info": {"name": "x", "schema": "https://example.com/collection/v2.1.0/"}, "item": []}`, Postman},
		{`{"collection": {"info": {}, "item": []}}`, Postman},
		{`{"log": {"version": "1.2", "entries": []}}`, HAR},
		{`{"log": {"version": "1.2"}}`, Payloads},
		{`{"openapi": true}`, Payloads},
		{`{"event": "order.created"}`, Payloads},
		{`[{"event": "order.created"}]`, Payloads},
		{"{\"a\": 1}\n{\"a\": 2}\r\n[3]\n", Payloads},
		{"{}", Payloads},
		{`{"a": 1,}`, Page},
		{`{"a": 1} is what arrives`, Page},
		{`[a link](https://example.com/openapi.json)`, Page},
		{"", Page},
		{"# Events\n\n```yaml\nopenapi: 3.1.0\n```\n", Page},
		{"---\ntitle: Events\nopenapi: 3.1.0\n---\n\nEvents are sent\n", Page},
		{"---\nopenapi: 3.1.0\n---\nopenapi: 3.1.0\n", OpenAPI},
		{"title: x\nopenapi: 3.1.0-reference\n", Page},
		{"---\ntitle: Events\n---\n# Events\nopenapi: 3.1.0\n", Page},
		{"Note: this is about\nopenapi: 3.1.0 documents\n", Page},
		{"Note: this is a page\nin two lines\nopenapi: 3.1.0\n", Page},
		{"title: x\nopenapi: POST /events\n", Page},
		{"<html><body>openapi: 3.0</body></html>", Page},
		{"订单\n", Page},
		{strings.Repeat("{", 1000), Page},
		{"{\"a\": \x00}", Page},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("%.60q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("{\"openapi\": \"3\"}")
	f.Add("openapi: 3\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		if got := Detect(text); got != Detect("\ufeff"+text) && !strings.HasPrefix(text, "\ufeff") {
			t.Errorf("%q: a mark changes %s", text, got)
		}
	})
}
