package repair

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// bare reads a value without quotes.
func (r *reader) bare() {
	begin, end := r.i, r.bareEnd()
	if end == begin {
		r.fail("the value is missing")
		return
	}
	r.i = end
	token := r.text[begin:end]
	switch text, kind := literal(token); {
	case jsontext.IsNumber(token) && len(token) <= jsontext.MaxNumber, token == "true", token == "false", token == "null":
	case kind == ValueElided:
		r.leftOut(begin)
	case kind != "":
		r.edit(begin, end, text, kind)
	default:
		r.i = begin
		r.fail("unexpected text in place of a value")
	}
}

// bareEnd returns the end of a value without quotes: before a comma, a closing bracket, a
// comment or the end of the line, outside of parentheses.
func (r *reader) bareEnd() int {
	if r.strict {
		n := strings.IndexAny(r.text[r.i:], " \t\r\n,]}")
		return r.i + max(n, 0)
	}
	const longest = 1 << 10
	line, _, _ := strings.Cut(r.text[r.i:min(r.i+longest, len(r.text))], "\n")
	for _, pair := range [][2]string{{"<", ">"}, {"{{", "}}"}} {
		if n := strings.Index(line, pair[1]); strings.HasPrefix(line, pair[0]) && n > 0 {
			return r.i + n + len(pair[1])
		}
	}
	open, quote := 0, byte(0)
	for k := range len(line) {
		switch c := line[k]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case open > 0 && (c == '"' || c == '\''):
			quote = c
		case c == '(':
			open++
		case c == ')' && open > 0:
			open--
		case open == 0 && endsBare(line, k):
			return r.i + len(strings.TrimRight(line[:k], " \t\r"))
		}
	}
	return r.i + len(strings.TrimRight(line, " \t\r"))
}

// endsBare reports whether what begins at k in a line ends a value without quotes: a comma or
// a bracket, a value after a space, whose comma is missing, or a comment.
func endsBare(line string, k int) bool {
	rest := line[k:]
	switch c := rest[0]; c {
	case ',', ';', '}', ']':
		return true
	case '{', '[', '"':
		return k > 0 && line[k-1] == ' '
	case '/':
		return strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "/*")
	case ' ':
		return strings.HasPrefix(rest, " #")
	}
	return strings.HasPrefix(rest, "，")
}

// typeWords are words that documents write where a value of the type would be.
var typeWords = strings.Fields("string text str int integer long short number float double decimal bool boolean object array list map any date datetime timestamp time uuid guid url uri email json enum value")

// quotable is text that is a value, though it has no quotes.
var quotable = regexp.MustCompile(`^[\p{L}\p{N}][^"{}\[\]=]{0,200}$`)

// literal returns how JSON writes a value that another language writes without quotes.
func literal(token string) (string, Kind) {
	lower := strings.ToLower(token)
	switch lower {
	case "true", "false", "null":
		return lower, LiteralWritten
	case "none", "nil", "undefined":
		return "null", LiteralWritten
	case "nan", "infinity", "-infinity":
		return "", ValueElided
	}
	if token[0] == '<' || strings.HasPrefix(token, "{{") || token[0] == '$' || strings.Trim(token, ".…") == "" ||
		strings.Contains(token, "|") || slices.Contains(typeWords, strings.Trim(lower, "()[]?")) {
		return "", ValueElided
	}
	if text, ok := number(token); ok {
		return text, NumberWritten
	}
	if zeros.MatchString(token) {
		return `"` + token + `"`, NumberQuoted
	}
	if m := call.FindStringSubmatch(token); m != nil {
		return unwrapped(m[1], strings.TrimSpace(m[2]))
	}
	if quotable.MatchString(token) && !strings.ContainsFunc(token, func(c rune) bool { return c < ' ' || c == '\\' }) {
		return `"` + token + `"`, TextQuoted
	}
	return "", ""
}

var (
	zeros = regexp.MustCompile(`^0[0-9]+$`)
	call  = regexp.MustCompile(`^(?:new )?([A-Za-z_][A-Za-z0-9_.]*)\((.*)\)$`)
	hex   = regexp.MustCompile(`^0[xX][0-9a-fA-F]{1,15}$`)
)

// number returns a number as JSON writes it.
func number(token string) (string, bool) {
	if hex.MatchString(token) {
		n, err := strconv.ParseInt(token[2:], 16, 64)
		return strconv.FormatInt(n, 10), err == nil
	}
	sign, rest := "", strings.TrimPrefix(token, "+")
	if strings.HasPrefix(rest, "-") {
		sign, rest = "-", rest[1:]
	}
	rest = strings.TrimRight(rest, "nL") // of JavaScript and Java
	rest = strings.ReplaceAll(rest, "_", "")
	if strings.HasPrefix(rest, ".") {
		rest = "0" + rest
	}
	if strings.HasSuffix(rest, ".") {
		rest += "0"
	}
	text := sign + rest
	return text, jsontext.IsNumber(text) && len(text) <= jsontext.MaxNumber
}

// unwrapped returns the argument of a call such as ISODate("…") or NumberLong(5).
func unwrapped(name, argument string) (string, Kind) {
	if jsontext.IsNumber(argument) {
		return argument, CallUnwrapped
	}
	if argument == "" {
		return "", ValueElided
	}
	inner := strings.Trim(argument, `"'`)
	if len(inner) != len(argument)-2 || strings.ContainsAny(inner, "\"'\\") {
		return "", ""
	}
	if strings.HasPrefix(name, "Number") && jsontext.IsNumber(inner) {
		return inner, CallUnwrapped
	}
	return string(jsontext.AppendString(nil, inner)), CallUnwrapped
}
