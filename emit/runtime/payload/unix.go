package payload

import (
	"errors"
	"math/big"
	"strconv"
	"time"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/timetext"
)

// Unix, UnixMilli and UnixMicro are times that are sent as numbers, with or without quotes:
// the seconds, milliseconds and microseconds since 1970, and fractions of them. Number has
// the text as it arrived, which may be that of a time too: 2024-01-02T03:04:05Z.
type (
	Unix      struct{ Number }
	UnixMilli struct{ Number }
	UnixMicro struct{ Number }
)

// errUnix does not show the text: it may hold anything.
var errUnix = errors.New("payload: the text is neither a number of a time up to the year 9999 nor that of a Timestamp")

// The digits that a second has in a unit.
const (
	secondDigits = 0
	milliDigits  = 3
	microDigits  = 6
)

// Time returns the instant, of a number in UTC. It fails like that of Timestamp: with
// ErrAbsent where there is no number or text, and with ErrNoZone for a text of a time that
// does not say its zone.
func (u Unix) Time() (time.Time, error) { return instant(u.Number, secondDigits) }

// Time is like that of Unix.
func (u UnixMilli) Time() (time.Time, error) { return instant(u.Number, milliDigits) }

// Time is like that of Unix.
func (u UnixMicro) Time() (time.Time, error) { return instant(u.Number, microDigits) }

// GoString returns the expression that makes the time.
func (u Unix) GoString() string { return goStringOf("Unix", u.Number) }

// GoString returns the expression that makes the time.
func (u UnixMilli) GoString() string { return goStringOf("UnixMilli", u.Number) }

// GoString returns the expression that makes the time.
func (u UnixMicro) GoString() string { return goStringOf("UnixMicro", u.Number) }

func goStringOf(name string, n Number) string {
	if n.IsZero() {
		return "payload." + name + "{}"
	}
	return "payload." + name + "{Number: " + n.GoString() + "}"
}

// instant returns the time that a number, or a text of a time, says.
func instant(n Number, digits int) (time.Time, error) {
	text := n.String()
	switch {
	case text == "":
		return time.Time{}, ErrAbsent
	case !jsontext.IsNumber(text):
		at, zoned, err := timetext.Parse(text, time.UTC)
		switch {
		case err != nil:
			return time.Time{}, errUnix
		case !zoned:
			return time.Time{}, ErrNoZone
		}
		return at, nil
	}
	var at time.Time
	if v, err := strconv.ParseInt(text, 10, 64); err == nil {
		second := powerOfTen(digits)
		at = time.Unix(v/second, v%second*powerOfTen(9-digits))
	} else if value, ok := n.Rat(); ok {
		nanos := value.Mul(value, new(big.Rat).SetInt64(powerOfTen(9-digits)))
		seconds, rest := new(big.Int).DivMod(new(big.Int).Quo(nanos.Num(), nanos.Denom()), big.NewInt(1e9), new(big.Int))
		if !seconds.IsInt64() {
			return time.Time{}, errUnix
		}
		at = time.Unix(seconds.Int64(), rest.Int64())
	} else {
		return time.Time{}, errUnix
	}
	if at = at.UTC(); at.Year() < 0 || at.Year() > 9999 {
		return time.Time{}, errUnix
	}
	return at, nil
}

func powerOfTen(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
