package diagnostic

import (
	"errors"
	"go/token"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/specs/finding"
)

func TestListSort(t *testing.T) {
	var l List
	l.Add(New(finding.UnknownKey, at("b", 1, 1), "", "last", ""))
	l.Add(New(finding.UnknownKey, at("a", 10, 1), "", "third", ""))
	l.Add(New(finding.UnknownKey, at("a", 9, 2), "", "second", ""))
	l.Add(New(finding.UnknownKey, at("a", 9, 2), "", "second", ""))
	l.Add(New(finding.UnknownKey, at("a", 9, 2), "/other", "second", ""))
	l.Add(New(finding.UnknownKey, at("a", 0, 0), "", "of the file", ""))
	l.Sort()
	var got []string
	for _, d := range l {
		got = append(got, strings.TrimSuffix(d.String(), " [unknown-key]"))
	}
	want := "a: of the file\na:9:2: second\na:9:2: /other: second\na:10:1: third\nb:1:1: last"
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestListErr(t *testing.T) {
	var l List
	if err := l.Err(); err != nil {
		t.Errorf("the empty list: %v", err)
	}
	l.Add(New(finding.DeadIgnore, token.Position{}, "", "w", ""))
	if err := l.Err(); err != nil {
		t.Errorf("a warning: %v", err)
	}
	l.Add(New(finding.UnknownKey, at("a", 1, 2), "", "e", ""))
	if err := l.Err(); err == nil || err.Error() != "warning: w [dead-ignore] (and 1 more)" {
		t.Errorf("an error: %v", err)
	}
	if list := (List{}); !errors.As(l.Err(), &list) || len(list) != 2 {
		t.Error("the error is not the list")
	}
}
