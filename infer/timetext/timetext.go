// Package timetext reads dates and times in the layouts that platforms write.
package timetext

import (
	"errors"
	"strings"
	"time"
)

// Layouts returns the layouts of package time that Parse reads, in the order in
// which it tries them.
func Layouts() []string {
	return []string{
		"2006-01-02T15:04:05.999999999Z07:00", // RFC 3339, with a fraction or without
		"2006-01-02T15:04:05.999999999Z0700",
		"2006-01-02T15:04:05.999999999",
		"2006-01-02 15:04:05.999999999Z07:00",
		"2006-01-02 15:04:05.999999999Z0700",
		"2006-01-02 15:04:05.999999999 Z07:00",
		"2006-01-02 15:04:05.999999999 Z0700",
		"2006-01-02 15:04:05.999999999",
		"2006-01-02",
	}
}

// errLayout does not show the text: it may hold anything.
var errLayout = errors.New("the text has none of the known layouts of a date or time")

// Parse returns the instant that text names, as the time in loc where it names no
// time zone. zoned reports whether it names one. Parse fails for a text that has
// none of the layouts.
func Parse(text string, loc *time.Location) (at time.Time, zoned bool, err error) {
	// The longest text of a layout is 36 bytes; a body can hold megabytes.
	if len(text) > 40 {
		return time.Time{}, false, errLayout
	}
	for _, layout := range Layouts() {
		if at, err := time.ParseInLocation(layout, text, loc); err == nil {
			return at, strings.Contains(layout, "Z07"), nil
		}
	}
	return time.Time{}, false, errLayout
}
