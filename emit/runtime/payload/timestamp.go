package payload

import (
	"errors"
	"time"

	"github.com/specimen-go/specimen/infer/timetext"
)

// Timestamp is the text of a date or a time, as it arrived. Text in another layout is kept
// too; Time fails for it. The text is empty if the member was absent or null, and Extra of its
// struct says which.
type Timestamp string

// The errors of Timestamp.Time and of Base64.Bytes.
var (
	// ErrAbsent is the error for an empty text: the member was absent, null or "". Extra of
	// its struct says which: see Members.Absent.
	ErrAbsent = errors.New("payload: the text is absent, null or empty")

	// ErrNoZone is the error for a text that does not say its time zone.
	ErrNoZone = errors.New("payload: the text of a Timestamp names no time zone: use TimeIn")
)

// errTimestamp does not show the text: it may hold anything.
var errTimestamp = errors.New("payload: the text of a Timestamp has none of the known layouts")

// Time returns the instant. It fails with ErrAbsent for an empty text, and with ErrNoZone
// for one that does not say its zone, because to take that for UTC would be a guess: see
// TimeIn. It also fails for a text of another layout.
func (t Timestamp) Time() (time.Time, error) {
	at, zoned, err := t.in(time.UTC)
	if err == nil && !zoned {
		return time.Time{}, ErrNoZone
	}
	return at, err
}

// TimeIn is like Time, and takes a text without a zone for the time in loc.
func (t Timestamp) TimeIn(loc *time.Location) (time.Time, error) {
	at, _, err := t.in(loc)
	return at, err
}

// in returns the instant, as the time in loc where the text does not say its zone.
func (t Timestamp) in(loc *time.Location) (at time.Time, zoned bool, err error) {
	if t == "" {
		return time.Time{}, false, ErrAbsent
	}
	if at, zoned, err = timetext.Parse(string(t), loc); err != nil {
		return time.Time{}, false, errTimestamp
	}
	return at, zoned, nil
}
