package importing

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/specs/finding"
)

// page reads a document in a form of these tests, so that they do not depend on readers
// of real pages:
//
//	header: X-Topic            where deliveries name their topic; or member: /topic
//	# orders/create            a topic
//	about: An order.           and since:, scope:, like:, doubt:
//	member: items/*/sku | string | required | Its code.
//	{"id": 1}                  a payload, up to the next blank line; before it may stand
//	name: first                and says:, repair:, elided:, partial:, doubts:
//	!message                   a finding
func page(name, text string) Source {
	sum := sha256.Sum256([]byte(text))
	s := Source{Name: name, File: name, SHA256: hex.EncodeToString(sum[:]), Text: text}
	r := &s.Reading
	var next document.Payload
	var topic *document.Topic
	offset, body := 0, -1
	end := func() {
		if body >= 0 {
			next.Offset, next.Text = body, strings.TrimSpace(text[body:offset])
			topic.Payloads = append(topic.Payloads, next)
			next, body = document.Payload{}, -1
		}
	}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch {
		case body >= 0 && key != "":
		case body >= 0:
			end()
		case strings.HasPrefix(line, "# "):
			r.Topics = append(r.Topics, document.Topic{Name: strings.TrimSpace(line[2:]), Offset: offset + 2})
			topic = &r.Topics[len(r.Topics)-1]
		case strings.HasPrefix(line, "!"):
			r.Findings = append(r.Findings, document.Find(finding.NoPayload, offset, strings.TrimSpace(line[1:]), ""))
		case strings.ContainsAny(line[:1], "{[0123456789\"tfn") && key != "name" && topic != nil:
			body = offset
		case topic == nil && key == "header":
			r.Source.Header = value
		case topic == nil && key == "member":
			r.Source.Member = value
		case topic == nil && key != "title":
		case topic == nil:
			r.Title = value
		default:
			pageKey(topic, &next, key, value, offset)
		}
		offset += len(line)
	}
	end()
	return s
}

func pageKey(t *document.Topic, next *document.Payload, key, value string, offset int) {
	switch key {
	case "about":
		t.About = value
	case "since":
		t.Since = value
	case "scope":
		t.Scopes = append(t.Scopes, value)
	case "like":
		t.Like = value
	case "doubt":
		t.Doubts = append(t.Doubts, value)
	case "member":
		parts := append(strings.Split(value, "|"), "", "", "")
		m := document.Member{Offset: offset, Path: strings.TrimSpace(parts[0]), Type: strings.TrimSpace(parts[1]), About: strings.TrimSpace(parts[3])}
		m.Presence = map[string]document.Presence{"required": document.Required, "optional": document.Optional}[strings.TrimSpace(parts[2])]
		t.Members = append(t.Members, m)
	case "name":
		next.Name = value
	case "says":
		next.Says = value
	case "repair":
		next.Repairs = append(next.Repairs, document.Repair{Offset: offset, Text: value})
	case "elided":
		next.Elided = append(next.Elided, value)
	case "partial":
		next.Partial = true
	case "doubts":
		next.Doubts = append(next.Doubts, value)
	}
}
