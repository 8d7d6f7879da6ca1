package payloadtest

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// A flood is a body that takes as much memory or time as its types allow: the same
// few bytes thousands of times, at one place.
type flood struct {
	topic string
	what  string
	steps []step // that lead to the place
	open  string
	item  func(i int) string
	close string
	again bool // all items are one member, of which the last one comes back
}

// step is how a value is nested: the text around it.
type step struct {
	in          reflect.Type
	open, close string
	quoted      bool // the inner value is JSON in a string
}

// floodBytes is the length of a flood: the shortest of which memory is bounded by
// the length.
const floodBytes = payload.MemoryFloor

// body returns the text of a flood of about n bytes.
func (f flood) body(n int) []byte {
	var b strings.Builder
	b.WriteString(f.open)
	for i := 0; i == 0 || b.Len() < n-2*len(f.steps); i++ {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(f.item(i))
	}
	b.WriteString(f.close)
	text := b.String()
	for i := len(f.steps) - 1; i >= 0; i-- {
		s := f.steps[i]
		if text = s.open + text + s.close; s.quoted {
			text = quote(text)
		}
	}
	return []byte(text)
}

// flooder makes the floods of some events. Each Go type is flooded at the first
// place that it is found at.
type flooder struct {
	topic string
	done  map[reflect.Type]bool
	steps []step
	all   []flood
}

// add adds a flood of items at the current place, between two brackets.
func (f *flooder) add(what, brackets string, item func(i int) string) {
	f.all = append(f.all, flood{
		topic: f.topic, what: what, steps: slices.Clone(f.steps), open: brackets[:1], item: item, close: brackets[1:],
	})
}

// again adds a flood of one member, which is there again and again.
func (f *flooder) again(what, member string) {
	f.add(what, "{}", repeated(member))
	inText := slices.ContainsFunc(f.steps, func(s step) bool { return s.quoted }) // every byte is kept
	f.all[len(f.all)-1].again = !inText
}

// repeated returns an item that is always the same.
func repeated(text string) func(int) string { return func(int) string { return text } }

// walk adds the floods of a value of type t, and of those in it.
func (f *flooder) walk(t reflect.Type) {
	t = bare(t)
	if f.nested(t) || f.done[t] {
		return
	}
	f.done[t] = true
	switch {
	case generic(t) == "JSON":
		f.into(step{in: t, quoted: true}, inner(t))
	case generic(t) == "Map":
		for _, text := range []string{least(inner(t)), misfit(inner(t))} {
			f.again("one key, "+text, `"":`+text)
			f.add("many keys, "+text, "{}", func(i int) string { return fmt.Sprintf(`"%d":%s`, i, text) })
		}
		f.into(step{in: t, open: `{"k":`, close: `}`}, inner(t))
	case generic(t) == "ObjectOrList":
		object, list, _ := objectOrList(t)
		f.walk(object)
		f.walk(list)
	case isNumber(t) || t == flagType || t == valueType:
	case t.Kind() == reflect.Slice:
		for _, text := range []string{least(t.Elem()), misfit(t.Elem())} {
			f.add("elements "+text, "[]", repeated(text))
		}
		f.into(step{in: t, open: `[`, close: `]`}, t.Elem())
	case t.Kind() == reflect.Struct:
		f.add("an unknown member", "{}", repeated(`"":0`))
		f.add("unknown members", "{}", func(i int) string { return fmt.Sprintf(`"%d":0`, i) })
		once := make(map[reflect.Type]bool)
		for _, m := range fieldsOf(t).named {
			if key := asWritten(m.name) + ":"; !once[m.typ] {
				once[m.typ] = true
				f.again("a known member, "+least(m.typ), key+least(m.typ))
				f.again("a known member, null", key+"null")
			}
		}
		for _, m := range fieldsOf(t).named {
			f.into(step{in: t, open: `{` + asWritten(m.name) + `:`, close: `}`}, m.typ)
		}
	}
}

// asWritten returns a name as AppendJSON writes it, so that a value that is kept as it came,
// members that are there twice included, gives the same bytes.
func asWritten(name string) string { return string(jsontext.AppendString(nil, name)) }

