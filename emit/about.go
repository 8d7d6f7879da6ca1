package emit

import (
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// EventText says what the type of an event is, for its comment: the body of deliveries on
// some topics.
func EventText(e names.Event, topics []string) string {
	text := e.Go + " is the body of a delivery on " + list(topics) + "."
	if e.Struct != nil && !e.Embeds() && e.Struct.About != "" {
		text += " " + Sentence(e.Struct.About)
	}
	return text
}

// list joins names as a sentence does.
func list(names []string) string {
	switch n := len(names); n {
	case 0:
		return "no topic"
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
}

// StructText says what a struct is, for its comment.
func StructText(st *names.Struct) string {
	if st.NotSent {
		return aboutStruct(st) + " Documented, in no delivery so far."
	}
	return aboutStruct(st)
}

func aboutStruct(st *names.Struct) string {
	switch {
	case strings.HasPrefix(st.About, st.Go+" "):
		return Sentence(st.About)
	case st.About != "":
		return st.Go + ": " + Sentence(st.About)
	case st.Path == infer.EnvelopeRoot:
		return st.Go + " is what events share at the root of their bodies."
	case len(st.Places) > 0:
		return st.Go + " is the object at " + either(st.Places) + "."
	}
	return st.Go + " is the object at " + st.Path + "."
}

// mostPlaces is how many places of a type its comment lists.
const mostPlaces = 3

// either joins places in a sentence.
func either(places []string) string {
	if len(places) > mostPlaces {
		return strings.Join(places[:mostPlaces], ", ") + " and elsewhere"
	}
	return list(places)
}

// Sentence returns text with a full stop at its end, unless it ends in punctuation.
func Sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsRune(".!?。", []rune(text)[len([]rune(text))-1]) {
		return text
	}
	return text + "."
}
