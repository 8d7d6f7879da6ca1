package addition

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/specs"
)

// parts returns the parts of a topic's name: orders and create of orders/create.
func parts(topic string) []string {
	return strings.FieldsFunc(topic, func(c rune) bool { return strings.ContainsRune("/.:", c) })
}

// actions are words at the end of a topic's name that say what happened to what the
// words before them name.
var actions = strings.Fields(`
	create created creation update updated delete deleted deletion destroy remove removed add added
	change changed edit edited open opened close closed reopened start started end ended
	finish finished complete completed cancel canceled cancelled approved rejected
	archive archived unarchive rename renamed moved release paid sent failed`)

// isActionWord reports whether a word says what happened: one of actions, or a participle.
func isActionWord(word string) bool {
	return slices.Contains(actions, word) || strings.HasSuffix(word, "ed") && len(word) > len("speed") && !strings.HasSuffix(word, "eed")
}

func isNoise(word string) bool { return slices.Contains(noise, word) }

// noise are words at the end of a topic's name that say nothing: Push Hook is a push.
var noise = strings.Fields("hook webhook event notification")

// subject is what a topic's name speaks of, and all that it says.
type subject struct{ short, whole string }

// eventOf returns the event named after what a topic speaks of: Order for
// orders/create, for OrderCreated and for order_created. It leaves out what stands
// before that in the names of all topics, such as zen:event-type in
// zen:event-type:ticket.created, and the name of the platform.
func (s spec) eventOf(topic string) string { return s.subject(topic).short }

// ownEventOf returns the event named after all that the topic's name says: OrderPaid for
// orders/paid.
func (s spec) ownEventOf(topic string) string { return s.subject(topic).whole }

func (s spec) subject(topic string) subject {
	all := s.withoutPrefix(topic)
	if n := len(all); n > 0 {
		all[n-1] = withoutLast(all[n-1], isNoise)
	}
	if len(all) < 2 {
		whole := ""
		for _, p := range all {
			whole = names.GoName(p)
		}
		short := whole
		if len(all) == 1 {
			if before := withoutLast(all[0], isActionWord); before != all[0] {
				short = one(names.GoName(before))
			}
		}
		return subject{free(short), free(whole)}
	}
	last := len(all) - 1
	object, event := subjectOf(all[:last]), names.GoName(all[last])
	x := subject{object, object + event}
	if before := withoutLast(all[last], isActionWord); before != all[last] {
		x.whole = object + names.GoName(before) // what a status_changed of an order shares with its status_set
	}
	if isReserved(x.short) {
		x.short = subjectOf(all)
	}
	return subject{free(x.short), free(x.whole)}
}

// withoutLast returns a name without its last word, if that has a property and is not the
// only one.
func withoutLast(name string, has func(string) bool) string {
	words := ident.Words(name)
	if len(words) < 2 || !has(strings.ToLower(words[len(words)-1])) {
		return name
	}
	return strings.Join(words[:len(words)-1], " ")
}

// commonFrom is the number of topics from which on what stands before all names is left
// out of events.
const commonFrom = 3

// withoutPrefix returns the parts of a topic's name after those that tell it from no
// other topic. Two parts stay at least. Nothing is left out where events of the spec
// have it.
func (s spec) withoutPrefix(topic string) []string {
	all := parts(topic)
	if len(all) > 1 && strings.EqualFold(all[0], s.name) {
		return all[1:]
	}
	first := s.first
	if first == nil {
		first = commonParts(s.topicNames())
	}
	common := min(len(first), max(len(all)-2, 0))
	for common > 0 && !slices.Equal(first[:common], all[:common]) {
		common--
	}
	if common > 0 && s.hasEventWith(subjectOf(all[:common])) {
		return all
	}
	return all[common:]
}

// hasEventWith reports whether an event of the spec begins with a name.
func (s spec) hasEventWith(name string) bool {
	return s.platform != nil && slices.ContainsFunc(s.platform.Topics, func(t specs.Topic) bool { return strings.HasPrefix(t.Event, name) })
}

// commonParts returns the first parts that all names of topics have, without the last two of
// any of them. It is not nil. A few names have none in common.
func commonParts(names []string) []string {
	common := []string{}
	if len(names) < commonFrom {
		return common
	}
	for i, name := range names {
		p := parts(name)
		p = p[:max(len(p)-2, 0)]
		if i == 0 {
			common = append(common, p...)
		}
		n := 0
		for n < min(len(common), len(p)) && common[n] == p[n] {
			n++
		}
		common = common[:n]
	}
	return common
}

// topicNames returns the names of the topics of the spec, and of those to come.
func (s spec) topicNames() []string {
	all := slices.Clone(s.coming)
	if s.platform != nil {
		for _, t := range s.platform.Topics {
			all = append(all, t.Name)
		}
	}
	return all
}

// isReserved reports whether every package declares a type that is named like an event.
func isReserved(event string) bool {
	return slices.Contains(names.Of(names.Spec{}, infer.Model{}).Reserved(), infer.EventPath(event))
}

// free returns the name of an event, with a suffix where the name is reserved.
func free(name string) string {
	if isReserved(name) {
		return name + "Topic"
	}
	return name
}

// subjectOf returns the singular of the parts of a topic's name as a Go name.
func subjectOf(parts []string) string {
	name := ""
	for _, p := range parts {
		name += names.GoName(p)
	}
	return one(name)
}

// one returns the singular of a Go name, which is the name itself where it has none.
func one(name string) string {
	one, _ := names.One(name)
	return one
}
