package specs

import (
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
	"github.com/specimen-go/specimen/specs/internal/prolog"
)

// syntaxError returns an error of the YAML library as a diagnostic. The library has the
// line of some errors, for others that of the construct around them, and never a
// column.
func syntaxError(f *file, err error) diagnostic.Diagnostic {
	line, message := splitError(err)
	if len(f.text) <= maxSearched {
		line = failingLine(f, message)
	}
	text, _ := f.line(line)
	column, hint := explain(text, message)
	return diagnostic.New(finding.InvalidYAML, f.at(line, column), "", "invalid YAML: "+message, hint)
}

// splitError splits "yaml: line 3: did not …". The line is 0 if the error has none.
func splitError(err error) (line int, message string) {
	message = strings.TrimPrefix(err.Error(), "yaml: ")
	m := regexp.MustCompile(`^line (\d+): (.*)$`).FindStringSubmatch(message)
	if m == nil {
		return 0, message
	}
	line, _ = strconv.Atoi(m[1])
	return line, m[2]
}

// maxSearched is the size up to which a file is searched for the line of an error,
// which parses it a dozen times.
const maxSearched = 1 << 20

// failingLine returns the first line such that the text up to its end fails with the
// message. Longer texts fail with it too, so a binary search finds it.
func failingLine(f *file, message string) int {
	low, high := 1, len(f.lines)
	for low < high {
		mid := (low + high) / 2
		if failsWith(f.text[:f.lines[mid]], message) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

func failsWith(text, message string) bool {
	dec := yaml.NewDecoder(strings.NewReader(prolog.Readable(text)))
	for {
		if _, err := next(dec); err != nil {
			_, got := splitError(err)
			return got == message
		}
	}
}

// conflictMarker is a line that git writes where both sides of a merge changed the same.
var conflictMarker = regexp.MustCompile(`^(<{7}|\|{7}|>{7}) |^={7}$`)

// unquotedColon is a second colon after a key between braces, as in {why: page: the same}.
var unquotedColon = regexp.MustCompile(`[{,] *[\w-]+: +([^][{},:"' ][^][{},:"']*|[^][{},:"' ]): `)

// explain returns the column, counted from 1, that a message is about, and a hint.
func explain(line, message string) (column int, hint string) {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	start := len(indent) + 1
	value := start // the column after the first "key: " or "- "
	for _, mark := range []string{": ", "- "} {
		if i := strings.Index(line, mark); i >= 0 && value == start {
			value = i + len(mark) + 1
		}
	}
	switch tab := strings.IndexByte(indent, '\t'); {
	case conflictMarker.MatchString(line):
		return 1, "git left conflict markers in the file: resolve the conflict"
	case tab >= 0:
		return tab + 1, "indent with spaces"
	case strings.HasPrefix(message, "mapping values are not allowed"):
		if i := strings.Index(line[value-1:], ": "); i >= 0 {
			return value + i, `quote a string that contains ": "`
		}
		return start, "check the indentation of the line above"
	case strings.HasPrefix(message, "unknown anchor"):
		if i := strings.IndexByte(line, '*'); i >= 0 {
			return i + 1, `quote a string that starts with "*"`
		}
	case strings.HasPrefix(message, "found character that cannot start"):
		return value, "quote a string that starts with this character"
	case strings.HasPrefix(message, "found unexpected end of stream"):
		return start, "is a quote or bracket not closed?"
	case strings.HasPrefix(message, "found unknown escape"), strings.HasPrefix(message, "found invalid Unicode"),
		strings.Contains(line[value-1:], `{"`):
		return value, `write a payload as a literal block: "payload: |" and the JSON on the lines below, indented`
	case strings.HasSuffix(message, "<document start>"):
		return start, `remove what follows the end of the document, "..."`
	case strings.HasPrefix(message, "did not find expected ','"):
		if i := unquotedColon.FindStringSubmatchIndex(line); i != nil {
			return i[2] + 1, `quote a string that contains ": "`
		}
		return value, "is a bracket not closed, or a comma missing?"
	case strings.HasPrefix(line[value-1:], "'"):
		return value, "write a single quote twice inside a string in single quotes"
	case strings.HasPrefix(message, "did not find expected"):
		return start, "check the indentation of the line"
	}
	return start, ""
}
