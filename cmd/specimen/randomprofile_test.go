package main

import (
	"fmt"
	"strings"
)

// profile returns a random profile of deliveries, as the lines below the key.
func (d dice) profile() string {
	var b strings.Builder
	word := func() string {
		return pick(d, []string{"x", "a b", `"q"`, "日本", "*/ x", "`", "%s%d", `\`, "# x", "//go:embed x", "{{.}}", "https://example.com/?a=b&c"})
	}
	odd := func() string { return yamlText(word()) }
	// Where a role has its text is the place of no other role.
	source := func(role string) string {
		s := pick(d, []string{"header: X-" + role, "header: x-two-" + role, "query: " + yamlText(role+word()), "member: " + yamlText("/a~1b/"+pick(d, []string{"0", "c"})+role)})
		prefix, list := "", ""
		if d.one(3) {
			prefix = word()
			s += ", prefix: " + yamlText(prefix)
		}
		if list = pick(d, []string{",", " "}); d.one(4) && !strings.Contains(prefix, list) {
			s += ", list: " + yamlText(list)
		}
		return s
	}
	if d.one(2) {
		stamp := source("time")
		at := source("sign")
		parts := []string{"{body: " + pick(d, []string{"raw", "sorted"}) + "}"}
		if strings.HasPrefix(at, "member") {
			parts[0] = "{member: /signed}"
		}
		for range d.IntN(3) {
			parts = append(parts, pick(d, []string{"{text: " + odd() + "}", "{" + source(fmt.Sprint("part", d.IntN(3))) + "}"}))
		}
		fmt.Fprintf(&b, "  signature:\n    why: w\n    status: %s\n    algorithm: hmac-%s\n    at: {%s}\n    encodings: [%s]\n",
			pick(d, []string{"verified", "documented", "contradictory"}), pick(d, []string{"sha1", "sha256", "sha512"}), at,
			pick(d, []string{"hex", "base64", "base64url, hex", "hex, base64"}))
		if d.one(2) {
			parts = append(parts, "{"+stamp+"}")
			fmt.Fprintf(&b, "    timestamp: {%s, unit: %s, tolerance: %s, why: w}\n", stamp, pick(d, []string{"seconds", "milliseconds", "rfc3339"}), pick(d, []string{"5m", "90s", "1h", "1500ms"}))
		}
		if d.one(2) {
			fmt.Fprintf(&b, "    secret: {prefix: %s, encoding: %s}\n", odd(), pick(d, []string{"hex", "base64"}))
		}
		fmt.Fprintf(&b, "    signs: [%s]\n", strings.Join(parts, ", "))
	} else {
		b.WriteString("  signature: {status: unknown, why: w}\n")
	}
	for _, name := range []string{"id", "shop", "version", "attempt"} {
		if d.one(2) {
			fmt.Fprintf(&b, "  %s: {%s, why: w}\n", name, source(name))
		}
	}
	if d.one(2) {
		fmt.Fprintf(&b, "  answer: {code: %d, type: text/plain, body: %s, within: 5s, why: w}\n", 200+d.IntN(4), odd())
	}
	if d.one(2) {
		fmt.Fprintf(&b, "  handshake: {member: /type, is: %s, %s: %s, why: w}\n", odd(), pick(d, []string{"setting", "echo"}), yamlText("/"+pick(d, []string{"a", "b"})))
	}
	if d.one(3) {
		fmt.Fprintf(&b, "  retries: {times: %d, then: %s, why: w}\n", 1+d.IntN(9), odd())
	}
	return b.String()
}
