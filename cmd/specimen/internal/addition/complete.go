package addition

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// complete fills in what the user left open, and returns the id of the new example. It
// fails where the user describes something that exists already.
func (x *Payload) complete(s spec) (id string, err error) {
	known := s.files[s.name+"/"+platformYAML] != nil
	if known && (x.Title != "" || !s.begun() && cmp.Or(x.Header, x.Member, x.Batch) != "") {
		return "", cli.UsageError{Message: "the platform exists already", Hint: "--title, --header, --member and --batch are for a new one: edit " + platformYAML}
	}
	if !known {
		x.Title = cmp.Or(x.Title, titleOf(s.name))
	}
	t := s.topic(x.Topic)
	if t == nil {
		if err := x.checkAlias(s); err != nil {
			return "", err
		}
		x.Event = cmp.Or(x.Event, s.eventFor(x.Topic, x.Text))
	} else if err := x.fits(s, *t); err != nil {
		return "", err
	}
	if x.Name == "" {
		x.Name = freeName(t)
	}
	return x.Topic + "#" + x.Name, nil
}

// titleOf returns the title of a platform that nobody gave one.
func titleOf(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// fits fails where the user contradicts a topic that exists.
func (x *Payload) fits(s spec, t specs.Topic) error {
	at := s.platform.At(t.Ref).String()
	if x.About != "" {
		return cli.UsageError{Message: "the topic exists already, at " + at, Hint: "--about is for a new one: edit the file"}
	}
	if x.Event != "" && t.Payload == specs.Documented && x.Event != t.Event {
		return cli.UsageError{Message: fmt.Sprintf("the event of the topic is %s, at %s", t.Event, at), Hint: "leave out --event, or edit the file"}
	}
	for _, e := range t.Examples {
		if e.Name == x.Name {
			return cli.UsageError{Message: fmt.Sprintf("the topic has an example %s, at %s", x.Name, s.platform.At(e.Ref)), Hint: "give the new one another name"}
		}
	}
	if t.Payload == specs.Documented {
		x.Event = t.Event
	}
	x.Event = cmp.Or(x.Event, s.eventFor(x.Topic, x.Text))
	return nil
}

// checkAlias fails where the topic is an alias of another one.
func (x *Payload) checkAlias(s spec) error {
	if s.platform == nil {
		return nil
	}
	for _, t := range s.platform.Topics {
		for _, alias := range t.Aliases {
			if alias.Text == x.Topic {
				return cli.UsageError{Message: fmt.Sprintf("%s is an alias of the topic %s, at %s", x.Topic, t.Name, s.platform.At(alias.Ref)), Hint: "add the payload to that one"}
			}
		}
	}
	return nil
}

// memberWith returns a pointer to the member that holds a topic, or "": the first of
// membersWith.
func memberWith(text, topic string) string {
	for pointer := range membersWith(text, topic) {
		return pointer
	}
	return ""
}

// membersWith returns pointers to the members that hold a topic: those at the root, by name,
// and then those nested ever deeper whose name says so, such as /entry/0/changes/0/field.
func membersWith(text, topic string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var body any
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber() // the topic of a number is its text
		if d.Decode(&body) == nil {
			eachHolding(body, topic, yield)
		}
	}
}

// eachHolding calls yield for the members of a body that membersWith returns, until it returns
// false.
func eachHolding(body any, topic string, yield func(pointer string) bool) {
	type place struct {
		pointer string
		value   any
	}
	for level := []place{{"", body}}; len(level) > 0; {
		var next []place
		for _, p := range level {
			switch v := p.value.(type) {
			case map[string]any:
				for _, name := range slices.Sorted(maps.Keys(v)) {
					pointer := p.pointer + "/" + jsonpointer.Escape(name)
					_, number := v[name].(json.Number)
					says := p.pointer == "" && !number || slices.Contains(topicWords, ident.Last(name))
					if says && (v[name] == topic || number && v[name] == json.Number(topic)) && !yield(pointer) {
						return
					}
					next = append(next, place{pointer, v[name]})
				}
			case []any:
				if len(v) > 0 {
					next = append(next, place{p.pointer + "/0", v[0]})
				}
			}
		}
		level = next
	}
}

// memberOfMost returns a pointer to the member that holds the topic in most payloads, or "".
// In a few, a member may hold the same word by chance.
func memberOfMost(payloads []Payload) string {
	var pointers []string // in the order in which they were found
	held := make(map[string]int)
	for _, x := range payloads {
		for p := range membersWith(x.Text, x.Topic) {
			if held[p]++; held[p] == 1 {
				pointers = append(pointers, p)
			}
		}
	}
	best := ""
	for _, p := range pointers {
		if 2*held[p] > len(payloads) && held[p] > held[best] {
			best = p
		}
	}
	return best
}

// topicWords are the last words of the names of members with a topic, for a topic that is a
// number or not at the root: other members may hold the same by chance.
var topicWords = strings.Fields("event type topic kind field code action trigger")

// freeName returns the name of one more example of a topic.
func freeName(t *specs.Topic) string {
	taken := func(name string) bool {
		return t != nil && slices.ContainsFunc(t.Examples, func(e specs.Example) bool { return e.Name == name })
	}
	name := "example"
	for n := 2; taken(name); n++ {
		name = fmt.Sprintf("example-%d", n)
	}
	return name
}

// fileFor returns the name, in the platform's folder, of the file for a new topic
// of an event: the one with the event's last topic, so that the new one stands
// behind it and moves none of the event's fields; or else the one with topics whose
// names begin with the same part; or else one that is called like that part.
func (s spec) fileFor(topic, event string) string {
	first := parts(topic)
	if len(first) == 0 {
		first = []string{"topics"}
	}
	if s.platform != nil {
		for _, t := range slices.Backward(s.platform.Topics) {
			if t.Event == event {
				return s.fileOf(t)
			}
		}
		for _, t := range slices.Backward(s.platform.Topics) {
			if p := parts(t.Name); len(p) > 0 && p[0] == first[0] {
				return s.fileOf(t)
			}
		}
	}
	name := strings.Map(func(c rune) rune {
		switch c = unicode.ToLower(c); {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '_', c == '-':
			return c
		}
		return -1
	}, first[0])
	return s.portable(cmp.Or(strings.Trim(name, "_-"), "topics"))
}

// portable returns the name of a spec file for a word, which every system can have. Where
// a file has it in another case, it is that one: some systems take them for the same.
func (s spec) portable(word string) string {
	if specs.IsDevice(word) {
		word += "-topics"
	}
	name := s.name + "/" + word + ".yaml"
	if s.files[name] != nil {
		return name
	}
	for _, other := range slices.Sorted(maps.Keys(s.files)) {
		if strings.EqualFold(other, name) {
			return other
		}
	}
	return name
}
