package payload_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestUnixTime checks the instants of numbers in each unit, with and without quotes.
func TestUnixTime(t *testing.T) {
	const none, absent, noZone = "none", "absent", "no zone"
	for _, c := range []struct{ json, seconds, milli, micro string }{
		{`1698266945`, "2023-10-25T20:49:05Z", "1970-01-20T15:44:26.945Z", "1970-01-01T00:28:18.266945Z"},
		{`"1698266945"`, "2023-10-25T20:49:05Z", "1970-01-20T15:44:26.945Z", "1970-01-01T00:28:18.266945Z"},
		{`1698266945123`, none, "2023-10-25T20:49:05.123Z", "1970-01-20T15:44:26.945123Z"},
		{`1698266945123456`, none, none, "2023-10-25T20:49:05.123456Z"},
		{`"1355517523.000005"`, "2012-12-14T20:38:43.000005Z", "1970-01-16T16:31:57.523000005Z", "1970-01-01T00:22:35.517523Z"},
		{`1521472262.908181`, "2018-03-19T15:11:02.908181Z", "1970-01-18T14:37:52.262908181Z", "1970-01-01T00:25:21.472262908Z"},
		{`1.698266945e9`, "2023-10-25T20:49:05Z", "1970-01-20T15:44:26.945Z", "1970-01-01T00:28:18.266945Z"},
		{`0`, "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
		{`-1`, "1969-12-31T23:59:59Z", "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999999Z"},
		{`-1.5`, "1969-12-31T23:59:58.5Z", "1969-12-31T23:59:59.9985Z", "1969-12-31T23:59:59.9999985Z"},
		{`253402300799`, "9999-12-31T23:59:59Z", "1978-01-11T21:31:40.799Z", "1970-01-03T22:23:22.300799Z"},
		{`253402300800`, none, "1978-01-11T21:31:40.8Z", "1970-01-03T22:23:22.3008Z"},
		{`9223372036854775807`, none, none, none},
		{`99999999999999999999`, none, none, none},
		{`1e999999999`, none, none, none},
		{`"2024-05-06T07:08:09+02:00"`, "2024-05-06T05:08:09Z", "2024-05-06T05:08:09Z", "2024-05-06T05:08:09Z"},
		{`"2024-05-06T07:08:09"`, noZone, noZone, noZone},
		{`"soon"`, none, none, none},
		{`"0017"`, none, none, none},
		{`""`, absent, absent, absent},
		{`null`, absent, absent, absent},
	} {
		var seconds payload.Unix
		var milli payload.UnixMilli
		var micro payload.UnixMicro
		for i, x := range []any{&seconds, &milli, &micro} {
			if err := json.Unmarshal([]byte(c.json), x); err != nil {
				t.Fatal(c.json, err)
			}
			at, err := x.(interface{ Time() (time.Time, error) }).Time()
			got := at.UTC().Format(time.RFC3339Nano)
			switch {
			case errors.Is(err, payload.ErrAbsent):
				got = absent
			case errors.Is(err, payload.ErrNoZone):
				got = noZone
			case err != nil:
				got = none
			case at.Location() == time.Local:
				t.Errorf("%s: the zone is that of the machine", c.json)
			}
			if want := []string{c.seconds, c.milli, c.micro}[i]; got != want {
				t.Errorf("%T of %s: %s, want %s", x, c.json, got, want)
			}
			if text, err := json.Marshal(x); err != nil || string(text) != c.json {
				t.Errorf("%T of %s is encoded as %s, %v", x, c.json, text, err)
			}
		}
	}
}

// TestAtUnix checks the times that a program makes.
func TestAtUnix(t *testing.T) {
	at := time.Date(2024, 5, 6, 7, 8, 9, 123456789, time.UTC)
	for _, c := range []struct {
		made   any
		digits time.Duration
		text   string
	}{
		{payload.At[payload.Unix](at), time.Second, `payload.Unix{Number: payload.Num("1714979289")}`},
		{payload.At[payload.UnixMilli](at), time.Millisecond, `payload.UnixMilli{Number: payload.Num("1714979289123")}`},
		{payload.At[payload.UnixMicro](at), time.Microsecond, `payload.UnixMicro{Number: payload.Num("1714979289123456")}`},
		{payload.Unix{}, 0, `payload.Unix{}`},
	} {
		if got := fmt.Sprintf("%#v", c.made); got != c.text {
			t.Errorf("got %s, want %s", got, c.text)
		}
		if c.digits == 0 {
			continue
		}
		if got, err := c.made.(interface{ Time() (time.Time, error) }).Time(); err != nil || !got.Equal(at.Truncate(c.digits)) {
			t.Errorf("%v: %v, %v", c.made, got, err)
		}
	}
	if !payload.Equal(payload.At[payload.Unix](at), payload.Unix{Number: payload.Num("1714979289.0")}) {
		t.Error("equal times are not equal")
	}
}
