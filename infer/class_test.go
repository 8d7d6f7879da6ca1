package infer

import (
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/timetext"
)

// timestamps are texts that are nearly, or just, timestamps.
var timestamps = []string{
	"2024-01-02", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2024-04-31", "2024-13-01", "2024-00-01", "2024-01-00",
	"2024-01-02T03:04:05Z", "2024-01-02T03:04:05", "2024-01-02 03:04:05", "2024-01-02T3:04:05Z", "2024-01-02T24:04:05Z",
	"2024-01-02T03:60:05Z", "2024-01-02T03:04:60Z", "2024-01-02T03:04:05.1Z", "2024-01-02T03:04:05,1Z", "2024-01-02T03:04:05.Z",
	"2024-01-02T03:04:05.1234567890Z", "2024-01-02T03:04:05.123456789+08:00", "2024-01-02T03:04:05+0800", "2024-01-02T03:04:05+08",
	"2024-01-02T03:04:05+24:00", "2024-01-02T03:04:05+25:00", "2024-01-02T03:04:05+08:60", "2024-01-02 03:04:05 +0800",
	"2024-01-02 03:04:05 +08:00", "2024-01-02T03:04:05 +08:00", "2024-01-02 03:04:05 Z", "2024-01-02T03:04:05z", "2024-01-02t03:04:05Z",
	"2024-01-02T03:04", "2024-01-02T", "2024-01-0x", "x024-01-02", "20x4-01-02", "0000-01-01", "2024-1-2", "2024/01/02",
	"2024-01-02T03:04:05-08:00", "2024-01-02T03:04:05+08:00x", "2024-01-02T03:04:05\\x00", "12345678-9", "+024-01-02",
}

func checkTimestamp(t *testing.T, text string) {
	t.Helper()
	if want := timetext.Valid(text); isTimestamp(text) != want {
		t.Errorf("%q: %v, want %v", text, !want, want)
	}
}

// TestIsTimestamp: what is a timestamp is what package payload reads as one.
func TestIsTimestamp(t *testing.T) {
	for _, text := range timestamps {
		checkTimestamp(t, text)
	}
}

func FuzzIsTimestamp(f *testing.F) {
	for _, text := range timestamps {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 0 {
			checkTimestamp(t, text)
		}
	})
}

// TestNumberClasses: the class of a number is the same on the common path and by
// its whole text.
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
