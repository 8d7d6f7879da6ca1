package main

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// randomPayloads makes payloads of the kinds that suggestions look for, and that
// made specs which nothing took: keys that collide, objects that hold their own
// kind, wrappers and envelopes, null for everything, long names, odd characters.
type randomPayloads struct {
	*rand.Rand
	keys     []string
	entities []entity
	root     []string // keys that most bodies begin with
	left     int      // how many objects and lists the body still gets
}

// entity is a kind of object that stands in many places, more or less complete.
type entity struct {
	keys  []string
	kinds []int // of the values
}

// randomKinds is how many kinds of values there are: see value.
const randomKinds = 14

// delivery is one payload to add.
type delivery struct{ topic, body string }

// randomKeys are words and the ways to write them.
var randomKeys = []string{
	"id", "Id", "iD", "_id", "ID", "a", "a!", "a?", "A", "a b", "a  b", "a/b", "a\"b", "a\\b", "a,b", "a~b", "*", "", "-1", "+1",
	"event", "events", "Event", "order", "order_event", "orderEvents", "data", "object", "item", "items", "attributes", "payload", "body",
	"user_id", "userId", "user-id", "user.id", "parent", "children", "reply_to", "customer", "orders", "owner", "billing_address",
	"shipping_address", "raw", "topic", "extra", "extra_value", "mismatches", "append_json", "envelope", "Envelope", "type", "object_type",
	"created_at", "updated_at", "price", "status", "is_new", "metadata", "names", "en", "de", "zh-hant", "EUR", "USD", "日本", "\u202e", "x\ny", "`",
	"#", "{}", "[x]", "null", "true", "123", "key_124791", "2024-01-02", "__v", "__typename", "decode", "test", "string", "unknown", "header",
	"sendToTransferInstrumentVerificationErrors", "verificationErrorRemediatingActions", strings.Repeat("x", 70), strings.Repeat("word_", 30),
	"order order", "order_order", "test_decode", "topics", "member", "value", "Value", "list", "entry", "yes", "~", "a: b", "- a", "# a",
}

var randomTopics = []string{
	"order/created", "order/updated", "orders/create", "order_event/created", "event", "event/made", "unknown/x", "thing/made", "topic/header",
	"decoder/x", "envelope/x", "user/created", "user/deleted", "test/examples", "a.b.c", "日本/x", "balancePlatform.accountHolder.updated",
	"cart", "item", "items/listed", "payload/x", "x", "order-event/created", "order event/x", strings.Repeat("long", 40) + "/x", "member", "header",
}

func newRandomPayloads(seed uint64) *randomPayloads {
	p := &randomPayloads{Rand: rand.New(rand.NewPCG(seed, 47))}
	for range 6 + p.IntN(20) {
		p.keys = append(p.keys, randomKeys[p.IntN(len(randomKeys))])
	}
	for range 1 + p.IntN(4) {
		var e entity
		for range 1 + p.IntN(7) {
			key := p.key()
			if !slices.Contains(e.keys, key) {
				e.keys, e.kinds = append(e.keys, key), append(e.kinds, p.IntN(randomKinds))
			}
		}
		p.entities = append(p.entities, e)
	}
	for range p.IntN(5) {
		p.root = append(p.root, p.key())
	}
	return p
}

func (p *randomPayloads) key() string {
	if p.IntN(5) == 0 {
		return randomKeys[p.IntN(len(randomKeys))]
	}
	return p.keys[p.IntN(len(p.keys))]
}

// deliveries returns payloads of a few topics.
func (p *randomPayloads) deliveries() []delivery {
	var topics []string
	for range 1 + p.IntN(9) {
		topics = append(topics, randomTopics[p.IntN(len(randomTopics))])
	}
	var all []delivery
	for range 2 + p.IntN(10) {
		all = append(all, delivery{topics[p.IntN(len(topics))], p.body()})
	}
	return all
}

