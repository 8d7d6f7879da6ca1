package wire_test

import (
	"math"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// digits is a number far beyond MaxNumber.
var digits = strings.Repeat("9", 1<<20)

// outcome is what reading one value came to, besides the variable: whether it
// was exact and which mismatch was found, as "want<got".
type outcome struct {
	exact    bool
	mismatch string
}

// readValue decodes a text that holds one value into a variable that held before.
func readValue[T comparable](t *testing.T, text string, before T, read func(*wire.Reader, int, *T, string) int) (T, outcome) {
	t.Helper()
	r, p := reader(" "+text), before
	out := outcomeOf(t, &r, readAt(&r, &p, read))
	return p, out
}

// outcomeOf ends the reading of a text that holds one value.
func outcomeOf(t *testing.T, r *cursor, exact bool) outcome {
	t.Helper()
	if err := r.Done(); err != nil {
		t.Errorf("reading %.80q: %v", r.Body(), err)
	}
	out := outcome{exact: exact}
	for _, m := range r.Mismatches() {
		out.mismatch += m.Want.String() + "<" + m.Got.String()
	}
	return out
}

func TestInt(t *testing.T) {
	const misfit = "integer<number"
	tests := []struct {
		text string
		want int64
		outcome
	}{
		{`0`, 0, outcome{true, ""}},
		{`-1`, -1, outcome{true, ""}},
		{`9223372036854775807`, math.MaxInt64, outcome{true, ""}},
		{`-9223372036854775808`, math.MinInt64, outcome{true, ""}},
		{`9223372036854775808`, 0, outcome{false, misfit}},
		{`-9223372036854775809`, 0, outcome{false, misfit}},
		{`18446744073709551616`, 0, outcome{false, misfit}},
		{`-0`, 0, outcome{false, ""}},
		{`5.0`, 5, outcome{false, ""}},
		{`-5.00`, -5, outcome{false, ""}},
		{`5e0`, 5, outcome{false, ""}},
		{`50e-1`, 5, outcome{false, ""}},
		{`0.5E+1`, 5, outcome{false, ""}},
		{`1e18`, 1e18, outcome{false, ""}},
		{`1e19`, 0, outcome{false, misfit}},
		{`9.223372036854775807e18`, math.MaxInt64, outcome{false, ""}},
		{`-9223372036854775808.000`, math.MinInt64, outcome{false, ""}},
		{`9223372036854775808.0`, 0, outcome{false, misfit}},
		{`0e99999999999999999999`, 0, outcome{false, ""}},
		{`0.0000000000000000000005e22`, 5, outcome{false, ""}},
		{`-0.000`, 0, outcome{false, ""}},
		{`5.5`, 0, outcome{false, misfit}},
		{`5e-1`, 0, outcome{false, misfit}},
		{`1e400`, 0, outcome{false, misfit}},
		{`1e-400`, 0, outcome{false, misfit}},
		{`1e99999999999999999999`, 0, outcome{false, misfit}},
		{`1e-99999999999999999999`, 0, outcome{false, misfit}},
		{`1` + strings.Repeat("0", 994) + `e-994`, 1, outcome{false, ""}},
		{`1` + strings.Repeat("0", 995) + `e-995`, 0, outcome{false, misfit}},
		{digits, 0, outcome{false, misfit}},
		{`"12"`, 12, outcome{false, "integer<string"}},
		{`"-12"`, -12, outcome{false, "integer<string"}},
		{`"9223372036854775807"`, math.MaxInt64, outcome{false, "integer<string"}},
		{`"9223372036854775808"`, 0, outcome{false, "integer<string"}},
		{`"\u0031"`, 1, outcome{false, "integer<string"}},
		{`"12.0"`, 0, outcome{false, "integer<string"}},
		{`"012"`, 0, outcome{false, "integer<string"}},
		{`"+12"`, 0, outcome{false, "integer<string"}},
		{`" 12"`, 0, outcome{false, "integer<string"}},
		{`"-0"`, 0, outcome{false, "integer<string"}},
		{`""`, 0, outcome{false, "integer<string"}},
		{`"` + digits + `"`, 0, outcome{false, "integer<string"}},
		{`true`, 0, outcome{false, "integer<boolean"}},
		{`[1]`, 0, outcome{false, "integer<array"}},
		{`{"a":1}`, 0, outcome{false, "integer<object"}},
		{`null`, 0, outcome{false, ""}},
	}
	for _, test := range tests {
		got, out := readValue(t, test.text, int64(77), (*wire.Reader).Int)
		if got != test.want || out != test.outcome {
			t.Errorf("Int of %.40q: %d %+v, want %d %+v", test.text, got, out, test.want, test.outcome)
		}
	}
}

func TestFloat(t *testing.T) {
	const misfit = "number<number"
	tests := []struct {
		text string
		want float64
		outcome
	}{
		{`0`, 0, outcome{true, ""}},
		{`12.5`, 12.5, outcome{true, ""}},
		{`-0`, math.Copysign(0, -1), outcome{true, ""}},
		{`1e21`, 1e21, outcome{false, ""}},
		{`1e+21`, 1e21, outcome{true, ""}},
		{`1e-7`, 1e-7, outcome{true, ""}},
		{`12.50`, 12.5, outcome{false, ""}},
		{`1E2`, 100, outcome{false, ""}},
		{`0.1000000000000000055511151231257827`, 0.1, outcome{false, ""}},
		{`9007199254740993`, 9007199254740992, outcome{false, ""}},
		{`1.7976931348623157e+308`, math.MaxFloat64, outcome{true, ""}},
		{`1e309`, 0, outcome{false, misfit}},
		{`-1e400`, 0, outcome{false, misfit}},
		{`1e-400`, 0, outcome{false, ""}},
		{digits, 0, outcome{false, misfit}},
		{`"12.50"`, 12.5, outcome{false, "number<string"}},
		{`"1e2"`, 100, outcome{false, "number<string"}},
		{`"0x10"`, 0, outcome{false, "number<string"}},
		{`"1_0"`, 0, outcome{false, "number<string"}},
		{`"NaN"`, 0, outcome{false, "number<string"}},
		{`"Inf"`, 0, outcome{false, "number<string"}},
		{`""`, 0, outcome{false, "number<string"}},
		{`false`, 0, outcome{false, "number<boolean"}},
		{`{}`, 0, outcome{false, "number<object"}},
		{`null`, 0, outcome{false, ""}},
	}
	for _, test := range tests {
		got, out := readValue(t, test.text, 77.0, (*wire.Reader).Float)
		same := math.Float64bits(got) == math.Float64bits(test.want)
		if !same || out != test.outcome {
			t.Errorf("Float of %.40q: %v %+v, want %v %+v", test.text, got, out, test.want, test.outcome)
		}
	}
}

func TestBool(t *testing.T) {
	tests := []struct {
		text string
		want bool
		outcome
	}{
		{`true`, true, outcome{true, ""}},
		{`false`, false, outcome{true, ""}},
		{`null`, false, outcome{false, ""}},
		{`1`, false, outcome{false, "boolean<number"}},
		{`"true"`, false, outcome{false, "boolean<string"}},
		{`[true]`, false, outcome{false, "boolean<array"}},
	}
	for _, test := range tests {
		got, out := readValue(t, test.text, true, (*wire.Reader).Bool)
		if got != test.want || out != test.outcome {
			t.Errorf("Bool of %s: %t %+v, want %t %+v", test.text, got, out, test.want, test.outcome)
		}
	}
}
