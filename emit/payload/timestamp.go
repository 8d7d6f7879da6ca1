package payload

import (
	"errors"
	"strings"
	"time"
)

// Timestamp is the text of a date or a time, as it arrived. Nothing is lost
// when a text has another form than the examples: it is kept, and Time says
// that it cannot be read.
type Timestamp string

// Layouts returns the layouts of package time that Timestamp.Time reads, in
// the order in which it tries them.
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

// errTimestamp does not show the text: it may hold anything.
var errTimestamp = errors.New("payload: the text of a Timestamp has none of the known layouts")

// ErrNoZone is what Timestamp.Time returns for a text that does not say its
// time zone.
var ErrNoZone = errors.New("payload: the text of a Timestamp names no time zone: use TimeIn")

// Time returns the instant. It fails for a text of another layout, and with
// ErrNoZone for one that does not say its zone, because to take that for UTC
// would be a guess: see TimeIn.
func (t Timestamp) Time() (time.Time, error) {
	at, zoned, err := t.parse(time.UTC)
	if err == nil && !zoned {
		return time.Time{}, ErrNoZone
	}
	return at, err
}

// TimeIn is like Time, and reads a text without a zone as the time in loc.
func (t Timestamp) TimeIn(loc *time.Location) (time.Time, error) {
	at, _, err := t.parse(loc)
	return at, err
}

// parse is TimeIn, and reports whether the text says its zone.
func (t Timestamp) parse(loc *time.Location) (at time.Time, zoned bool, err error) {
	// The longest text of a layout is 36 bytes; a body can hold megabytes.
	if len(t) > 40 {
		return time.Time{}, false, errTimestamp
	}
	for _, layout := range Layouts() {
		if at, err := time.ParseInLocation(layout, string(t), loc); err == nil {
			return at, strings.Contains(layout, "Z07"), nil
		}
	}
	return time.Time{}, false, errTimestamp
}

// Timestamp reads a string. A number or a boolean is taken by its text, which is
// a mismatch.
func (r *Reader) Timestamp(p *Timestamp) bool { return r.String((*string)(p)) }
