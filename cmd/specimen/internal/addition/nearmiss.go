package addition

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// misspelt returns the topic that the name of the new one is most likely a misspelling of, or
// nil. It says nothing of a topic whose payload names it, or has little in common with the
// payloads of the other.
func (a Added) misspelt() *specs.Topic {
	s := a.before
	if s.platform == nil || s.topic(a.Topic) != nil || s.platform.Topic.Member != "" {
		return nil
	}
	names := s.topicNames()
	slices.SortStableFunc(names, func(x, y string) int { return typos(a.Topic, x) - typos(a.Topic, y) })
	for _, name := range names {
		if t := s.topic(name); isSlip(a.Topic, name, names) && !(len(t.Examples) > 0 && apart(objectOf(a.Text), bodies(*t))) {
			return t
		}
	}
	return nil
}

// typos is the number of [diagnostic.Typos], however many there are.
func typos(got, want string) int {
	n, ok := diagnostic.Typos(got, want)
	if !ok {
		n += len(got) + len(want)
	}
	return n
}

// bodies returns the examples of a topic that are objects.
func bodies(t specs.Topic) []object {
	var all []object
	for _, e := range t.Examples {
		if o := objectOf(e.Text); len(o) > 0 {
			all = append(all, o)
		}
	}
	return all
}

// isSlip reports whether a name of a topic looks like a slip of the keys for another one: they
// differ in nothing but the letter case and what parts the words, or in one word. Two words
// that both mean something are no slip, such as opened and reopened, v1 and v2, or two that
// topics of the platform have. Where platforms name a topic after update, they have no other
// one that ends with updated.
func isSlip(got, want string, names []string) bool {
	a, b := words(got), words(want)
	switch {
	case strings.Join(a, "") == strings.Join(b, ""):
		return got != want
	case len(a) != len(b):
		return false
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	known := func(name string) bool { return slices.Contains(words(name), a[i]) }
	return slices.Equal(a[i+1:], b[i+1:]) && isMisspelt(a[i], b[i]) && !slices.ContainsFunc(names, known)
}

// isMisspelt reports whether a word looks like a misspelling of another one. Words of a few
// letters are mostly two words, such as cart and card. So are those that differ in what they
// begin with, such as locked and unlocked, or attached and detached.
func isMisspelt(got, want string) bool {
	const short, prefix = 5, 3
	n, near := diagnostic.Typos(got, want)
	if !near || max(len(got), len(want)) < short || letters(got) == letters(want) {
		return false
	}
	x, y := got, want
	for x != "" && y != "" && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return x != "" && y != "" && (n == 1 || max(len(x), len(y)) > prefix)
}

// letters returns the letters of a word, without digits.
func letters(word string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return c
		}
		return -1
	}, word)
}

// words returns the words of the name of a topic in lower case.
func words(topic string) []string {
	all := ident.Words(topic)
	for i := range all {
		all[i] = strings.ToLower(all[i])
	}
	return all
}

// printMisspelt says that the topic is new, if its name is close to that of another one.
func (a Added) printMisspelt(env cli.Env) {
	t := a.misspelt()
	if t == nil {
		return
	}
	at := func(name string) token.Position { return a.after.platform.At(a.after.topic(name).Ref) }
	say := func(format string, args ...any) {
		fmt.Fprintln(env.Stderr, diagnostic.Printable(fmt.Sprintf(format, args...)))
	}
	say("%s: %s is a new topic, whose name is close to that of %s, at %s", at(a.Topic), a.Topic, t.Name, at(t.Name))
	if a.Source == cli.Shown(cli.Std) {
		say("hint: if it is the same topic, move the example there, and remove %s", a.Topic)
		return
	}
	say("hint: if it is the same topic, remove the lines of %s, and run: specimen add %s %s %s", a.Topic, a.after.name, t.Name, a.Source)
}