func (p *randomPayloads) body() string {
	p.left = 4 + p.IntN(30)
	if p.IntN(20) == 0 {
		return p.value(p.IntN(randomKinds), 3)
	}
	if p.IntN(15) == 0 {
		e := p.entities[p.IntN(len(p.entities))]
		return "[" + p.instance(e, 3) + ", " + p.instance(e, 3) + "]"
	}
	if p.IntN(6) == 0 { // the resource itself
		return p.instance(p.entities[p.IntN(len(p.entities))], 3)
	}
	keys := slices.DeleteFunc(slices.Clone(p.root), func(string) bool { return p.IntN(5) == 0 })
	for range 1 + p.IntN(4) {
		keys = append(keys, p.key())
	}
	return p.object(keys, func(key string) string {
		if slices.Contains(p.root, key) {
			return p.value(len(key)%randomKinds, 3)
		}
		return p.value(p.IntN(randomKinds), 4)
	})
}

// object writes an object with some keys, each once.
func (p *randomPayloads) object(keys []string, value func(key string) string) string {
	var parts, seen []string
	for _, key := range keys {
		if !slices.Contains(seen, key) {
			seen = append(seen, key)
			parts = append(parts, fmt.Sprintf("%s: %s", asJSON(key), value(key)))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// value writes a value of a kind. What is too deep is null, or empty.
func (p *randomPayloads) value(kind, depth int) string {
	if p.IntN(9) == 0 {
		return []string{"null", `""`, "[]", "{}"}[p.IntN(4)]
	}
	inside := kind >= 6 && kind < 13
	if inside {
		p.left--
	}
	if inside && (depth <= 0 || p.left < 0) {
		return []string{"null", "null", "[]", "{}", `""`}[p.IntN(5)]
	}
	entity := func() string {
		e := p.entities[p.IntN(len(p.entities))]
		return p.instance(e, depth-1)
	}
	texts := []string{`"12.50"`, `"0.10"`, `"open"`, `"closed"`, `"2024-01-02T03:04:05Z"`, `"1700000000"`, `"x y"`, `"order"`, `"charge"`, `"Order"`}
	switch kind {
	case 0:
		return fmt.Sprint(p.IntN(3))
	case 1:
		return fmt.Sprintf("%d.%02d", p.IntN(100), p.IntN(100))
	case 2:
		return []string{"true", "false"}[p.IntN(2)]
	case 3, 4:
		return texts[p.IntN(len(texts))]
	case 13:
		data := strings.Repeat("text in base64 ", 1+p.IntN(2))
		return asJSON([]*base64.Encoding{base64.StdEncoding, base64.RawURLEncoding}[p.IntN(2)].EncodeToString([]byte(data)))
	case 5:
		return fmt.Sprint(1700000000 + p.IntN(100))
	case 6:
		var items []string
		for range p.IntN(3) {
			items = append(items, p.value(p.IntN(6), depth-1))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case 7:
		return "[" + entity() + "]"
	case 8:
		return asJSON(entity())
	case 12: // one or several
		if e := p.entities[p.IntN(len(p.entities))]; p.IntN(2) == 0 {
			return p.instance(e, depth-1)
		} else {
			return "[" + p.instance(e, depth-1) + ", " + p.instance(e, depth-1) + "]"
		}
	case 9:
		keys := [][]string{{"en", "de", "zh-hant"}, {"EUR", "USD"}, {"1", "22", "333"}, {"key_124791", "key_124792"}}[p.IntN(4)]
		inner := p.IntN(randomKinds)
		return p.object(keys, func(string) string { return p.value(inner, depth-1) })
	}
	return entity()
}

// instance writes an object of an entity, which may lack a member or have another.
func (p *randomPayloads) instance(e entity, depth int) string {
	keys := slices.Clone(e.keys)
	if p.IntN(4) == 0 {
		keys = slices.Delete(keys, 0, 1)
	}
	if p.IntN(6) == 0 {
		keys = append(keys, p.key())
	}
	return p.object(keys, func(key string) string {
		if i := slices.Index(e.keys, key); i >= 0 {
			return p.value(e.kinds[i], depth)
		}
		return p.value(p.IntN(randomKinds), depth)
	})
}
