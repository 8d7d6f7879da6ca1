package wire_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer/timetext"
)

// TestTimestamp checks the instant of a text, in UTC, by Time; one without a
// zone has none, and TimeIn reads it in a zone five hours and 45 minutes ahead.
func TestTimestamp(t *testing.T) {
	const (
		noZone = "no zone"
		none   = "none"
		absent = "absent"
	)
	ahead := time.FixedZone("ahead", 5*3600+45*60)
	tests := []struct {
		text payload.Timestamp
		time string
		in   string
	}{
		{"2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"2024-05-06T07:08:09.25Z", "2024-05-06T07:08:09.25Z", "2024-05-06T07:08:09.25Z"},
		{"2024-05-06T07:08:09.123456789+02:00", "2024-05-06T05:08:09.123456789Z", "2024-05-06T05:08:09.123456789Z"},
		{"2024-05-06T07:08:09-11:30", "2024-05-06T18:38:09Z", "2024-05-06T18:38:09Z"},
		{"2024-05-06T07:08:09+0800", "2024-05-05T23:08:09Z", "2024-05-05T23:08:09Z"},
		{"2024-05-06T07:08:09+0000", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"2024-05-06T07:08:09.5-0000", "2024-05-06T07:08:09.5Z", "2024-05-06T07:08:09.5Z"},
		{"2024-05-06 07:08:09+08:00", "2024-05-05T23:08:09Z", "2024-05-05T23:08:09Z"},
		{"2024-05-06 07:08:09Z", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"2024-05-06 07:08:09-0330", "2024-05-06T10:38:09Z", "2024-05-06T10:38:09Z"},
		{"2024-05-06 07:08:09 +08:00", "2024-05-05T23:08:09Z", "2024-05-05T23:08:09Z"},
		{"2024-05-06 07:08:09 +0800", "2024-05-05T23:08:09Z", "2024-05-05T23:08:09Z"},
		{"2024-05-06 07:08:09.123456789 +08:00", "2024-05-05T23:08:09.123456789Z", "2024-05-05T23:08:09.123456789Z"},
		{"2024-05-06T07:08:09", noZone, "2024-05-06T01:23:09Z"},
		{"2024-05-06T07:08:09.5", noZone, "2024-05-06T01:23:09.5Z"},
		{"2024-05-06 07:08:09", noZone, "2024-05-06T01:23:09Z"},
		{"2024-05-06 07:08:09.000001", noZone, "2024-05-06T01:23:09.000001Z"},
		{"2024-05-06", noZone, "2024-05-05T18:15:00Z"},
		{"2024-02-29", noZone, "2024-02-28T18:15:00Z"},
		{"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
		{"0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"},
		{"2024-05-06T07:08:09,5Z", "2024-05-06T07:08:09.5Z", "2024-05-06T07:08:09.5Z"}, // ISO 8601 allows the comma
		{"2024-05-06T07:08", noZone, "2024-05-06T01:23:00Z"},
		{"2024-05-06T07:08Z", "2024-05-06T07:08:00Z", "2024-05-06T07:08:00Z"},
		{"2024-05-06 07:08+02:00", "2024-05-06T05:08:00Z", "2024-05-06T05:08:00Z"},
		{"2024-05-06T07:08:09z", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"2024-05-06t07:08:09Z", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"2013-12-03 17:15:43 UTC", "2013-12-03T17:15:43Z", "2013-12-03T17:15:43Z"},
		{"2013-12-03 17:15:43.5 GMT", "2013-12-03T17:15:43.5Z", "2013-12-03T17:15:43.5Z"},
		{"2024-05-06T07:08:09 UTC", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"2024-05-06 07:08:09+00", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"2024-05-06 07:08:09.25-03", "2024-05-06T10:08:09.25Z", "2024-05-06T10:08:09.25Z"},
		{"20240506T070809Z", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"20240506T070809", noZone, "2024-05-06T01:23:09Z"},
		{"2024/05/06 07:08:09", noZone, "2024-05-06T01:23:09Z"},
		{"2024/05/06 07:08:09 +0800", "2024-05-05T23:08:09Z", "2024-05-05T23:08:09Z"},
		{"Mon, 06 May 2024 07:08:09 GMT", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
		{"Mon, 5 Dec 2016 18:40:08 -0800", "2016-12-06T02:40:08Z", "2016-12-06T02:40:08Z"},
		{"5 Dec 2016 18:40 +0000", "2016-12-05T18:40:00Z", "2016-12-05T18:40:00Z"},
		{"Mon, 5 Dec 2016 18:40:08 -0800 (PST)", "2016-12-06T02:40:08Z", "2016-12-06T02:40:08Z"},
		{"2024-05-06T07:08:09 PST", none, none}, // which of several zones
		{"Mon, 06 May 2024 07:08:09 PST", none, none},
		{"Mon, 06 May 2024 07:08:09", none, none},
		{"05/06/2024 07:08:09", none, none},
		{"20240506", none, none},
		{"", absent, absent},
		{" 2024-05-06", none, none},
		{"2024-05-06 ", none, none},
		{"2024-05-06T", none, none},
		{"2024-05-06T07:08:09 Z Z", none, none},
		{"2024-05-06 07:08:09 xxxx", none, none},
		{"2024-05-06T07:08:60Z", none, none},
		{"2024-05-06T24:00:00Z", none, none},
		{"2023-02-29", none, none},
		{"0000-00-00", none, none},
		{"0000-00-00 00:00:00", none, none},
		{"10000-01-01T00:00:00Z", none, none},
		{"24-05-06", none, none},
		{"06.05.2024", none, none},
		{"1714979289", none, none},
		{"2024-05-06T07:08:09." + payload.Timestamp(strings.Repeat("0", 1<<20)), none, none},
	}
	show := func(at time.Time, err error) string {
		switch {
		case errors.Is(err, payload.ErrNoZone):
			return noZone
		case errors.Is(err, payload.ErrAbsent):
			return absent
		case err != nil:
			return none
		}
		return at.UTC().Format(time.RFC3339Nano)
	}
	for _, test := range tests {
		if got := show(test.text.Time()); got != test.time {
			t.Errorf("Time of %.40q: %s, want %s", test.text, got, test.time)
		}
		if got := show(test.text.TimeIn(ahead)); got != test.in {
			t.Errorf("TimeIn of %.40q: %s, want %s", test.text, got, test.in)
		}
	}
}

// TestTimestampLayouts checks of every layout that its own text is read, and
// that Time refuses exactly those that say no zone.
func TestTimestampLayouts(t *testing.T) {
	at := time.Date(2024, 5, 6, 7, 8, 9, 120_000_000, time.FixedZone("", -3*3600))
	for _, layout := range timetext.Layouts() {
		text := payload.Timestamp(at.Format(layout))
		want := at
		switch {
		case layout == time.DateOnly:
			want = time.Date(2024, 5, 6, 0, 0, 0, 0, at.Location())
		case !strings.Contains(layout, ":05") && strings.Contains(layout, ":04"):
			want = want.Truncate(time.Minute)
		case !strings.Contains(layout, ".9"):
			want = want.Truncate(time.Second)
		}
		utc := strings.HasSuffix(layout, " UTC") || strings.HasSuffix(layout, " GMT")
		if utc { // the text says it
			want = want.Add(-3 * time.Hour)
		}
		if got, err := text.TimeIn(at.Location()); err != nil || !got.Equal(want) {
			t.Errorf("TimeIn of %q: %v %v, want %v", text, got, err, want)
		}
		got, err := text.Time()
		if utc || strings.Contains(string(text), "-03") {
			if err != nil || !got.Equal(want) {
				t.Errorf("Time of %q: %v %v, want %v", text, got, err, want)
			}
		} else if !errors.Is(err, payload.ErrNoZone) || !got.IsZero() {
			t.Errorf("Time of %q: %v %v, want ErrNoZone", text, got, err)
		}
	}
}

// TestTimestampLocal checks that no result depends on the machine's zone.
func TestTimestampLocal(t *testing.T) {
	at, err := payload.Timestamp("2024-05-06T07:08:09+05:45").Time()
	if err != nil {
		t.Fatal(err)
	}
	if name, offset := at.Zone(); at.Location() == time.Local || name != "" || offset != 5*3600+45*60 {
		t.Errorf("zone %q %d of %v", name, offset, at.Location())
	}
}

func TestTimestampErrorsShowNothing(t *testing.T) {
	_, err := payload.Timestamp("sk_live_1").Time()
	if err == nil || strings.Contains(err.Error(), "sk_live_1") {
		t.Errorf("error %v", err)
	}
}

func TestReadTimestamp(t *testing.T) {
	tests := []struct {
		text string
		want payload.Timestamp
		outcome
	}{
		{`"2024-05-06"`, "2024-05-06", outcome{true, ""}},
		{`"2024-05-06 xxxx"`, "2024-05-06 xxxx", outcome{true, ""}},
		{`""`, "", outcome{true, ""}},
		{`1714979289`, "1714979289", outcome{false, "string<number"}},
		{`false`, "false", outcome{false, "string<boolean"}},
		{`null`, "", outcome{false, ""}},
		{`{}`, "", outcome{false, "string<object"}},
	}
	for _, test := range tests {
		got, out := readValue(t, test.text, payload.Timestamp("before"), (*wire.Reader).Timestamp)
		if got != test.want || out != test.outcome {
			t.Errorf("Timestamp of %s: %q %+v, want %q %+v", test.text, got, out, test.want, test.outcome)
		}
		if out.exact && textOf(wire.AppendTimestamp, got) != test.text {
			t.Errorf("Timestamp of %s is written %s", test.text, textOf(wire.AppendTimestamp, got))
		}
	}
}
