package addition

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs"
)

// complete fills in what the user left open, and returns the id of the new example. It
// fails where the user describes something that exists already.
func (x *Payload) complete(s spec) (id string, err error) {
	if s.files[s.name+"/"+platformYAML] != nil {
		if cmp.Or(x.Title, x.Header, x.Member, x.Batch) != "" {
			return "", cli.UsageError{Message: "the platform exists already", Hint: "--title, --header, --member and --batch are for a new one: edit " + platformYAML}
		}
	} else {
		x.Title = cmp.Or(x.Title, titleOf(s.name))
		if x.Header == "" {
			x.Member = cmp.Or(x.Member, memberWith(x.Text, x.Topic))
		}
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

// memberWith returns a pointer to the member that holds a topic: the first at the root, by
// name, or else the first of those nested least whose name says so, such as
// /entry/0/changes/0/field.
func memberWith(text, topic string) string {
	var body any
	if json.Unmarshal([]byte(text), &body) != nil {
		return ""
	}
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
					pointer := p.pointer + "/" + jsontext.EscapeToken(name)
					if v[name] == topic && (p.pointer == "" || slices.Contains(topicWords, ident.Last(name))) {
						return pointer
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
	return ""
}

// topicWords are the last words of the names of members with a topic that are not at the
// root, where other members may hold the same word by chance.
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
	return s.name + "/" + cmp.Or(strings.Trim(name, "_-"), "topics") + ".yaml"
}
