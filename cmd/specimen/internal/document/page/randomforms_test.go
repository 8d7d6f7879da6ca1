package page_test

import (
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
)

// form writes pages of one form.
type form struct {
	name   string
	line   bool // whether payloads have to be in one line
	plain  bool // whether they have to be strict
	parts  bool // whether names of topics have to have parts
	inBody bool // whether bodies name their topics
	write  func(r *rand.Rand, all []truth) string
}

var forms = []form{
	{name: "fenced", write: each("# Webhooks\n\n", func(x truth) string {
		return "## " + x.topic + "\n\n" + x.about + "\n\n```json\n" + x.text + "\n```\n\n"
	})},
	{name: "indented", write: each("# Webhooks\n\n", func(x truth) string {
		return "## `" + x.topic + "`\n\n" + x.about + "\n\n" + indented(x.text, "    ") + "\n\n"
	})},
	{name: "quoted", write: each("# Webhooks\n\n", func(x truth) string {
		return "## Something new (" + x.topic + ")\n\n> Example:\n\n" + indented("```json\n"+x.text+"\n```", "> ") + "\n\n" + x.about + "\n\n"
	}), parts: true},
	{name: "restructured", write: each("========\nWebhooks\n========\n\n", func(x truth) string {
		return x.topic + "\n" + strings.Repeat("-", len(x.topic)) + "\n\n" + x.about + "\n\n.. code-block:: json\n   :linenos:\n\n" + indented(x.text, "   ") + "\n\n"
	})},
	{name: "literal", write: each("Webhooks\n~~~~~~~~\n\n", func(x truth) string {
		return "``" + x.topic + "``\n" + strings.Repeat("^", len(x.topic)+4) + "\n\n" + strings.TrimSuffix(x.about, ".") + "::\n\n" + indented(x.text, "    ") + "\n\n"
	})},
	{name: "AsciiDoc", write: each("= Webhooks\n\n[cols=\"1\"]\n", func(x truth) string {
		return "=== `" + x.topic + "`\n\n" + x.about + "\n\n[source,json]\n----\n" + x.text + "\n----\n\n"
	})},
	{name: "HTML", write: each("<!doctype html><title>Webhooks</title><body>\n", func(x truth) string {
		return "<h2 id=x>" + x.topic + "</h2><p>" + x.about + "</p>\n<pre><code>" + html.EscapeString(x.text) + "</code></pre>\n"
	})},
	{name: "spans", write: each("<html><body><h1>Webhooks</h1>", func(x truth) string {
		var b strings.Builder
		for _, line := range strings.Split(x.text, "\n") {
			b.WriteString("<span class=\"line\">" + strings.ReplaceAll(html.EscapeString(line), "&#34;", "<b>&quot;</b>") + "</span>\n")
		}
		return "<dl><dt>" + x.topic + "</dt><dd>" + x.about + "<pre>" + b.String() + "</pre></dd></dl>"
	})},
	{name: "lines", write: each("<html><body><h1>Webhooks</h1>", func(x truth) string {
		var b strings.Builder
		for i, line := range strings.Split(x.text, "\n") {
			rest := strings.TrimLeft(line, " ")
			fmt.Fprintf(&b, "<div class=\"row\"><span class=\"line-number\">%d</span>%s%s</div>", i+1, strings.Repeat("&nbsp;", len(line)-len(rest)), strings.ReplaceAll(html.EscapeString(rest), " ", "&nbsp;"))
		}
		return "<h3>" + x.topic + "</h3>" + b.String()
	})},
	{name: "HTML table", write: func(r *rand.Rand, all []truth) string {
		rows := each("<html><body><table><tr><th>Topic</th><th>Description</th><th>Payload</th></tr>", func(x truth) string {
			return "<tr><td><code>" + x.topic + "</code></td><td>" + x.about + "</td><td><pre>" + html.EscapeString(x.text) + "</pre></td></tr>"
		})
		return rows(r, all) + "</table>"
	}},
	{name: "table", line: true, write: each("| Event | Payload | When |\n|---|:-:|---|\n", func(x truth) string {
		return "| " + x.topic + " | `" + strings.ReplaceAll(x.text, "|", `\|`) + "` | " + x.about + " |\n"
	})},
	{name: "breaks", plain: true, write: each("| Event | Payload |\n|---|---|\n", func(x truth) string {
		text := strings.ReplaceAll(strings.ReplaceAll(html.EscapeString(x.text), "|", `\|`), "\n", "<br>")
		return "| " + x.topic + " | <p>" + text + "</p> |\n"
	})},
	{name: "labels", write: each("Webhooks\n\n", func(x truth) string {
		return "Topic name: " + x.topic + "\nDescription: " + x.about + "\nPayload\n" + x.text + "\n\n"
	})},
	{name: "titles", write: each("# Webhooks\n\n", func(x truth) string {
		return "<details>\n<summary><code>" + x.topic + "</code></summary>\n\n```json\n" + x.text + "\n```\n\n</details>\n\n"
	})},
	{name: "numbers", write: each("# Webhooks\n\n", func(x truth) string {
		var b strings.Builder
		for i, line := range strings.Split(x.text, "\n") {
			fmt.Fprintf(&b, "%3d  %s\n", i+1, line)
		}
		return "## " + x.topic + "\n\n" + b.String() + "\n"
	})},
	{name: "requests", write: each("# Webhooks\n\n", func(x truth) string {
		return "```http\nPOST /hook HTTP/1.1\nHost: example.com\nX-Demo-Topic: " + x.topic + "\nContent-Type: application/json\n\n" + x.text + "\n```\n\n"
	})},
	{name: "bodies", inBody: true, write: each("# Webhooks\n\n", func(x truth) string {
		return "## Example\n\n" + x.about + "\n\n```json\n" + x.text + "\n```\n\n"
	})},
	{name: "pasted bodies", inBody: true, write: each("Webhooks\n\n", func(x truth) string {
		return "Something changed\n\n" + x.about + "\n\nCopy\n" + x.text + "\n\n"
	})},
	{name: "elsewhere", parts: true, write: func(r *rand.Rand, all []truth) string {
		list := each("# Webhooks\n\n| Event | Description |\n| --- | --- |\n", func(x truth) string { return "| `" + x.topic + "` | " + x.about + " |\n" })
		shown := each("\n# Payloads\n\n", func(x truth) string {
			return "## " + strings.NewReplacer("/", " ", ".", " ", ":", " ", "_", " ").Replace(x.topic) + "\n\n```json\n" + x.text + "\n```\n\n"
		})
		return list(r, all) + shown(r, all)
	}},
	{name: "call", write: each("# Webhooks\n\n", func(x truth) string {
		return "## " + x.topic + "\n\n```js\nconst payload = " + x.text + ";\nhandle(payload);\n```\n\n"
	})},
}

// each returns what writes a page of a beginning and a part for each topic.
func each(before string, write func(x truth) string) func(*rand.Rand, []truth) string {
	return func(_ *rand.Rand, all []truth) string {
		text := before
		for _, x := range all {
			text += write(x)
		}
		return text
	}
}

// indented returns a text whose lines begin with an indent.
func indented(text, indent string) string {
	return indent + strings.ReplaceAll(text, "\n", "\n"+indent)
}
