package emit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Routing returns the problems of DecodeBody with the examples: bodies without a topic
// at Platform.Member, or with another topic than their own.
//
// A body has its topic there, an alias of it, or what the topic says its bodies have,
// which may be nothing.
func Routing(p Platform) []infer.Problem {
	if p.Member == "" {
		return nil
	}
	topics := make(map[string]Topic)
	for _, t := range p.Topics {
		topics[t.Name] = t
	}
	var problems []infer.Problem
	none := true
	shown := make(map[string]bool) // topics with examples
	said := make(map[string]bool)  // topics with a body as Says and Nameless have it
	for _, x := range p.Examples {
		t, name := topics[x.Topic], named(x.Text, jsonpointer.Tokens(p.Member))
		none = none && name == "" && !t.Nameless
		shown[t.Name] = true
		switch {
		case p.isBatch(x.Text):
			problems = append(problems, infer.Problem{
				Cause: infer.Say(finding.WholeBatch, "the example is a whole body, with its events at "+p.Batch, "an example is one event: specimen add --each adds each of them"),
				Where: infer.Where{Example: x.ID}, Path: p.Member,
			})
			none = false
		case name == t.Name || slices.Contains(t.Aliases, name):
		case name != "" && name == t.Says, name == "" && t.Nameless:
			said[t.Name] = true
		default:
			problems = append(problems, misrouted(p, x, t, name, topics))
		}
	}
	if none && len(problems) > 0 {
		return []infer.Problem{{
			Cause: infer.Say(finding.TopicNotFound, "no example names its topic at "+p.Member, p.didYouMean()), Where: infer.Where{Ref: p.MemberRef},
		}}
	}
	for _, t := range p.Topics {
		if !shown[t.Name] || said[t.Name] || t.Says == "" && !t.Nameless {
			continue
		}
		message := "no example of the topic names " + strconv.Quote(t.Says)
		if t.Nameless {
			message = "every example of the topic names one"
		}
		problems = append(problems, infer.Problem{
			Cause: infer.Say(finding.DeadSays, message, `remove "says"`), Where: infer.Where{Ref: t.Ref + "/says"}, Path: t.Name,
		})
	}
	return problems
}

// misrouted returns the problem of an example of t whose body has the wrong topic, or
// none.
func misrouted(p Platform, x Example, t Topic, name string, topics map[string]Topic) infer.Problem {
	offset, found := locate(x.Text, jsonpointer.Tokens(p.Member))
	rule, message, hint := finding.OtherTopic, "", ""
	other, known := topics[name]
	switch {
	case known:
		message = fmt.Sprintf("the body names the topic %s, not %s", strconv.Quote(other.Name), strconv.Quote(t.Name))
		hint = fmt.Sprintf("put the payload under %s; or, if bodies of %s do name that, record it there with says: {topic: %s, why: …}", strconv.Quote(other.Name), strconv.Quote(t.Name), other.Name)
	case name != "":
		message = "the body names a topic that is neither " + strconv.Quote(t.Name) + " nor any other of the spec"
		hint = "if that is another name of the topic, add it to its aliases"
	default:
		rule = finding.TopicNotFound
		message = "the body does not name its topic: it has no " + p.Member
		if found {
			message = "the body does not name its topic here: expected a string"
		}
		hint = "if no body of the topic names it, record that with says: {nothing: true, why: …}"
	}
	return infer.Problem{Cause: infer.Say(rule, message, hint), Where: infer.Where{Example: x.ID, Offset: offset}, Path: p.Member}
}

// isBatch reports whether a text has events at Platform.Batch.
func (p Platform) isBatch(text string) bool {
	return p.Batch != "" && jsontext.Parts(text, jsonpointer.Tokens(p.Batch), func(string) bool { return true })
}

// didYouMean returns a hint at where most bodies have their topic.
func (p Platform) didYouMean() string {
	counts := make(map[string]int)
	best := ""
	for _, x := range p.Examples {
		for _, t := range p.Topics {
			if t.Name != x.Topic {
				continue
			}
			v, err := jsontext.ParseValue(strings.TrimSpace(x.Text))
			if err != nil {
				continue
			}
			for _, pointer := range texts(v, "", append([]string{t.Name}, t.Aliases...)) {
				counts[pointer]++
				if n := counts[pointer]; best == "" || n > counts[best] || n == counts[best] && pointer < best {
					best = pointer
				}
			}
		}
	}
	if best == "" {
		return "name the member of the bodies that names the topic, or the header of the deliveries"
	}
	return "did you mean " + best + "?"
}

// texts returns JSON Pointers to the strings and numbers in v that are among some texts.
func texts(v jsontext.Value, pointer string, among []string) []string {
	text, ok := v.Text()
	if v.Kind() == jsontext.KindNumber {
		text, ok = v.Raw(), true
	}
	if ok && slices.Contains(among, text) {
		return []string{pointer}
	}
	var found []string
	for name, m := range v.Members() {
		found = append(found, texts(m, pointer+"/"+jsonpointer.Escape(name), among)...)
	}
	k := 0
	for e := range v.Items() {
		found = append(found, texts(e, pointer+"/"+strconv.Itoa(k), among)...)
		k++
	}
	return found
}

// locate returns the offset of the value at the reference tokens of a JSON Pointer. If
// there is none, it returns that of the innermost value on the way, and false.
func locate(text string, tokens []string) (offset int, found bool) {
	r := jsontext.NewScanner(text)
	found = r.Find(tokens...)
	return r.Offset(), found
}

// routes reports whether a body has a topic at Platform.Member.
func (p Platform) routes(text string) bool {
	return p.Member != "" && named(text, jsonpointer.Tokens(p.Member)) != ""
}

// named returns the topic that DecodeBody finds in an example, or "".
func named(text string, path []string) string {
	r := jsontext.NewScanner(text)
	if !r.Find(path...) {
		return ""
	}
	if r.Kind() == jsontext.KindNumber {
		return r.Raw()
	}
	name, _ := r.String()
	return name
}
