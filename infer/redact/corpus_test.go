package redact_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/redact"
)

// lists are the files of testdata/corpus. Each line of a file is a payload, in which
// «» enclose what has to be replaced. In a list whose name begins with plain, nothing
// has to be replaced, although it looks like the values of the other list. A ¦ is
// removed: it keeps scanners from taking the text for a leaked secret. In the unseen
// list, § marks secrets, which are replaced by default, and ‹› enclose what has to
// stay.
var lists = []struct{ file, about string }{
	{"secret-members", "secrets that a member's name tells"},
	{"secret-tokens", "tokens that tell who issued them"},
	{"secret-texts", "secrets inside texts"},
	{"secret-shapes", "secrets in header lists, names of members, JSON in strings"},
	{"name", "names"},
	{"mail", "e-mail addresses"},
	{"phone", "telephone numbers"},
	{"address", "addresses"},
	{"card", "card numbers"},
	{"account", "account numbers"},
	{"identity", "identity numbers and birthdays"},
	{"network", "network addresses"},
	{"delivery", "all of these, in deliveries of many kinds"},
	{"unseen", "all of these, in deliveries of platforms not seen before"},
	{"plain-secret", "not a secret"},
	{"plain-name", "not a name"},
	{"plain-mail", "not an e-mail address"},
	{"plain-phone", "not a telephone number"},
	{"plain-address", "not an address"},
	{"plain-card", "not a card number"},
	{"plain-account", "not an account number"},
	{"plain-identity", "not an identity number"},
	{"plain-network", "not a network address"},
	{"plain-unseen", "none of these, in such deliveries"},
}

// TestCorpus checks that the README has the table of what is found in the lists, and
// of what is replaced by mistake.
func TestCorpus(t *testing.T) {
	var table strings.Builder
	table.WriteString("| what | payloads | replaced by default | replaced by `--redact` |\n| --- | --- | --- | --- |\n")
	for _, list := range lists {
		lines := corpus(t, list.file)
		plain := strings.HasPrefix(list.file, "plain-")
		secrets := strings.Contains(list.file, "secret")
		byDefault := "–"
		if secrets {
			byDefault = fmt.Sprint(replacedIn(t, lines, plain, true, redact.Options{}))
		}
		if list.file == "unseen" {
			lines := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return !strings.Contains(line, "§") })
			byDefault = fmt.Sprintf("%d of %d", replacedIn(t, onlySecrets(lines), plain, true, redact.Options{}), len(lines))
		}
		fmt.Fprintf(&table, "| %s | %d | %s | %d |\n",
			list.about, len(lines), byDefault, replacedIn(t, lines, plain, secrets, redact.Options{Personal: true}))
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), table.String()) {
		t.Errorf("README has another table than what was measured:\n%s", &table)
	}
	files, err := filepath.Glob("testdata/corpus/*")
	if err != nil || len(files) != len(lists) {
		t.Errorf("%d files, want %d: %v", len(files), len(lists), err)
	}
}

// replacedIn returns the number of payloads in which everything that is marked is
// replaced, or, for a plain list, anything at all. In the list of things that are not
// secrets, only secrets count.
func replacedIn(t *testing.T, lines []string, plain, secrets bool, o redact.Options) int {
	t.Helper()
	count := 0
	for _, line := range lines {
		line, kept := stays(line)
		text, marked := marks(line)
		result, err := redact.Redact(text, o)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		left := slices.ContainsFunc(marked, func(value string) bool { return strings.Contains(result.Text, value) })
		for _, value := range kept {
			if !strings.Contains(result.Text, value) {
				t.Errorf("%v: %s: %s is not there any more", o.Personal, line, value)
			}
		}
		replaced := !left && slices.ContainsFunc(result.Replaced, func(r redact.Replaced) bool { return !plain || !secrets || r.What == redact.Secret })
		if plain == (len(marked) > 0) {
			t.Errorf("%s: wrong list", line)
		}
		if replaced {
			count++
		}
		if replaced == plain {
			t.Logf("%v: %s became %s", o.Personal, line, result.Text)
		}
		again, err := redact.Redact(result.Text, o)
		if err != nil || again.Text != result.Text {
			t.Errorf("%s became %s, and that %s, %v", line, result.Text, again.Text, err)
		}
	}
	return count
}

// onlySecrets returns the lines in which nothing but secrets is marked.
func onlySecrets(lines []string) []string {
	all := slices.Clone(lines)
	for i, line := range all {
		all[i] = regexp.MustCompile(`«([^§][^»]*)»`).ReplaceAllString(line, "$1")
	}
	return all
}

// stays returns a line without the marks of what has to stay, and the marked texts.
func stays(line string) (unmarked string, kept []string) {
	expr := regexp.MustCompile(`‹([^›]*)›`)
	for _, m := range expr.FindAllStringSubmatch(line, -1) {
		kept = append(kept, m[1])
	}
	return expr.ReplaceAllString(line, "$1"), kept
}

func corpus(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/corpus", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(strings.ReplaceAll(string(data), "¦", "")), "\n")
}

// marks returns a line without its marks, and the marked texts.
func marks(line string) (text string, marked []string) {
	for {
		before, rest, ok := strings.Cut(line, "«")
		text += before
		if !ok {
			return text, marked
		}
		value, after, _ := strings.Cut(rest, "»")
		value = strings.TrimPrefix(value, "§")
		text, marked, line = text+value, append(marked, value), after
	}
}
