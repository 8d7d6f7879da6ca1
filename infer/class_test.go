package infer

import (
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestNumberClasses checks that the fast path finds the same class of a number as the
// whole text does.
func TestNumberClasses(t *testing.T) {
	for text, want := range map[string]class{
		"0": numberFlag, "1": numberFlag, "2": numberInt, "-1": numberInt, "10": numberInt, "-0": numberMinus,
		"999999999999999999": numberInt, "9223372036854775807": numberInt, "-9223372036854775808": numberInt,
		"9223372036854775808": numberWide, "123456789012345678901234567890": numberWide,
		"0.0": numberWhole, "5.0": numberWhole, "-5.00": numberWhole, "5e0": numberWhole, "50e-1": numberWhole, "1.5e1": numberWhole,
		"0.5": numberReal, "-12.30": numberReal, "5e-1": numberReal, "1e99": numberReal, "1.25e1": numberReal,
	} {
		w := walker{}
		r := jsontext.NewText("[" + text + "]")
		w.start(&r)
		end, got := w.number(1, new(tally))
		if got != want || end != len(text)+1 || classOfNumber(text) != want {
			t.Errorf("%s: class %d, end %d, and class %d by its text, want %d", text, got, end, classOfNumber(text), want)
		}
	}
}
