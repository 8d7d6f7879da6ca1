package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs"
)

// complete fills in what the user left open, and returns the id of the new
// example. What was said on something that is there already is an error.
func (x *addition) complete(s spec, text string) (id string, err error) {
	if s.files[s.name+"/"+platformYAML] != nil {
		if cmp.Or(x.title, x.header, x.member) != "" {
			return "", usageError{"the platform is there already", "--title, --header and --member are for a new one: edit " + platformYAML}
		}
	} else {
		x.title = cmp.Or(x.title, strings.ToUpper(x.platform[:1])+x.platform[1:])
		if x.header == "" {
			x.member = cmp.Or(x.member, memberWith(text, x.topic))
		}
	}
	t := s.topic(x.topic)
	if t == nil {
		if err := x.isNoAlias(s); err != nil {
			return "", err
		}
		x.event = cmp.Or(x.event, s.eventFor(x.topic, text))
	} else if err := x.fits(s, *t, text); err != nil {
		return "", err
	}
	if x.name == "" {
		x.name = freeName(t)
	}
	return x.topic + "#" + x.name, nil
}

// fits holds what was said against a topic that is there.
func (x *addition) fits(s spec, t specs.Topic, text string) error {
	at := s.platform.At(t.Ref).String()
	if x.about != "" {
		return usageError{"the topic is there already, at " + at, "--about is for a new one: edit the file"}
	}
	if x.event != "" && t.Payload == specs.Documented && x.event != t.Event {
		return usageError{fmt.Sprintf("the event of the topic is %s, at %s", t.Event, at), "leave out --event, or edit the file"}
	}
	for _, e := range t.Examples {
		if e.Name == x.name {
			return usageError{fmt.Sprintf("the topic has an example %s, at %s", x.name, s.platform.At(e.Ref)), "give the new one another name"}
		}
	}
	if t.Payload == specs.Documented {
		x.event = t.Event
	}
	x.event = cmp.Or(x.event, s.eventFor(x.topic, text))
	return nil
}

// isNoAlias refuses another name of a topic.
func (x *addition) isNoAlias(s spec) error {
	if s.platform == nil {
		return nil
	}
	for _, t := range s.platform.Topics {
		for _, alias := range t.Aliases {
			if alias.Text == x.topic {
				return usageError{fmt.Sprintf("%s is another name of the topic %s, at %s", x.topic, t.Name, s.platform.At(alias.Ref)), "add the payload to that one"}
			}
		}
	}
	return nil
}

// memberWith returns a pointer to the first root member, by name, that is a text
// equal to a topic.
func memberWith(text, topic string) string {
	var members map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &members) != nil {
		return ""
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		var value string
		if json.Unmarshal(members[name], &value) == nil && value == topic {
			return "/" + jsontext.EscapeToken(name)
		}
	}
	return ""
}

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

// parts returns the parts of a topic's name: orders and create of orders/create.
func parts(topic string) []string {
	return strings.FieldsFunc(topic, func(c rune) bool { return strings.ContainsRune("/.:", c) })
}

// eventOf returns the event that a new topic gets: what the parts of its name but
// the last one speak of. The last one is what happens to that. Where every package
// has a type of that name, as of unknown/x, all parts make the name.
func eventOf(topic string) string {
	all := parts(topic)
	name := subjectOf(all[:max(len(all)-1, min(len(all), 1))])
	if isReserved(name) {
		name = subjectOf(all)
	}
	return free(name)
}

// ownEventOf returns the event that a topic does not share: what happens is a part of
// its name.
func ownEventOf(topic string) string {
	all := parts(topic)
	if len(all) < 2 {
		return eventOf(topic)
	}
	last := len(all) - 1
	return free(subjectOf(all[:last]) + names.GoName(all[last]))
}

// isReserved reports whether every package has a type that is called like an event.
func isReserved(event string) bool {
	return slices.Contains(names.Of(names.Spec{}, infer.Model{}).Reserved(), infer.EventPath(event))
}

// free returns a name for an event, with an ending where every package has its type.
func free(name string) string {
	if isReserved(name) {
		return name + "Topic"
	}
	return name
}

// subjectOf returns the name of one of what the parts of a topic's name speak of.
func subjectOf(parts []string) string {
	name := ""
	for _, p := range parts {
		name += names.GoName(p)
	}
	for _, single := range []string{"ss", "us", "is"} {
		if strings.HasSuffix(name, single) {
			return name // Address, Status
		}
	}
	if strings.HasSuffix(name, "s") {
		return names.Singular(name)
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
