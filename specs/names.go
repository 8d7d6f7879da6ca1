package specs

import (
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// A rule says what is wrong with a name, as the end of a sentence that starts
// with the name, and how to mend it.
type ruleError struct{ message, hint string }

func (e ruleError) Error() string { return e.message }

func broken(message, hint string) error { return ruleError{message, hint} }

// hintOf returns how to mend what a rule complains about.
func hintOf(err error) string {
	var rule ruleError
	errors.As(err, &rule)
	return rule.hint
}

// What names are made of. A header is a token of RFC 9110.
var (
	packagePattern = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	slugPattern    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	headerPattern  = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
)

// The longest names that can be asked for. Types and files are named after them.
const (
	maxIdentifier = 80
	maxTopic      = 200
)

// packageName accepts the names that a generated package can have: legal in Go,
// one word as Go style has it, and a folder that every system can have and the
// go command sees.
func packageName(s string) error {
	const hint = "use lower-case letters and digits, starting with a letter"
	switch {
	case len(s) > 40 || !packagePattern.MatchString(s):
		return broken("cannot be the name of a Go package", hint)
	case token.IsKeyword(s):
		return broken("is a Go keyword", "choose another name for the folder and the platform")
	case types.Universe.Lookup(s) != nil:
		return broken("is a predeclared Go identifier", "choose another name for the folder and the platform")
	}
	if why := reserved(s); why != "" {
		return broken("is reserved: "+why, "choose another name for the folder and the platform")
	}
	return nil
}

// reserved says what a name means to the go command, to the generated code or to
// the file systems of Windows, "" where it means nothing.
func reserved(name string) string {
	switch name {
	case "main", "init":
		return "a package of this name cannot be imported"
	case "documentation":
		return "the go command ignores packages of this name"
	case "testdata":
		return "the go command ignores folders of this name"
	case "internal", "vendor":
		return "the go command restricts imports from a folder of this name"
	case "payload":
		return "generated packages import a package of this name"
	case "json":
		return "it would hide encoding/json in code that imports both"
	case "con", "prn", "aux", "nul":
		return "Windows reserves this name"
	}
	if len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && '1' <= name[3] && name[3] <= '9' {
		return "Windows reserves this name"
	}
	return ""
}

// exported accepts the names that types and fields can be given.
func exported(s string) error {
	switch {
	case len(s) > maxIdentifier:
		return broken(fmt.Sprintf("is too long (limit: %d bytes)", maxIdentifier), "")
	case !token.IsIdentifier(s) || !token.IsExported(s):
		return broken("is not an exported Go name", "use letters and digits, starting with a capital letter")
	}
	return nil
}

// topicName accepts what a delivery may be called. It may be anything that can
// be read and told from another name.
func topicName(s string) error {
	switch {
	case s == "":
		return broken("is empty", "")
	case len(s) > maxTopic:
		return broken(fmt.Sprintf("is too long (limit: %d bytes)", maxTopic), "")
	case strings.TrimSpace(s) != s:
		return broken("starts or ends with a space", "remove the space")
	case strings.Trim(s, "/._-: ") == "":
		return broken("has only punctuation", "")
	}
	return oneLine(s)
}

// oneLine accepts text without line ends, control characters and what changes
// the direction of text.
func oneLine(s string) error {
	switch i := strings.IndexFunc(s, func(r rune) bool { return unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) || r == utf8.RuneError }); {
	case strings.TrimSpace(s) == "":
		return broken("is empty", "")
	case strings.ContainsAny(s, "\r\n"):
		return broken("has more than one line", "write it on one line")
	case i >= 0:
		return broken("has an invisible character", "remove it")
	case len(s) > maxProse:
		return broken("is too long (limit: 2,000 bytes)", "")
	}
	return nil
}

// slug accepts the names of examples and documents, which become parts of file
// names and of the names of tests.
func slug(s string) error {
	if len(s) > maxIdentifier || !slugPattern.MatchString(s) {
		return broken("is not lower-case words joined by dashes", "as in first-order")
	}
	return nil
}

// headerName accepts the names that HTTP headers can have.
func headerName(s string) error {
	if len(s) > maxIdentifier || !headerPattern.MatchString(s) {
		return broken("is not the name of an HTTP header", "")
	}
	return nil
}

// anyText accepts every text that is not absurd, the empty one too: members and
// values are what the platform made them.
func anyText(s string) error {
	if len(s) > maxTopic {
		return broken(fmt.Sprintf("is too long (limit: %d bytes)", maxTopic), "")
	}
	return nil
}

// CheckPlatformName says why no platform can have a name, and what one looks
// like. Both are "" for a good name.
func CheckPlatformName(s string) (problem, hint string) {
	if err := packageName(s); err != nil {
		return diagnostic.Quote(s) + " " + err.Error(), hintOf(err)
	}
	return "", ""
}
