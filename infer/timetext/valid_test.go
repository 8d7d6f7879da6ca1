package timetext

import (
	"testing"
	"time"
)

// timestamps are texts that have a layout, or nearly have one.
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

func checkValid(t *testing.T, text string) {
	t.Helper()
	if _, _, err := Parse(text, time.UTC); Valid(text) != (err == nil) {
		t.Errorf("%q: valid %t, and Parse returns %v", text, Valid(text), err)
	}
}

// TestValid checks that Valid agrees with Parse.
func TestValid(t *testing.T) {
	for _, text := range timestamps {
		checkValid(t, text)
	}
}

func FuzzValid(f *testing.F) {
	for _, text := range timestamps {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkValid(t, text)
	})
}
