// Package timetext reads dates and times in the layouts that platforms write.
package timetext

import (
	"errors"
	"strings"
	"time"
)

// Layouts returns the layouts of package time that Parse reads. Text in capitals at the
// end of one, UTC or GMT, stands for itself. A text may have a small t or z where the
// layout has T and Z.
func Layouts() []string {
	var all []string
	for f := range forms {
		all = append(all, forms[f].layouts()...)
	}
	return all
}

// form is a way to write a date and a time: each layout is one of the starts with one of
// the ends. The usual ones are first.
type form struct{ starts, ends []string }

// The forms that texts are told apart by, before layouts are tried.
const (
	dashes  = iota // 2006-01-02: RFC 3339, ISO 8601, SQL
	slashes        // 2006/01/02
	basic          // 20060102T150405
	mail           // Mon, 2 Jan 2006: RFC 2822, RFC 1123
)

var forms = [...]form{
	dashes: {
		[]string{"2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04"},
		[]string{"Z07:00", "Z0700", "", " Z07:00", " Z0700", " UTC", " GMT", "Z07", " Z07"},
	},
	slashes: {[]string{"2006/01/02 15:04:05.999999999", "2006/01/02 15:04"}, []string{"", " Z0700"}},
	basic:   {[]string{"20060102T150405"}, []string{"Z0700", "Z07:00", ""}},
	mail: {
		[]string{"Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05", "Mon, 2 Jan 2006 15:04", "2 Jan 2006 15:04"},
		[]string{" -0700", " GMT", " UTC"},
	},
}

func (f form) layouts() []string {
	var all []string
	for _, start := range f.starts {
		for _, end := range f.ends {
			all = append(all, start+end)
		}
	}
	if f.starts[0] == forms[dashes].starts[0] {
		all = append(all, time.DateOnly)
	}
	return all
}

// formOf returns the form that a text can have. ok is false if it has none.
func formOf(text string) (f int, ok bool) {
	switch {
	case len(text) < len(time.DateOnly) || len(text) > longest:
		return 0, false
	case text[4] == '-' && text[7] == '-':
		return dashes, true
	case text[4] == '/' && text[7] == '/':
		return slashes, true
	case text[8] == 'T' || text[8] == 't':
		return basic, true
	case text[3] == ',' || text[1] == ' ' || text[2] == ' ':
		return mail, true
	}
	return 0, false
}

// longest is more than the length of the longest text of a layout, which is 36 bytes, or
// 31 and the comment of a mail; a body can hold megabytes.
const longest = 40

// errLayout does not show the text: it may hold anything.
var errLayout = errors.New("the text has none of the known layouts of a date or time")

// Parse returns the instant that text names, as the time in loc where it names no
// time zone. zoned reports whether it names one. Parse fails for a text that has
// none of the layouts.
func Parse(text string, loc *time.Location) (at time.Time, zoned bool, err error) {
	f, ok := formOf(text)
	if !ok {
		return time.Time{}, false, errLayout
	}
	text = large(text, f)
	if f == mail && strings.HasSuffix(text, ")") { // a comment of RFC 2822: +0000 (UTC)
		text, _, _ = strings.Cut(text, " (")
	}
	if f == dashes && len(text) == len(time.DateOnly) {
		if at, err = time.ParseInLocation(time.DateOnly, text, loc); err != nil {
			return time.Time{}, false, errLayout
		}
		return at, false, nil
	}
	for _, start := range forms[f].starts {
		for _, end := range forms[f].ends {
			if at, zoned, ok := parse(start, end, text, loc); ok {
				return at, zoned, nil
			}
		}
	}
	return time.Time{}, false, errLayout
}

// parse reads a text in one layout.
func parse(start, end, text string, loc *time.Location) (at time.Time, zoned, ok bool) {
	if end == " UTC" || end == " GMT" {
		rest, found := strings.CutSuffix(text, end)
		if !found {
			return time.Time{}, false, false
		}
		at, err := time.ParseInLocation(start, rest, time.UTC)
		return at, true, err == nil
	}
	at, err := time.ParseInLocation(start+end, text, loc)
	return at, end != "", err == nil
}

// large returns a text with capital T and Z, as RFC 3339 allows small ones.
func large(text string, f int) string {
	if last := len(text) - 1; f != mail && text[last] == 'z' {
		text = text[:last] + "Z"
	}
	at := len(time.DateOnly)
	if f == basic {
		at = len("20060102")
	}
	if f != mail && len(text) > at && text[at] == 't' {
		text = text[:at] + "T" + text[at+1:]
	}
	return text
}
