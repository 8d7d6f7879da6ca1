package page

import (
	"regexp"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// learn keeps the signs between the parts of names that headings, labels, terms and bodies
// consist of, so that such a name is known in a line of text.
func (a *attribution) learn(items []item) {
	for _, x := range items {
		if x.payload != nil {
			a.learnBody(x.payload.Text)
		}
	}
	for _, x := range items {
		text := x.text
		switch l, value := labelled(text); {
		case x.payload != nil:
			continue
		case l == topicLabel:
			text = value
		case x.level == 0 && !x.isTerm && !x.names:
			m := codeItem.FindStringSubmatch(text)
			if m == nil || !occasion.MatchString(text) || a.paths[m[1]] {
				continue
			}
			text = m[1]
		}
		if names, ok := namesIn(text, isTopic); ok {
			for _, name := range names {
				a.signs[name[strings.IndexAny(name, "/.:")]] = true
			}
		}
	}
}

// codeItem is an item of a list that begins with a word in code, and says something of it.
var codeItem = regexp.MustCompile("^[-*•+] +\\**`([^`\\s]+)`\\**(?: *[-–—:]| [A-Z(]|$)")

// occasion is what a text about a topic says, and one about a member seldom.
var occasion = regexp.MustCompile(`(?i)\b(sent|when|whenever|triggered|triggers|fires|fired|occurs|emitted|delivered|happens)\b|触发|时推送|送信|전송`)

// learnBody keeps the names in members of a body that are named after topics, and the paths
// of its members as text writes them.
func (a *attribution) learnBody(text string) {
	for pointer, text := range stringsIn(text) {
		if score := topicScore(pointer); score > 0 && isTopic(text) || score > 1 && isCompound(text) {
			a.inBodies[text] = true
		}
	}
	eachMember(text, func(_, pointer string, _ *jsontext.Scanner) {
		const deepest = 4
		if strings.Count(pointer, "/") <= deepest {
			a.paths[strings.ReplaceAll(strings.ReplaceAll(placeOf(pointer)[1:], "/*", ""), "/", ".")] = true
		}
	})
}

// known reports whether a word in a line of text is the name of a topic.
func (a *attribution) known(text string) bool {
	return a.inBodies[text] || isTopic(text) && a.signs[text[strings.IndexAny(text, "/.:")]] && !a.paths[text]
}

// listItem reads an item of a list of topics, which are in code.
func (a *attribution) listItem(x item) bool {
	m := codeItem.FindStringSubmatch(x.text)
	if m == nil || !a.known(m[1]) || !occasion.MatchString(x.text) {
		return false
	}
	a.open(x.at, section{names: []string{m[1]}, level: a.current.level, title: a.current.title})
	_, rest, _ := strings.Cut(x.text, m[1])
	a.set(aboutLabel, strings.TrimLeft(rest, "`*-–—: "))
	a.current = section{level: a.current.level, title: a.current.title}
	a.fresh = false
	return true
}

// topicScore says how much the name of a member says that a topic is in it.
func topicScore(pointer string) int {
	score := 0
	at := strings.LastIndexByte(pointer, '/')
	words := ident.Words(pointer[at+1:])
	for i, w := range words {
		switch strings.ToLower(w) {
		case "topic":
			score += 4
		case "event", "webhook", "hook":
			score += 2
		case "type", "action", "kind", "trigger":
			score++
		case "name", "key", "code":
		case "id", "uuid", "guid", "time", "timestamp", "at", "date", "ts", "url", "uri", "version", "source", "status", "secret", "token", "count", "data", "by", "user":
			if i == len(words)-1 {
				return 0
			}
		}
	}
	if score == 1 && inEvent.MatchString(pointer[:at]) {
		return 3
	}
	return score
}

// inEvent is the path of an object that says something of the event.
var inEvent = regexp.MustCompile(`(?i)^/(event|webhook|hook|trigger)s?$`)

// wordsOf returns the words of a page outside of payloads.
func wordsOf(items []item) map[string]bool {
	all := make(map[string]bool)
	for _, x := range items {
		if x.payload != nil {
			continue
		}
		for word := range strings.FieldsSeq(x.text) {
			if word = strings.Trim(word, "`\"'“”*(),.:;[]"); isTopic(word) || isCompound(word) {
				all[word] = true
			}
		}
	}
	return all
}
