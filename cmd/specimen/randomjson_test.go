package main

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// A shape is what the values at one place of random payloads have in common, so
// that several examples of an event are alike, as they are in documents.
type shape struct {
	kind    string // "scalar", "object", "map", "list" or "text": JSON in a string
	scalars []string
	keys    []string // of an object
	parts   []*shape // of an object: by key; of a list, map or text: one
	other   *shape   // what stands there now and then, or nil
}

// sample is a JSON value: text is that of a scalar.
type sample struct {
	kind  string // as a shape's
	text  string
	keys  []string
	parts []*sample
}

// scalarPools are scalars by what they may be decided to be.
var scalarPools = [][]string{
	{"null"},
	{"true", "false"},
	{"false"},
	{"0", "1"},
	{"0"},
	{"1", "17", "-5", "9223372036854775807", "0"},
	{"-0", "18446744073709551616", "12"},
	{"1.50", "0.00", "12.5", "1e2", "1.0"},
	{"1e999", "0.1"},
	{`"0"`, `"1"`},
	{"true", "0", `"1"`},
	{`"true"`, `"false"`},
	{`"12.34"`, `"0.00"`, `"-7"`, `"1e3"`},
	{`"12.34"`, "12.34", `""`},
	{`"x"`, `"waiting"`, `"paid"`, `"日本"`, `"partly paid"`},
	{`"x"`, "7"},
	{`""`},
	{`""`, `"x"`},
	{`"2024-01-02"`, `"2024-01-02T03:04:05Z"`, `"2024-01-02T03:04:05+08:00"`},
	{`"2024-01-02"`, `"soon"`},
	{`"R0lGODlhAQABAIAAAAAAAP8="`, `"VGV4dCB0aGF0IGlzIHJlYWRhYmxl"`, `"-_8"`, `""`},
	{"\"\u202e\u2066\u200b\ufeff\u00ad\U000e0001\"", "\"\x00\x1b\r\n\t`\\\"\""},
	{`"a\"b"`, `"</script>&'"`, `"\\"`},
	{`"null"`, `"true"`, `"[1"`, `"{"`},
	{`"\ud83d\ude00"`, `"😀"`, `"\/\b\f"`},
	{strings.Repeat("9", 300), "0." + strings.Repeat("1", 300), "1"},
	{`"` + strings.Repeat("long ", 2000) + `"`, `""`},
}

// Keys are odd ones besides those of every day: names of Go, of generated code
// and of encoding/json, several that have one Go name, and what cannot be seen.
var (
	plainKeys = []string{"id", "name", "created_at", "status", "price", "items", "order", "customer", "data", "meta", "tags", "type", "ids", "updatedAt"}
	oddKeys   = []string{
		"", "*", "/", "~", "~1", "a/b", "-", "_", "__v", "_id", "+1", "-1", "1", "124791_key_2", "zh-hant", "日本", "ß", "ª", "#", "$ref", "@id",
		"topic", "Topic", "raw", "mismatches", "extra", "Extra", "envelope", "forget", "unmarshal_json", "append_json", "marshalJSON", "decode", "deliver",
		"value", "event", "events", "string", "error", "len", "nil", "any", "init", "main", "payload", "slices", "v", "b", "i", "r", "k", "next", "at",
		"a,b", "a b", "a\"b", "a\\b", "a`b", "a\nb", "a\x00b", "<b>", "a&b", "\u202eadmin", "a\u200bb", "x\u00ady", "\ufeff", "\u2028", "\U000e0001", "\ue000",
		"ID", "Id", "createdAt", "user_id", "userId", "omitzero", "omitempty", "string,", strings.Repeat("long_", 30), "😀", "é", "e\u0301",
	}
	machineKeys = [][]string{
		{"1", "22", "333"}, {"2024-01-02", "2024-02-03"}, {"key_1234", "key_5678"}, {"en", "de", "zh-hant"}, {"", "a"},
	}
)

// dice makes random choices. All that is random comes from one seed.
type dice struct{ *rand.Rand }

// one reports true one time in n.
func (d dice) one(n int) bool { return d.IntN(n) == 0 }

func pick[T any](d dice, all []T) T { return all[d.IntN(len(all))] }

// shape returns a random shape of at most a depth.
func (d dice) shape(depth int) *shape {
	s := &shape{kind: "scalar", scalars: pick(d, scalarPools)}
	if depth > 0 {
		switch d.IntN(9) {
		case 0, 1, 2:
			return d.object(depth, d.IntN(5))
		case 7:
			if d.one(6) {
				return d.wide()
			}
		case 3, 4:
			s = &shape{kind: "list", parts: []*shape{d.shape(depth - 1)}}
			if d.one(4) {
				s.other = s.parts[0] // one of them alone
			}
		case 5:
			s = &shape{kind: "map", keys: pick(d, machineKeys), parts: []*shape{d.shape(depth - 1)}}
		case 6:
			s = &shape{kind: "text", parts: []*shape{d.shape(depth - 1)}}
		}
	}
	if d.one(8) {
		s.other = d.shape(depth - 1)
	}
	return s
}

