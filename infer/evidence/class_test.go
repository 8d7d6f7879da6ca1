package evidence

import (
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestNumberClasses checks that the fast path finds the same class of a number as the
// whole text does.
func TestNumberClasses(t *testing.T) {
	for text, want := range map[string]Class{
		"0": NumberFlag, "1": NumberFlag, "2": NumberInt, "-1": NumberInt, "10": NumberInt, "-0": NumberMinus,
		"999999999999999999": NumberInt, "9223372036854775807": NumberInt, "-9223372036854775808": NumberInt,
		"9223372036854775808": NumberWide, "123456789012345678901234567890": NumberWide,
		"0.0": NumberWhole, "5.0": NumberWhole, "-5.00": NumberWhole, "5e0": NumberWhole, "50e-1": NumberWhole, "1.5e1": NumberWhole,
		"0.5": NumberReal, "-12.30": NumberReal, "5e-1": NumberReal, "1e99": NumberReal, "1.25e1": NumberReal,
	} {
		w := walker{}
		r := jsontext.NewText("[" + text + "]")
		w.start(&r)
		end, got := w.number(1, new(tally))
		if got != want || end != len(text)+1 || ClassOfNumber(text) != want {
			t.Errorf("%s: class %d, end %d, and class %d by its text, want %d", text, got, end, ClassOfNumber(text), want)
		}
	}
}
