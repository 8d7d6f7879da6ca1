package wire_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// choices makes JSON of the bytes of a fuzzer, each of which is one choice, so
// that hardly any of them is wasted on what is not JSON.
type choices struct {
	bytes []byte
}

// below returns a number below n, 0 when the bytes are used up.
func (c *choices) below(n int) int {
	if len(c.bytes) == 0 {
		return 0
	}
	v := int(c.bytes[0])
	c.bytes = c.bytes[1:]
	return v % n
}

func (c *choices) of(list []string) string { return list[c.below(len(list))] }

// hardScalars are values that fit here and there, and some nowhere. The first
// one ends every object and list of a fuzzer without further choices.
var hardScalars = []string{
	`null`, `true`, `false`, `0`, `1`, `-0`, `5`, `5.0`, `5.50`, `5e0`, `1e400`, `-1.5`, `9223372036854775808`, `1e99999999999`,
	`""`, `"a"`, `"0"`, `"1"`, `"12"`, `"5.0"`, `"12.34 USD"`, `"2024-05-06"`, `"\u0061\n"`, `"\ud800"`, "\"\xff\"", `"null"`,
	`"{}"`, `"{\"sku\":\"a\",\"qty\":2}"`, `"{\"sku\":1,\"sku\":null,\"x\":[]}"`, `"{\"sku\":"`, `"[]"`, `" {\"qty\":\"7\"} "`,
}

var (
	itemNames = append([]string{"new", "", "ID", `\ud800`, `\udfff`, `\u0069d`, "x"}, itemShape.Names...)
	lineNames = []string{"sku", "qty", "new", `\ud800`, `\udfff`, "", "a", "a/b"}
	spaces    = []string{"", "", "", " ", "\n\t"}
)

func (c *choices) object(names []string, depth int) string {
	var members []string
	for range c.below(8) {
		members = append(members, c.of(spaces)+`"`+c.of(names)+`"`+c.of(spaces)+`:`+c.of(spaces)+c.value(depth)+c.of(spaces))
	}
	return "{" + strings.Join(members, ",") + "}"
}

func (c *choices) value(depth int) string {
	if depth > 0 {
		switch c.below(4) {
		case 0:
			return c.object(lineNames, depth-1)
		case 1:
			var items []string
			for range c.below(5) {
				items = append(items, c.of(spaces)+c.value(depth-1)+c.of(spaces))
			}
			return "[" + strings.Join(items, ",") + "]"
		}
	}
	return c.of(hardScalars)
}

// addChoices seeds a fuzz target with choices of some length.
func addChoices(add func([]byte)) {
	for seed := range 40 {
		var b []byte
		for i := range 200 {
			b = append(b, byte((i+1)*(seed+3)*31>>2))
		}
		add(b)
	}
}

// FuzzItemMembers is FuzzItem for texts that are objects, with the names and
// values that matter.
func FuzzItemMembers(f *testing.F) {
	addChoices(func(b []byte) { f.Add(b) })
	f.Fuzz(func(t *testing.T, b []byte) {
		c := choices{bytes: b}
		text := c.object(itemNames, 3)
		_, mismatches := checkRoundTrip(t, text)
		checkPaths(t, text, mismatches)
	})
}

// FuzzItemSet decodes two objects as Items and sets some fields of the one to
// those of the other. They come back from encoding, whatever Extra says.
func FuzzItemSet(f *testing.F) {
	addChoices(func(b []byte) { f.Add(b, uint32(len(b)*12345)) })
	f.Fuzz(func(t *testing.T, b []byte, which uint32) {
		c := choices{bytes: b}
		text, other := c.object(itemNames, 3), c.object(itemNames, 3)
		var v, from, back Item
		for text, item := range map[string]*Item{text: &v, other: &from} {
			if _, err := decodeItem([]byte(text), item); err != nil {
				t.Fatalf("%s: %v", text, err)
			}
		}
		fields, fromFields := reflect.ValueOf(&v).Elem(), reflect.ValueOf(&from).Elem()
		extra := fields.NumField() - 1
		for i := range extra {
			if which>>i&1 != 0 {
				fields.Field(i).Set(fromFields.Field(i))
			}
		}
		encoded := v.AppendJSON(nil)
		if _, err := decodeItem(encoded, &back); err != nil {
			t.Fatalf("%s\nencodes to %s: %v", text, encoded, err)
		}
		for i := range extra {
			got, want := normal(reflect.ValueOf(back).Field(i).Interface()), normal(fields.Field(i).Interface())
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s\nwith %b of %s\nencodes to %s\nwhere %s is %#v, want %#v", text, which, other, encoded,
					fields.Type().Field(i).Name, got, want)
			}
		}
		for name, value := range v.Extra.All() {
			if !strings.Contains(strings.Join(itemShape.Names, " "), name) && !strings.Contains(string(encoded), value.Raw()) {
				t.Errorf("%s\nencodes to %s, without %s", text, encoded, name)
			}
		}
	})
}

// normal gives one form to what is written alike: the zero Number.
func normal(v any) any {
	if n, ok := v.(payload.Number); ok {
		return fmt.Sprint(n.Quoted(), n.String())
	}
	if line, ok := v.(Line); ok {
		return string(line.AppendJSON(nil)) // whose marks of absence are not part of its value
	}
	return v
}
