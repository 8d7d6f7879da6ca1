package schematest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// kinds is a spec with a member of every type.
const kinds = `platform: kinds
title: Kinds
topic: {header: X-Topic}
types:
  Node: {at: [NodeEvent, NodeEvent/next, NodeEvent/all/*], why: nodes have nodes}
  Part: {at: [ThingEvent/part, ThingEvent/parts/*], why: the same members}
fields:
  ThingEvent/inside: {type: json, why: r}
  ThingEvent/loose: {type: json, why: r}
  ThingEvent/listed: {type: json, why: r}
  ThingEvent/active: {type: flag, why: r}
  ThingEvent/ratio: {type: float, why: r}
  ThingEvent/at: {type: unix, why: r}
  ThingEvent/any: {type: value, required: true, why: r}
  ThingEvent/id: {required: true, why: r}
  ThingEvent/part: {required: true, why: r}
  ThingEvent/amount: {type: number, why: r}
  ThingEvent/blob: {type: base64, why: r}
enums:
  Status: {at: [ThingEvent/status], values: [open, shut], why: r}
  Level: {at: [ThingEvent/level], values: [1, 2], why: r}
topics:
  thing/create:
    about: A thing.
    event: Thing
    aliases: [thing.created]
    examples:
      - name: one
        payload: |
          {"id":"1","count":5,"price":9.50,"open":true,"created_at":"2024-01-02T03:04:05Z","nothing":null,"note":null,"any":1,"big":123456789012345678901,
           "tags":["a"],"by_day":{"2024-01-01":1,"2024-01-02":2},"either":"","inside":"{\"a\":1}","loose":"[1]","listed":"[{\"b\":1}]","active":1,"status":"open",
           "part":{"x":1},"parts":[{"x":2}],"ratio":0.5,"at":1700000000,"rows":[[{"n":1}]],"level":1,"mixed":[1,"a",true],"empty":{},"amount":"1.50","both":{"a":1},"blob":"YWJj"}
      - name: two
        payload: |
          {"id":"2","count":6,"price":"9.50","open":false,"created_at":"2024-01-02T03:04:06Z","nothing":null,"note":"x","any":"x","big":1,
           "tags":[],"by_day":{},"either":{"y":1},"inside":"","loose":"{}","listed":"","active":"0","status":"shut",
           "part":{"x":3},"parts":[],"ratio":0.25,"at":"1700000001","rows":[],"level":2,"mixed":[],"empty":{},"amount":"2.00","late":[1],"both":[{"b":1}],"blob":"ZGVm"}
  node:
    about: A node.
    event: Node
    examples:
      - name: one
        payload: |
          {"name":"a","next":{"name":"b","next":null,"all":[]},"all":[{"name":"c","next":null,"all":[]}]}
  batch:
    about: Some.
    event: Batch
    examples:
      - name: one
        payload: |
          [{"n":1},{"n":2}]
  ping:
    about: A text.
    event: Ping
    examples:
      - name: one
        payload: |
          "pong"
  amount:
    about: A number.
    event: Amount
    examples:
      - name: one
        payload: |
          1.5
  any:
    about: Anything.
    event: Any
    examples:
      - name: one
        payload: |
          {"a":1}
      - name: two
        payload: |
          [1]
  silent: {about: Nothing is known., payload: undocumented}
`

// randomSpec returns the spec of a platform with examples of random shapes.
func randomSpec(seed uint64) (platform string, text []byte) {
	d := dice{rand.New(rand.NewPCG(seed, 1)), map[string]string{}}
	platform = fmt.Sprintf("random%d", seed)
	var topics, fields strings.Builder
	for i := range 4 {
		event := fmt.Sprintf("E%d", i)
		shape := d.object(event+"Event", 3)
		fmt.Fprintf(&topics, "  topic%d:\n    about: Something.\n    event: %s\n    examples:\n", i, event)
		for x := range 1 + d.IntN(3) {
			fmt.Fprintf(&topics, "      - name: x%d\n        payload: |\n          %s\n", x, shape())
		}
	}
	for _, path := range slices.Sorted(maps.Keys(d.fields)) {
		fmt.Fprintf(&fields, "  %q: {type: %s, why: r}\n", path, d.fields[path])
	}
	head := fmt.Sprintf("platform: %s\ntitle: Random\ntopic: {header: X-Topic}\n", platform)
	if len(d.fields) > 0 {
		head += "fields:\n" + fields.String()
	}
	return platform, []byte(head + "topics:\n" + topics.String())
}

// dice makes shapes, and the decisions on them by path.
type dice struct {
	*rand.Rand
	fields map[string]string
}

// A maker returns one value of its shape, as JSON.
type maker func() string

// keys are names of members.
var keys = []string{"id", "name", "note", "zh-hant", "日本", "a b", "$ref", "x/y", "~", "__v", "type", "required", "properties", "at"}

// object returns the shape of an object whose members may be null or absent.
func (d dice) object(path string, depth int) maker {
	type member struct {
		name         string
		value        maker
		null, absent bool
	}
	var members []member
	for _, i := range d.Perm(len(keys))[:3+d.IntN(5)] {
		name := keys[i]
		if depth == 3 && name == "at" {
			continue // with the members of the types of events
		}
		below := path + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
		decided := len(d.fields)
		value := d.shape(below, depth-1)
		plain := len(d.fields) > decided // a decision needs a value
		members = append(members, member{name, value, !plain && d.IntN(4) == 0, !plain && d.IntN(4) == 0})
	}
	return func() string {
		var all []string
		for _, m := range members {
			switch {
			case m.absent && d.IntN(2) == 0:
			case m.null && d.IntN(2) == 0:
				all = append(all, fmt.Sprintf("%q: null", m.name))
			default:
				all = append(all, fmt.Sprintf("%q: %s", m.name, m.value()))
			}
		}
		return "{" + strings.Join(all, ", ") + "}"
	}
}

// shape returns a random shape.
func (d dice) shape(path string, depth int) maker {
	one := func(values ...string) maker {
		return func() string { return values[d.IntN(len(values))] }
	}
	kinds := 12
	if depth > 0 {
		kinds += 4
	}
	switch d.IntN(kinds) {
	case 0:
		return one("1", "20", "-3")
	case 1:
		return one("1.50", "2", "1e3")
	case 2:
		return one(`"a"`, `"b"`, `""`)
	case 3:
		return one("true", "false")
	case 4:
		return one(`"2024-01-02T03:04:05Z"`, `"2024-01-02"`)
	case 5:
		return one("1", `"1"`, `""`)
	case 6:
		return one("1", `"x"`, "true", "[]", "{}")
	case 7:
		return one(`[1]`, `""`, `[]`)
	case 8:
		return one(`{"a": 1}`, `[]`, `""`)
	case 9:
		d.decide(path, "flag")
		return one("0", "1")
	case 10:
		d.decide(path, "json")
		return one(`"{\"a\": [1]}"`, `"{\"a\": []}"`)
	case 11:
		d.decide(path, "number")
		return one(`"1.50"`, `"2.25"`)
	case 12, 13:
		return d.object(path, depth)
	case 14:
		element := d.shape(path+"/*", depth-1)
		return func() string { return "[" + element() + ", " + element() + "]" }
	default:
		apart := dice{d.Rand, map[string]string{}} // without decisions: it may be no map
		element := apart.shape(path+"/*", depth-1)
		return func() string { return fmt.Sprintf(`{"1": %s, "2": %s, "37": %s}`, element(), element(), element()) }
	}
}

// decide makes a decision on the type of a path.
func (d dice) decide(path, word string) { d.fields[path] = word }
