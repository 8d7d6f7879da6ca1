package redact

import "strings"

// Mask returns a line of text, which need not be JSON, with an asterisk for every
// byte of what looks like a secret, so that a message can show the line. Columns do
// not change.
func Mask(line string) string {
	m := marker{names: make(names)}
	parts := append(m.secrets(line), randomIn(line)...)
	out := []byte(line)
	for _, p := range merge(parts) {
		for i := p.from; i < p.to; i++ {
			out[i] = '*'
		}
	}
	return string(out)
}

// randomIn finds the words of a text that look random and are as long as a token.
func randomIn(text string) []part {
	var all []part
	from := 0
	for from < len(text) {
		to := from
		for to < len(text) && (isAlnum(text[to]) || strings.IndexByte("_-+~", text[to]) >= 0) {
			to++
		}
		if word := text[from:to]; looksRandom(word, minToken) && !isUUID(word) && !isTimestamp(word) {
			all = append(all, part{from: from, to: to, what: Secret})
		}
		from = to + 1
	}
	return all
}
