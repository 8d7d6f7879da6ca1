package redact

import (
	"net/netip"
	"regexp"
	"strings"

	"github.com/specimen-go/specimen/infer/timetext"
)

func isMatch(expr *regexp.Regexp, text string) bool {
	at := expr.FindStringIndex(text)
	return at != nil && at[0] == 0 && at[1] == len(text)
}

// looksLike returns the class of a whole text by its form alone, or "".
func looksLike(text string) What {
	switch {
	case isURL(text):
		return URL
	case isMail(text):
		return Mail
	case isAddr(text):
		return Network
	case isIBAN(text):
		return Account
	case isCard(text):
		return Card
	case phone.MatchString(text):
		return Phone
	}
	return ""
}

// isURL reports whether a text begins like a URL. The text behind a space belongs to
// it.
func isURL(text string) bool {
	if !strings.Contains(text, "://") {
		return false
	}
	at := urlPattern.FindStringIndex(text)
	return at != nil && at[0] == 0
}

func isMail(text string) bool { return strings.Contains(text, "@") && isMatch(mailPattern, text) }

// isHost reports whether a text is a host name.
func isHost(text string) bool {
	return len(text) <= 253 && strings.Contains(text, ".") && hostPattern.MatchString(text)
}

func isObjectID(text string) bool { return len(text) == 24 && objectID.MatchString(text) }

func isUUID(text string) bool { return len(text) == 36 && uuidPattern.MatchString(text) }

func isPlaceholder(text string) bool {
	return worthless(text) || len(text) < maxName && placeholder.MatchString(text)
}

// scheme returns the length of what stands in front of a token.
func scheme(text string) int { return len(schemePattern.FindString(text)) }

// isAddr reports whether a text is an IP address, and not something written like one,
// such as names of a program with two colons between them.
func isAddr(text string) bool {
	if len(text) > 64 || !strings.Contains(text, ".") && (len(text) < 7 || !strings.Contains(text, ":") || !hasDigit(text)) {
		return false
	}
	_, err := netip.ParseAddr(text)
	return err == nil
}

// isGreeted reports whether the text after a greeting is a person.
func isGreeted(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return notCommon(first)
}

// isTimestamp reports what the rules of inference ask about a string.
func isTimestamp(text string) bool {
	if len(text) < len("20060102") || len(text) > maxName || !hasDigit(text) {
		return false
	}
	return timetext.Valid(text)
}
