package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Topic is a topic of a platform whose payloads share types.
type Topic struct {
	Name, Event string
	Payloads    []string
}

// Shared returns topics as platforms have them: each about something of its own, in an
// envelope, with users, addresses and amounts of money that all of them share, in places
// of many names. A topic has 10 kB in two payloads.
func Shared(topics int) []Topic {
	r := rand.New(rand.NewPCG(3, 4))
	var all []Topic
	for t := range topics {
		// Names have letters only: digits at their end would be keys of maps.
		thing := "thing" + string(rune('a'+t%26)) + string(rune('a'+t/26%26)) + strings.Repeat("z", t/26/26)
		topic := Topic{Name: thing + "/created", Event: strings.ToUpper(thing[:1]) + thing[1:]}
		for range 2 {
			topic.Payloads = append(topic.Payloads, shared(r, thing))
		}
		all = append(all, topic)
	}
	return all
}

// shared returns a payload of about 5 kB.
func shared(r *rand.Rand, thing string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `{"id":%d,"topic":"%s/created","sender":%s,"shop":{"id":%d,"domain":"d%d","plan":"basic","owner":%s},"%s":{"id":%d`,
		r.IntN(1e6), thing, user(r), r.IntN(1e6), r.IntN(100), user(r), thing, r.IntN(1e6))
	for m := range 12 {
		if text := value(r, m); text != "" {
			fmt.Fprintf(&b, `,"%s_member_%c":%s`, thing, 'a'+m, text)
		}
	}
	fmt.Fprintf(&b, `,"author":%s,"assignee":%s,"billing_address":%s,"shipping_address":%s,"total":%s,"tax":%s,"lines":[`,
		user(r), user(r), address(r), address(r), money(r), money(r))
	for i := range 8 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"line_id":%d,"sku":"s%d","quantity":%d,"price":%s,"%s_note":"n%d","picked_by":%s}`,
			r.IntN(1e6), r.IntN(1e4), r.IntN(9), money(r), thing, r.IntN(1e4), user(r))
	}
	b.WriteString("]}}")
	return b.String()
}

func user(r *rand.Rand) string {
	optional := [...]string{"", `,"phone":null`, `,"company":"c"`, `,"site_admin":false`}[r.IntN(4)]
	return fmt.Sprintf(`{"id":%d,"login":"u%d","email":"u@example.com","avatar_url":"https://example.com/%d","type":"User","verified":true%s}`,
		r.IntN(1e6), r.IntN(1e6), r.IntN(1e6), optional)
}

func address(r *rand.Rand) string {
	return fmt.Sprintf(`{"street":"s %d","city":"c%d","zip":"%05d","country":"DE","province":"p%d"}`, r.IntN(100), r.IntN(100), r.IntN(1e5), r.IntN(10))
}

func money(r *rand.Rand) string {
	return fmt.Sprintf(`{"amount":"%d.%02d","currency":"EUR"}`, r.IntN(1e4), r.IntN(100))
}
