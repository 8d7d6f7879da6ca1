package initialize

import "strings"

// template returns what a new platform.yaml has behind its first members: comments, with parts
// that are of a spec without the "# " before their lines.
func template(platform string, topicKnown bool) string {
	text := optional
	if !topicKnown {
		text = topic + optional
	}
	header := "X-" + strings.ToUpper(platform[:1]) + platform[1:]
	return strings.NewReplacer("NAME", platform, "HEADER", header).Replace(text)
}

// topic says what the value of the member topic can be, which is none.
const topic = `# or {header: HEADER-Topic}, where a header names the topic of a delivery, or {member: /event}
# where a member of the body does. With none, the program that receives has to know it.
`

// optional is what a platform.yaml can also have.
const optional = `
# Topics and payloads are in other files of this folder: "specimen add" and "specimen import"
# write them. What follows is optional. Decisions on types go here too, each with its reason:
# "specimen suggest -w NAME" writes types, fields, enums and the envelope.
#
# documents:   # where the payloads come from
#   guide: {title: Guide to webhooks, url: "https://NAME.example/webhooks", retrieved: 2026-01-31}
#
# deliveries:   # without it, NewReceiver takes a function of yours that checks deliveries
#   signature:
#     why: what the guide says of signatures
#     algorithm: hmac-sha256
#     signs: [{body: raw}]
#     at: {header: HEADER-Signature}
#     encodings: [hex]
#   id: {header: HEADER-Delivery, why: a delivery that is sent again has the same}
`
