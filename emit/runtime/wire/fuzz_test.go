package wire_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// addTexts seeds a fuzz target with texts that are JSON, or nearly.
func addTexts(f *testing.F) {
	for _, text := range []string{
		sampleText, likeItem, ``, ` `, `x`, `nul`, `[1,]`, `{"a":1,}`, `{"a" 1}`, `{"id":"\ud800"}`, "{\"id\":\"\xff\"}", `[01]`, `1e400`, `"\u12g4"`, `{} {}`,
	} {
		f.Add([]byte(text))
	}
}

// FuzzString compares the reading of a string with encoding/json, and exact
// with a count of what it put in place of what it could not read.
func FuzzString(f *testing.F) {
	for _, s := range []string{
		``, `plain`, `\"\\\/\b\f\n\r\t`, `\u00e9\ud83d\ude00`, `\ud800`, `\udc00\ud800`, `\ud800\n`, `\ud800\ud800\udc00`,
		`\ufffd\uFFFD\\ufffd`, "\xff", "\xed\xa0\x80", "\xf4\xbf\xbf\xbf", "\ufffd", "0123456\\n0123456é01234567", `\u12g4`, `\x`, "a\nb", `\`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, inside string) {
		text := `"` + inside + `"`
		var got, want string
		r := reader(text)
		exact := r.String(&got)
		err := json.Unmarshal([]byte(text), &want)
		if (err == nil) != (r.Done() == nil) {
			t.Fatalf("%q: %v, encoding/json: %v", text, r.Done(), err)
		}
		if err != nil {
			return
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
		if want := strings.Count(got, "\ufffd") == replacements(inside); exact != want {
			t.Errorf("%q is read as %q with exact %t, want %t", text, got, exact, want)
		}
		if r.Mismatches() != nil {
			t.Errorf("%q has mismatches: %v", text, r.Mismatches())
		}
		var v payload.Number
		r = reader(text)
		if r.Number(&v); v.String() != want {
			t.Errorf("the Number of %q is %q", text, v)
		}
		if again, ok := rawValue(string(wire.AppendNumber(nil, v))).Text(); !ok || again != want {
			t.Errorf("the Number of %q is written as one of %q", text, again)
		}
		if n := payload.QuotedNum(want); exact && n != v {
			t.Errorf("the Number of %q is not that of its text: %q and %q", text, v, n)
		}
	})
}

// replacements counts the U+FFFD that stand in the inside of a valid string
// themselves, by their bytes or escaped.
func replacements(inside string) int {
	n := 0
	for len(inside) > 0 {
		switch {
		case strings.HasPrefix(inside, "\ufffd"):
			n++
			inside = inside[len("\ufffd"):]
		case len(inside) >= 6 && strings.EqualFold(inside[:6], `\ufffd`):
			n++
			inside = inside[6:]
		case inside[0] == '\\':
			inside = inside[2:]
		default:
			inside = inside[1:]
		}
	}
	return n
}

// FuzzNumber compares a Number, and the numbers that a Reader reads, with
// packages strconv and math/big.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{
		"0", "-0", "5.0", "5e0", "50e-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e400", "1e-400",
		"0e99999999999999999999", "1e1000000", "-1E-1000000", "12.34 USD", "", "1.", "01", "0.10e+2", "+1", "1e", "NaN", "0x1p-2", "1/2",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		valid := len(text) <= payload.MaxNumber && json.Valid([]byte(text)) && strings.Trim(text, "-.0123456789eE+") == ""
		n := payload.Num(text)
		if n.Valid() != valid || n.Quoted() != !valid {
			t.Fatalf("%q is valid: %t, quoted: %t; want %t", text, n.Valid(), n.Quoted(), valid)
		}
		quoted := payload.QuotedNum(text)
		if utf8.ValidString(text) && (n.String() != text || quoted.String() != text) {
			t.Errorf("%q has the text %q, in quotes %q", text, n, quoted)
		}
		if !json.Valid(wire.AppendNumber(nil, n)) || !json.Valid(wire.AppendNumber(nil, quoted)) {
			t.Errorf("%q is written %s", text, wire.AppendNumber(nil, n))
		}
		wantFloat, err := strconv.ParseFloat(text, 64)
		wantOK := valid && err == nil
		if !wantOK {
			wantFloat = 0
		}
		if got, ok := n.Float64(); got != wantFloat || ok != wantOK {
			t.Errorf("%q is the float %v %t, want %v %t", text, got, ok, wantFloat, wantOK)
		}
		wantRat := rational(text, valid)
		if got, ok := n.Rat(); ok != (wantRat != nil) || ok && got.Cmp(wantRat) != 0 {
			t.Errorf("%q is the rational %v %t, want %v", text, got, ok, wantRat)
		}
		isInt := wantRat != nil && wantRat.IsInt() && wantRat.Num().IsInt64()
		wantInt := int64(0)
		if isInt {
			wantInt = wantRat.Num().Int64()
		}
		if got, ok := n.Int64(); got != wantInt || ok != isInt {
			t.Errorf("%q is the integer %d %t, want %d %t", text, got, ok, wantInt, isInt)
		}
		if valid {
			checkReadNumber(t, text, wantInt, isInt, wantFloat, wantOK)
		}
	})
}

// rational is what math/big makes of a number, nil where its exponent is so
// large that Rat does not expand it.
func rational(text string, valid bool) *big.Rat {
	if !valid {
		return nil
	}
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	r, _ := new(big.Rat).SetString(mantissa)
	if r.Sign() == 0 {
		return r
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimRight(whole+fraction, "0")
	shift := float64(len(whole) - len(digits)) // of the last digit, before the exponent
	if exponent != "" {
		e, _ := strconv.ParseFloat(exponent, 64)
		shift += e
	}
	if math.Abs(shift) > 1000 {
		return nil
	}
	r, _ = new(big.Rat).SetString(text)
	return r
}

// checkReadNumber reads a number by the methods of a Reader.
func checkReadNumber(t *testing.T, text string, wantInt int64, isInt bool, wantFloat float64, isFloat bool) {
	i, out := readValue(t, text, 0, (*wire.Reader).Int)
	if fits := out.mismatch == ""; i != wantInt || fits != isInt || out.exact != (isInt && strconv.FormatInt(i, 10) == text) {
		t.Errorf("%q is read as the integer %d, %+v; want %d", text, i, out, wantInt)
	}
	x, out := readValue(t, text, 0, (*wire.Reader).Float)
	if fits := out.mismatch == ""; x != wantFloat || fits != isFloat || out.exact != (isFloat && textOf(wire.AppendFloat, x) == text) {
		t.Errorf("%q is read as the float %v, %+v; want %v", text, x, out, wantFloat)
	}
	n, out := readValue(t, text, payload.Number{}, (*wire.Reader).Number)
	if !out.exact || n != payload.Num(text) || textOf(wire.AppendNumber, n) != text {
		t.Errorf("%q is read as the Number %s", text, n)
	}
}

// FuzzAppendString checks that a string comes back from JSON, what is not UTF-8
// as U+FFFD.
func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "plain", "\"\\/\b\f\n\r\t\x00\x1f\x7f", "é日本😀", "\xff", "a\xe2\x82", "\xed\xa0\x80\ufffd", "<>&\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := textOf(wire.AppendString, s)
		want := string([]rune(s))
		var standard string
		if err := json.Unmarshal([]byte(text), &standard); err != nil || standard != want {
			t.Errorf("%q is written %s, which encoding/json reads as %q %v", s, text, standard, err)
		}
		var got string
		r := reader(text)
		if exact := r.String(&got); got != want || !exact || r.Done() != nil {
			t.Errorf("%q is written %s, which is read as %q, exact %t, %v", s, text, got, exact, r.Done())
		}
		if !utf8.ValidString(text) {
			t.Errorf("%q is written %q", s, text)
		}
		if again := textOf(wire.AppendString, got); again != text {
			t.Errorf("%q is written %s and then %s", s, text, again)
		}
	})
}

// FuzzItem decodes any text as an Item. What is an object comes back as an equal
// one; what is not gives an error.
func FuzzItem(f *testing.F) {
	addTexts(f)
	for _, text := range []string{
		`{}`, `{"id":null,"count":5.0,"new":{"a":[1]}}`, `{"lines":[{"sku":1},null,7],"names":{"a":1,"a":2}}`,
		`{"info":"{\"sku\":\"i\",\"qty\":\"5\"}","other":[],"value":{}}`, `{"id":1,"id":null,"id":"a","id":[]}`,
		`{"gift":{"qty":"1","sku":null},"size":"7","first":{"x":1,"x":2}}`, `{"\ud800":1,"\udfff":2,"names":{"\ud800":1}}`,
		"{\"id\":\"\xff\",\"\xff\":\"\xff\"}",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var v Item
		mismatches, err := decodeItem(text, &v)
		var (
			syntax *payload.SyntaxError
			limit  *payload.LimitError
			root   *payload.MismatchError
		)
		switch {
		case errors.As(err, &limit):
			return
		case errors.As(err, &syntax):
			if json.Valid(text) {
				t.Fatalf("%q: %v, but encoding/json accepts it", text, err)
			}
			return
		case errors.As(err, &root):
			if _, ok := standardTree(t, string(text)).(map[string]any); ok {
				t.Fatalf("%q: %v", text, err)
			}
			return
		case err != nil:
			t.Fatalf("%q: %v", text, err)
		}
		checkRoundTrip(t, string(text))
		checkPaths(t, string(text), mismatches)
	})
}
