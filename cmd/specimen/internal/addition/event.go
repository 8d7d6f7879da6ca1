package addition

import (
	"bytes"
	"encoding/json"
)

// eventFor returns the event of a new topic with a payload: that of eventOf, or, where
// the examples of that event have little in common with the payload, one named after
// all parts of the topic's name.
func (s spec) eventFor(topic, text string) string {
	event := eventOf(topic)
	if own := ownEventOf(topic); own != event && s.isApart(event, text) {
		return own
	}
	return event
}

// isApart reports whether an object has little in common with the examples of an
// event: each side has an object or an array at its root that the other lacks, like a
// push and a fork, or they share less than a quarter of their members.
func (s spec) isApart(event, text string) bool {
	now := rootMembers(text)
	if s.platform == nil || len(now) == 0 {
		return false
	}
	var always map[string]bool // members that every example has, and whether they hold others
	ever := make(map[string]bool)
	for _, t := range s.platform.Topics {
		if t.Event != event {
			continue
		}
		for _, e := range t.Examples {
			members := rootMembers(e.Text)
			if len(members) == 0 {
				return false
			}
			if always == nil {
				always = members
			}
			common := make(map[string]bool)
			for name, holds := range members {
				ever[name] = true
				if before, ok := always[name]; ok {
					common[name] = before && holds
				}
			}
			always = common
		}
	}
	shared, mine, theirs := 0, false, false
	for name, holds := range now {
		if ever[name] {
			shared++
		}
		mine = mine || holds && !ever[name]
	}
	for name, holds := range always {
		if _, ok := now[name]; holds && !ok {
			theirs = true
		}
	}
	least := min(len(now), len(ever))
	return mine && theirs || len(ever) > 0 && least >= fewest && 4*shared < least
}

// fewest is the number of members from which on objects are compared by what they
// share.
const fewest = 4

// rootMembers returns the members of an object, each with whether it is an object or
// an array that is not empty. Other values have none.
func rootMembers(text string) map[string]bool {
	var members map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &members) != nil {
		return nil
	}
	all := make(map[string]bool)
	for name, m := range members {
		all[name] = (m[0] == '{' || m[0] == '[') && len(bytes.TrimSpace(m[1:])) > 1
	}
	return all
}