// wide returns the shape of objects with more members than a word has bits, or as
// many, or one less.
func (d dice) wide() *shape {
	s := &shape{kind: "object"}
	for i := range 63 + d.IntN(67) {
		s.add("m"+strconv.Itoa(i), d.shape(0))
	}
	return s
}

// object returns the shape of objects with up to n members.
func (d dice) object(depth, n int) *shape {
	s := &shape{kind: "object"}
	for range n {
		key := pick(d, plainKeys)
		if d.one(3) {
			key = pick(d, oddKeys)
		}
		s.add(key, d.shape(depth-1))
	}
	return s
}

// add adds a member, unless there is one of its name.
func (s *shape) add(key string, part *shape) {
	for _, k := range s.keys {
		if k == key {
			return
		}
	}
	s.keys, s.parts = append(s.keys, key), append(s.parts, part)
}

// sample returns a random value of a shape. Exact says that nothing is null or
// absent that need not be.
func (d dice) sample(s *shape, exact bool) *sample {
	switch {
	case s.other != nil && d.one(3):
		return d.sample(s.other, exact)
	case !exact && d.one(12):
		return &sample{kind: "scalar", text: "null"}
	}
	v := &sample{kind: s.kind}
	switch s.kind {
	case "scalar":
		v.text = pick(d, s.scalars)
	case "object":
		for i, key := range s.keys {
			if exact || !d.one(10) {
				v.keys, v.parts = append(v.keys, key), append(v.parts, d.sample(s.parts[i], exact))
			}
		}
	case "map":
		for _, key := range s.keys {
			if !d.one(3) {
				v.keys, v.parts = append(v.keys, key), append(v.parts, d.sample(s.parts[0], exact))
			}
		}
	case "list":
		n := d.IntN(4)
		if d.one(20) {
			n = 20
		}
		for range n {
			v.parts = append(v.parts, d.sample(s.parts[0], exact))
		}
	case "text":
		if d.one(6) { // the plain value
			return d.sample(s.parts[0], exact)
		}
		v.text = inQuotes(d.json(d.sample(s.parts[0], exact), pick(d, []string{"", "", "\n"})))
		v.kind = "scalar"
	}
	return v
}

// member returns the member of an object, nil where there is none.
func (v *sample) member(key string) *sample {
	for i, k := range v.keys {
		if k == key {
			return v.parts[i]
		}
	}
	return nil
}

// json writes a value as JSON: with white space where line is not "", which then
// begins each line.
func (d dice) json(v *sample, line string) string {
	open, closing, sep, colon := "{", "}", ",", ":"
	inner := ""
	if line != "" {
		inner = line + "  "
		sep, colon = sep+inner, colon+" "
	}
	switch v.kind {
	case "scalar":
		return d.asFile(v.text)
	case "list":
		open, closing = "[", "]"
	}
	var all []string
	for i, p := range v.parts {
		text := d.json(p, inner)
		if v.kind != "list" {
			text = d.asFile(inQuotes(v.keys[i])) + colon + text
		}
		all = append(all, text)
	}
	if len(all) == 0 {
		return open + closing
	}
	return open + inner + strings.Join(all, sep) + line + closing
}

// inQuotes writes a text as JSON does. What need not be escaped is not.
func inQuotes(s string) string {
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(s) + `"`
}

// asFile escapes what a spec file cannot have as it is, and now and then a letter
// or digit of a string.
func (d dice) asFile(s string) string {
	var b strings.Builder
	free := strings.HasPrefix(s, `"`) && !strings.Contains(s, `\`) && d.one(12)
	for _, c := range s {
		switch {
		case free && c < 0x7f && c != '"' && d.one(4):
			b.WriteString(`\u` + fourDigits(c))
		case c >= ' ' && c < 0x7f || c >= 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff && c != 0xfffe && c != 0xffff:
			b.WriteRune(c)
		case c < 0x10000:
			b.WriteString(`\u` + fourDigits(c))
		default:
			high, low := utf16.EncodeRune(c)
			b.WriteString(`\u` + fourDigits(high) + `\u` + fourDigits(low))
		}
	}
	return b.String()
}

func fourDigits(c rune) string {
	text := strconv.FormatInt(int64(c), 16)
	return strings.Repeat("0", 4-len(text)) + text
}

// empties returns the JSON Pointers of the values that an example may declare
// elided: null and "".
func (v *sample) empties(at string) []string {
	if v.kind == "scalar" {
		if at != "" && (v.text == "null" || v.text == `""`) {
			return []string{at}
		}
		return nil
	}
	var all []string
	for i, p := range v.parts {
		name := strconv.Itoa(i)
		if v.kind != "list" {
			name = jsonpointer.Escape(v.keys[i])
		}
		all = append(all, p.empties(at+"/"+name)...)
	}
	return all
}
