package payload

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// MinorNum returns an amount in minor units, of which there are ten to the power of digits,
// as a number without quotes: 12.34 for 1234 and two digits.
func MinorNum(units int64, digits int) Number {
	text := strconv.FormatInt(units, 10)
	if digits < 0 || digits > maxRat {
		return Number(jsontext.RawValue(text + "e" + strconv.Itoa(-digits)))
	}
	if digits == 0 {
		return Number(jsontext.RawValue(text))
	}
	text, negative := strings.CutPrefix(text, "-")
	text = strings.Repeat("0", max(digits+1-len(text), 0)) + text
	text = text[:len(text)-digits] + "." + text[len(text)-digits:]
	if negative {
		text = "-" + text
	}
	return Number(jsontext.RawValue(text))
}

// RatNum returns the exact value of r as a number without quotes. ok is false for a value
// that decimals do not end, such as 1/3, and for one of more than MaxNumber digits.
func RatNum(r *big.Rat) (n Number, ok bool) {
	digits, exact := r.FloatPrec()
	if !exact || digits > MaxNumber || r.Num().BitLen() > 4*MaxNumber {
		return Number{}, false
	}
	n = Num(r.FloatString(digits))
	return n, n.Valid() && !n.Quoted()
}

// At returns an instant as one of the types of times: a Timestamp in the layout of RFC
// 3339, with as many digits of a second as it takes; or a number without quotes, of which
// fractions of the unit are lost.
func At[T Timestamp | Unix | UnixMilli | UnixMicro](at time.Time) (t T) {
	switch t := any(&t).(type) {
	case *Timestamp:
		if _, offset := at.Zone(); offset%60 != 0 { // the layout has no seconds of a zone
			at = at.UTC()
		}
		*t = Timestamp(at.Format(time.RFC3339Nano))
	case *Unix:
		*t = Unix{Num(at.Unix())}
	case *UnixMilli:
		*t = UnixMilli{Num(at.UnixMilli())}
	case *UnixMicro:
		*t = UnixMicro{Num(at.UnixMicro())}
	}
	return t
}
