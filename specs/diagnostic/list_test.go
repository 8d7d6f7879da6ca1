package diagnostic

import (
	"errors"
	"strings"
	"testing"
)

func TestListSort(t *testing.T) {
	var l List
	l.Add(Diagnostic{Pos: at("b", 1, 1), Message: "last"})
	l.Add(Diagnostic{Pos: at("a", 10, 1), Message: "third"})
	l.Add(Diagnostic{Pos: at("a", 9, 2), Message: "second"})
	l.Add(Diagnostic{Pos: at("a", 9, 2), Message: "second"})
	l.Add(Diagnostic{Pos: at("a", 9, 2), Message: "second", Path: "/other"})
	l.Add(Diagnostic{Pos: at("a", 0, 0), Message: "of the file"})
	l.Sort()
	var got []string
	for _, d := range l {
		got = append(got, d.String())
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
	l.Add(Diagnostic{Severity: Warning, Message: "w"})
	if err := l.Err(); err != nil {
		t.Errorf("a warning: %v", err)
	}
	l.Add(Diagnostic{Pos: at("a", 1, 2), Message: "e"})
	if err := l.Err(); err == nil || err.Error() != "warning: w (and 1 more)" {
		t.Errorf("an error: %v", err)
	}
	if list := (List{}); !errors.As(l.Err(), &list) || len(list) != 2 {
		t.Error("the error is not the list")
	}
}
