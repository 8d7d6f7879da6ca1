package payload

import (
	"errors"
	"time"

	"github.com/specimen-go/specimen/infer/timetext"
)

// Timestamp is the text of a date or a time, as it arrived. A text of another form
// than the examples have is kept as well, and Time fails for it.
type Timestamp string

// ErrNoZone is the error of Timestamp.Time for a text that does not say its time zone.
var ErrNoZone = errors.New("payload: the text of a Timestamp names no time zone: use TimeIn")

// errTimestamp does not show the text: it may hold anything.
var errTimestamp = errors.New("payload: the text of a Timestamp has none of the known layouts")

// Time returns the instant. It fails for a text of another layout, and with ErrNoZone
// for one that does not say its zone, because to take that for UTC would be a guess:
// see TimeIn.
func (t Timestamp) Time() (time.Time, error) {
	at, zoned, err := timetext.Parse(string(t), time.UTC)
	switch {
	case err != nil:
		return time.Time{}, errTimestamp
	case !zoned:
		return time.Time{}, ErrNoZone
	}
	return at, nil
}

// TimeIn is like Time, and takes a text without a zone for the time in loc.
func (t Timestamp) TimeIn(loc *time.Location) (time.Time, error) {
	at, _, err := timetext.Parse(string(t), loc)
	if err != nil {
		return time.Time{}, errTimestamp
	}
	return at, nil
}
