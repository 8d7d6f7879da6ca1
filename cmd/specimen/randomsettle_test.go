package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// drop takes back the decisions at some places of the spec, and reports whether
// there were any.
func (s *randomSpec) drop(refs []string) bool {
	done := false
	for _, ref := range refs {
		parts := strings.Split(strings.TrimPrefix(ref, "/"), "/")
		for i := range parts {
			parts[i] = infer.SegmentName(parts[i])
		}
		switch {
		case parts[0] == "envelope":
			done = done || s.envelope != nil
			s.envelope = nil
		case parts[0] == "documented" && len(parts) > 1:
			done = s.dropTable(parts[1:]) || done
		case len(parts) > 1 && s.decisions[parts[0]] != nil:
			_, ok := s.decisions[parts[0]][parts[1]]
			delete(s.decisions[parts[0]], parts[1])
			done = done || ok
		case len(parts) > 4 && parts[4] == "elided":
			k := slices.IndexFunc(s.topics, func(t randomTopic) bool { return t.name == parts[1] })
			i, err := strconv.Atoi(parts[3])
			if k >= 0 && err == nil && s.topics[k].examples[i].elided != nil {
				s.topics[k].examples[i].elided, done = nil, true
			}
		}
	}
	return done
}

// Hints that can be followed, and what they are about.
var (
	nameHint  = regexp.MustCompile(`^add a name under fields: (?s:(.*)): \{name: …, why: …\}$`)
	typeHint  = regexp.MustCompile(`^add a name under types: Name: \{at: \[(?s:(.*))\], why: …\}$`)
	topicHint = regexp.MustCompile(`^add name: … to the topic (?s:(.*)): its constant becomes Topic…$`)
	eventHint = regexp.MustCompile(`^rename the event$`)
)

// obey does what the hints of problems say, or takes back the decisions that they
// are about. It reports whether it could do anything.
func (s *randomSpec) obey(problems []infer.Problem) bool {
	done := false
	for _, x := range problems {
		if x.Warning() {
			continue
		}
		refs := []string{string(x.Where.Ref)}
		for _, w := range x.Also {
			refs = append(refs, string(w.Ref))
		}
		switch m, t := nameHint.FindStringSubmatch(x.Hint()), typeHint.FindStringSubmatch(x.Hint()); {
		case m != nil:
			done = s.name1(m[1]) || done
		case t != nil:
			s.set("types", s.fresh("Type"), "{at: ["+yamlText(t[1])+"], why: it collides}")
			done = true
		case topicHint.MatchString(x.Hint()):
			name := topicHint.FindStringSubmatch(x.Hint())[1]
			k := slices.IndexFunc(s.topics, func(t randomTopic) bool { return t.name == name })
			s.topics[k].lines = append(s.topics[k].lines, "name: "+s.fresh("Name"))
			done = true
		case eventHint.MatchString(x.Hint()):
			done = s.rename(string(x.Where.Ref)) || done
		case strings.Contains(x.Message(), "same cause"):
			done = s.drop(refs) || done // a decision above them is gone
		default:
			slices.SortStableFunc(refs, func(a, b string) int { return cmp.Compare(s.followed(a), s.followed(b)) })
			for _, ref := range refs {
				if s.drop([]string{ref}) {
					done = true
					break
				}
			}
		}
	}
	return done
}

// followed is 1 for a decision that follows a hint, and 0 for the others, which are
// rather dropped.
func (s *randomSpec) followed(ref string) int {
	if parts := strings.Split(ref, "/"); len(parts) > 2 && strings.Contains(s.decisions[parts[1]][infer.SegmentName(parts[2])], "name: NameNo") {
		return 1
	}
	return 0
}

// rename gives another name to the event that a topic names at a place of the spec.
func (s *randomSpec) rename(ref string) bool {
	parts := strings.Split(ref, "/")
	if len(parts) != 4 || parts[1] != "topics" || parts[3] != "event" {
		return false
	}
	k := slices.IndexFunc(s.topics, func(t randomTopic) bool { return t.name == infer.SegmentName(parts[2]) })
	old, fresh := s.topics[k].event, s.fresh("Event")
	for i := range s.topics {
		if s.topics[i].event == old {
			s.topics[i].event = fresh
		}
	}
	return true
}

// name1 gives the member at a path a name of its own.
func (s *randomSpec) name1(path string) bool {
	old, ok := s.decisions["fields"][path]
	switch {
	case !ok:
		old = "{why: because}"
	case strings.Contains(old, "name: "):
		return s.drop([]string{"/fields/" + jsonpointer.Escape(path)})
	}
	s.set("fields", path, "{name: "+s.fresh("Name")+", "+strings.TrimPrefix(old, "{"))
	return true
}

// fresh returns a name that nothing else has.
func (s *randomSpec) fresh(prefix string) string {
	s.names++
	return fmt.Sprintf("%sNo%d", prefix, s.names)
}
