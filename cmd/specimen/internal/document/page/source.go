package page

import (
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// topicMember returns the pointer to the member of bodies that holds their topic: the one
// that most often holds a topic of the section, or else one that is in all bodies and
// whose name says so. It is "" if there is none.
func topicMember(all []*shown) string {
	counts := make(map[string]int)
	named := 0
	for _, s := range all {
		if len(s.names) > 0 {
			named++
		}
		for pointer, text := range stringsIn(s.Text) {
			if slices.Contains(s.names, text) {
				counts[pointer]++
			}
		}
	}
	best := ""
	for _, pointer := range slices.Sorted(maps.Keys(counts)) {
		if counts[pointer] > counts[best] {
			best = pointer
		}
	}
	if best != "" && 2*counts[best] >= named {
		return best
	}
	if named > 0 || len(all) == 0 {
		return ""
	}
	return saysTopic(all)
}

// saysTopic returns the member whose name says that it is a topic, in all bodies.
func saysTopic(all []*shown) string {
	best, most := "", 0
	first := stringsIn(all[0].Text)
	for _, pointer := range slices.Sorted(maps.Keys(first)) {
		score := 0
		for _, w := range ident.Words(pointer[strings.LastIndexByte(pointer, '/')+1:]) {
			switch strings.ToLower(w) {
			case "topic":
				score += 4
			case "event", "webhook", "hook":
				score += 2
			case "type", "action", "kind", "trigger":
				score++
			}
		}
		everywhere := score > 0 && !slices.ContainsFunc(all, func(s *shown) bool {
			text := stringsIn(s.Text)[pointer]
			return !isTopic(text) && !isCompound(text)
		})
		if everywhere && score > most {
			best, most = pointer, score
		}
	}
	return best
}

// stringsIn returns the strings in an object, and in objects in it, by their pointers.
func stringsIn(text string) map[string]string {
	all := make(map[string]string)
	body, _ := parsed(text).(map[string]any)
	for name, value := range body {
		pointer := "/" + jsontext.EscapeToken(name)
		switch v := value.(type) {
		case string:
			all[pointer] = v
		case map[string]any:
			for name, value := range v {
				if text, ok := value.(string); ok {
					all[pointer+"/"+jsontext.EscapeToken(name)] = text
				}
			}
		}
	}
	return all
}

// stringAt returns the string at a pointer of a payload, or "".
func stringAt(text, pointer string) string {
	if pointer == "" {
		return ""
	}
	return stringsIn(text)[pointer]
}
