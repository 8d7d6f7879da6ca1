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

// ruleError is what is wrong with a name, as the end of a sentence that starts with the
// name, and what to do about it.
type ruleError struct{ message, hint string }

func (e ruleError) Error() string { return e.message }

func broken(message, hint string) error { return ruleError{message, hint} }

// hintOf returns the hint of a ruleError.
func hintOf(err error) string {
	var rule ruleError
	errors.As(err, &rule)
	return rule.hint
}

// The forms of names. A header is a token of RFC 9110.
var (
	packagePattern = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	slugPattern    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	digestPattern  = regexp.MustCompile(`^[0-9a-f]{64}$`)
	headerPattern  = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
)

// The longest names, as types and files are named after them.
const (
	maxIdentifier = 80
	maxTopic      = 200
)

// packageName accepts the names of generated packages: legal and usual in Go, not
// ignored by the go command, and possible as a folder on every system.
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

// reserved returns what a name means to the go command, to generated code or to
// Windows, or "".
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
	case "payload", "receive", "record":
		return "generated packages import a package of this name"
	case "json":
		return "it would hide encoding/json in code that imports both"
	}
	if IsDevice(name) {
		return "Windows reserves this name"
	}
	return ""
}

// IsDevice reports whether Windows reserves a name in lower case for a device, so that no
// file or folder can have it, whatever the extension is.
func IsDevice(name string) bool {
	if len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") {
		return '0' <= name[3] && name[3] <= '9'
	}
	return name == "con" || name == "prn" || name == "aux" || name == "nul"
}

// exported accepts the names of types and fields.
func exported(s string) error {
	switch {
	case len(s) > maxIdentifier:
		return broken(fmt.Sprintf("is too long (limit: %d bytes)", maxIdentifier), "")
	case !token.IsIdentifier(s) || !token.IsExported(s):
		return broken("is not an exported Go name", "use letters and digits, starting with a capital letter")
	}
	return nil
}

// topicName accepts the names of topics: anything that can be read and told from other
// names.
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

// oneLine accepts text without line ends, and without control characters and characters
// that change the direction of text.
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

// slug accepts the names of examples and documents, which become parts of the names of
// files and tests.
func slug(s string) error {
	if len(s) > maxIdentifier || !slugPattern.MatchString(s) {
		return broken("is not lower-case words joined by dashes", "as in first-order")
	}
	return nil
}

// headerName accepts the names of HTTP headers.
func headerName(s string) error {
	if len(s) > maxIdentifier || !headerPattern.MatchString(s) {
		return broken("is not the name of an HTTP header", "")
	}
	return nil
}

// anyText accepts any text that is not too long, also the empty one: members and values
// are up to the platform.
func anyText(s string) error {
	if len(s) > maxTopic {
		return broken(fmt.Sprintf("is too long (limit: %d bytes)", maxTopic), "")
	}
	return nil
}

// CheckTopicName returns what is wrong with the name of a topic, and a hint. Both are ""
// if the name is right.
func CheckTopicName(s string) (problem, hint string) {
	if err := topicName(s); err != nil {
		return diagnostic.Quote(s) + " " + err.Error(), hintOf(err)
	}
	return "", ""
}

// CheckDocument returns what is wrong with the ID, the title or the address of a document,
// and a hint. Both are "" if nothing is; what is "" is not checked.
func CheckDocument(d Document) (problem, hint string) {
	for _, x := range []struct {
		what, text string
		rule       func(string) error
	}{{"the ID", d.ID, slug}, {"the title", d.Title, oneLine}, {"the address", d.URL, webAddress}} {
		if x.text == "" {
			continue
		}
		if err := x.rule(x.text); err != nil {
			return x.what + " of the document, " + diagnostic.Quote(x.text) + ", " + err.Error(), hintOf(err)
		}
	}
	return "", ""
}

// CheckPlatformName returns what is wrong with the name of a platform, and a hint. Both
// are "" if the name is right.
func CheckPlatformName(s string) (problem, hint string) {
	if err := packageName(s); err != nil {
		return diagnostic.Quote(s) + " " + err.Error(), hintOf(err)
	}
	return "", ""
}