// into walks on to a value inside of the current one.
func (f *flooder) into(s step, t reflect.Type) {
	f.steps = append(f.steps, s)
	f.walk(t)
	f.steps = f.steps[:len(f.steps)-1]
}

// nested reports whether a value of type t holds the current place. If so, it adds
// a flood of values that hold one another, each with a member that is there three
// times.
func (f *flooder) nested(t reflect.Type) bool {
	for k, s := range f.steps {
		if s.in != t {
			continue
		}
		cycle := f.steps[k:]
		flat := flood{topic: f.topic, what: "nested values", steps: slices.Clone(f.steps), open: `{"x":[`, item: repeated("0"), close: "]}"}
		for len(flat.steps)+len(cycle) < payload.DefaultMaxDepth-2 {
			for _, s := range cycle {
				if s.quoted {
					return true // its text would double with each level
				}
				if key, ok := strings.CutPrefix(s.open, "{"); ok {
					s.open = "{" + key + "null," + key + "null," + key
				}
				flat.steps = append(flat.steps, s)
			}
		}
		f.all = append(f.all, flat)
		return true
	}
	return false
}

// least returns the shortest value that a type is for.
func least(t reflect.Type) string {
	if t = bare(t); generic(t) == "JSON" {
		return quote(least(inner(t)))
	}
	switch kindFor(t) {
	case payload.KindObject:
		return `{}`
	case payload.KindArray:
		return `[]`
	case payload.KindString:
		return `""`
	case payload.KindBoolean:
		return `true`
	}
	return `0`
}

// misfit returns a short value that does not fit a type, unless all do.
func misfit(t reflect.Type) string {
	switch {
	case generic(bare(t)) == "ObjectOrList":
		return `0`
	case kindFor(t) == payload.KindArray:
		return `{}`
	}
	return `[]`
}

// floods returns the floods of all types of the events that the cases are.
func floods(decode Decode, cases []Case) []flood {
	f := flooder{done: make(map[reflect.Type]bool)}
	for _, c := range cases {
		text, err := os.ReadFile(c.File)
		if err != nil {
			continue // as for what does not decode, the test of the case says so
		}
		event, err := decode(c.Topic, text)
		if err != nil {
			continue
		}
		f.topic = c.Topic
		f.walk(variable(event).Type())
	}
	return f.all
}

// flooded checks that floods take no more memory than their length allows, and that
// they are decoded and come back even so. It returns what is wrong. No other test
// may run meanwhile.
func flooded(decode Decode, cases []Case) (problems []string) {
	for _, f := range floods(decode, cases) {
		if problem := f.check(decode); problem != "" {
			problems = append(problems, fmt.Sprintf("%s, %s: %s: %s", f.topic, f.where(), f.what, problem))
		}
	}
	return problems
}

// where returns the steps that lead to a flood, in words.
func (f flood) where() string {
	var b strings.Builder
	for _, s := range f.steps[:min(len(f.steps), 10)] {
		b.WriteString(s.open)
	}
	return b.String()
}

// check decodes and encodes a flood, and returns what is wrong with that, or "".
func (f flood) check(decode Decode) string {
	body := f.body(floodBytes)
	text := bytes.Clone(body)
	var event Event
	var err error
	used := allocated(func() { event, err = decode(f.topic, body) })
	if err != nil {
		return "decoding: " + err.Error()
	}
	// The caller's body does not count.
	const most = payload.MemoryFactor * floodBytes
	if used > most {
		event = nil
		if kept := kept(func() { event, err = decode(f.topic, body) }); kept > most || used > 3*most {
			return fmt.Sprintf("decoding %d bytes allocates %d bytes and keeps %d of them, want %d at most", len(body), used, kept, most)
		}
	}
	if encoded := event.AppendJSON(nil); !bytes.Equal(encoded, text) {
		if f.again {
			text = f.body(0) // one item
		}
		if different := encodes(encoded, made(string(text))); different != "" {
			return "encoding: " + brief(different)
		}
	}
	return ""
}

// allocated returns how many bytes f allocates.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// kept returns how many bytes are still reachable after f than before.
func kept(f func()) int {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	f()
	runtime.GC()
	runtime.ReadMemStats(&after)
	return int(after.HeapAlloc) - int(before.HeapAlloc)
}
