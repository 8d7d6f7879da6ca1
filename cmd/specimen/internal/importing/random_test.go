package importing

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// pageOf is a random document: its topics, in their order.
type pageOf struct {
	head   string
	topics []string
	texts  map[string]string // by topic
}

// randomPage returns a random document in the form of page. Its payloads contradict its
// tables and each other at random.
func randomPage(r *rand.Rand) pageOf {
	p := pageOf{texts: make(map[string]string)}
	p.head = pick(r, "header: X-Acme-Topic\n", "member: /event\n", "title: Guide\n", "")
	for i := range 1 + r.IntN(6) {
		name := pick(r, "orders", "refunds", "orders/lines", "日本") + "/" + pick(r, "create", "update", "paid", fmt.Sprint("x", i))
		if p.texts[name] == "" {
			p.topics = append(p.topics, name)
		}
		p.texts[name] = randomTopic(r, p.topics)
	}
	return p
}

func randomTopic(r *rand.Rand, others []string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	if r.IntN(2) == 0 {
		line("about: %s", pick(r, "It came.", "a: b # c", "- x", "'"))
	}
	if r.IntN(4) == 0 {
		line("doubt: %s", pick(r, "is it so", "the heading: or not"))
	}
	if r.IntN(4) == 0 {
		line("scope: %s", pick(r, "read", "12", "yes"))
	}
	for range r.IntN(4) {
		line("member: %s | %s | %s | %s", pick(r, "id", "order/id", "order/lines/*/sku", "order", "note", "a~2b", "/x/", "*"),
			pick(r, "string", "int", "array<string>", "object", "boolean", "", "what"), pick(r, "required", "optional", ""), pick(r, "About it.", ""))
	}
	if r.IntN(5) == 0 {
		line("like: %s", pick(r, others...))
	}
	for range r.IntN(3) {
		if r.IntN(3) == 0 {
			line("name: %s", pick(r, "First", "second one", "日本"))
		}
		if r.IntN(3) == 0 {
			line("repair: a comma put in")
			line("elided: /order")
		}
		if r.IntN(6) == 0 {
			line("partial: true")
		}
		line("%s\n", randomPayload(r, others))
	}
	return b.String()
}

func randomPayload(r *rand.Rand, topics []string) string {
	members := []string{
		`"id": ` + pick(r, "1", `"1"`, "null", "true", "1.50"),
		`"event": "` + pick(r, append(topics, "other")...) + `"`,
		`"order": ` + pick(r, `{"id": 1}`, `""`, "[]", "null", `{"lines": [{"sku": "a"}]}`, `{"id": {"x": 1}}`),
		`"note": ` + pick(r, "null", `"it's: # fine"`, `"\u0000"`, "[1]"),
	}
	r.Shuffle(len(members), func(i, k int) { members[i], members[k] = members[k], members[i] })
	text := "{" + strings.Join(members[:1+r.IntN(len(members))], ", ") + "}"
	if r.IntN(12) == 0 {
		return "[" + text + "]"
	}
	return text
}

func pick(r *rand.Rand, all ...string) string { return all[r.IntN(len(all))] }

// changed returns a newer copy of a document: topics go, come and change.
func (p pageOf) changed(r *rand.Rand) pageOf {
	now := pageOf{head: p.head, texts: make(map[string]string)}
	for _, name := range p.topics {
		switch r.IntN(5) {
		case 0:
			continue
		case 1:
			now.texts[name] = randomTopic(r, p.topics)
		default:
			now.texts[name] = p.texts[name]
		}
		now.topics = append(now.topics, name)
	}
	more := randomPage(r)
	for _, name := range more.topics {
		if !slices.Contains(now.topics, name) && r.IntN(3) == 0 {
			now.topics = append(now.topics, name)
			now.texts[name] = more.texts[name]
		}
	}
	r.Shuffle(len(now.topics), func(i, k int) { now.topics[i], now.topics[k] = now.topics[k], now.topics[i] })
	return now
}

// source returns the document as page reads it. Blank lines make another copy of it.
func (p pageOf) source(blank int) Source {
	text := p.head + strings.Repeat("\n", blank)
	for _, name := range p.topics {
		text += "# " + name + "\n" + p.texts[name] + "\n"
	}
	return page("guide.md", text)
}
