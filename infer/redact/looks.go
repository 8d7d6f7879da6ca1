package redact

import (
	"errors"
	"math"
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
)

// pattern is what a part of a text may look like.
type pattern struct {
	what   What
	needs  string // what every text has that it matches, as looking for that is faster
	expr   *regexp.Regexp
	random bool // the match has to look random as well
}

// secretPatterns match secrets inside of any text.
var secretPatterns = []pattern{
	{what: Secret, needs: "-----BEGIN ", expr: regexp.MustCompile(`-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z0-9 ]*-----([^-]+)-----END`)},
	{what: Secret, needs: "eyJ", expr: regexp.MustCompile(`\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*`)}, // a JWT: {" in base64
	// The prefixes by which those who hand out keys mark them.
	{what: Secret, needs: "_", expr: regexp.MustCompile(`\b(?:(?:sk|pk|rk)_(?:live|test)|whsec|gh[oprsu]|[a-z]+_pat|npm|shp(?:at|ca|pa|ss)|dop_v1)_[0-9A-Za-z_]{16,}`)},
	{what: Secret, needs: "-", expr: regexp.MustCompile(`\b(?:glpat|xox[abeprs]|xapp|sk-[a-z]+)-[0-9A-Za-z_-]{10,}`)},
	{what: Secret, needs: "A", expr: regexp.MustCompile(`\b(?:A[KS]IA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35})\b`)},
	{what: Secret, needs: ".", expr: regexp.MustCompile(`\b(?:ya29|SG)\.[0-9A-Za-z_.-]{20,}`)},
	{what: Secret, needs: " ", expr: regexp.MustCompile(`(?i)\b(?:bearer|basic) +([A-Za-z0-9._~+/=-]{12,})`), random: true},
	{what: Secret, needs: "://", expr: regexp.MustCompile(`://[^\s/@:]*:([^\s/@]+)@`)}, // the password in a URL
	{what: Secret, needs: "=", expr: regexp.MustCompile(`(?i)[?&;#](?:[a-z0-9_.-]*(?:token|secret|password|signature|sig|key|auth))=([^&;#\s"'<>]+)`), random: true},
}

// personalPatterns match personal data inside of any text.
var personalPatterns = []pattern{
	{what: URL, needs: "://", expr: urlPattern},
	{what: Mail, needs: "@", expr: mailPattern},
	{what: Name, needs: "@", expr: regexp.MustCompile(`([^\s<>,;"][^<>,;"]*?)\s*<[^<>\s]+@[^<>\s]+>`)}, // Lee Chan <lee@shop.com>
	{what: Phone, needs: "+", expr: regexp.MustCompile(`\+[0-9][0-9 ().-]{6,}[0-9]`)},
}

var (
	// Other schemes than those of the web make identifiers as well: a host tells.
	urlPattern  = regexp.MustCompile(`(?i)(?:(?:https?|wss?|ftps?)://|[a-z][a-z0-9+.-]*://[^\s/?#"'<>]*[.@:])[^\s"'<>\\^` + "`" + `{|}]+`)
	mailPattern = regexp.MustCompile(`[\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*\.\pL{2,}`)
	hostPattern = regexp.MustCompile(`^(?:[\pL\pN_-]+\.)+\pL{2,}$`)
	uuidPattern = regexp.MustCompile(`^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$`)
	ibanPattern = regexp.MustCompile(`^[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]){11,30}$`)
	// The first digits and the lengths of the cards that there are (ISO/IEC 7812).
	cardPattern = regexp.MustCompile(`^(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6011|65[0-9]{2})(?:[ -]?[0-9]{4}){3}$|^3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}$`)
	phone       = regexp.MustCompile(`^(?:\+[0-9][0-9 ().-]{6,}[0-9]|\(?[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4})$`)
	// What stands before a token in a header.
	schemePattern = regexp.MustCompile(`^(?i:(?:bearer|basic|token|digest)\s+|(?:sha|md)[0-9]+=)`)
	// What a document writes for a secret: <token>, ****, YOUR_KEY, xxxx.
	placeholder = regexp.MustCompile(`(?i)^(?:<.*>|\{.*\}|\[.*\]|[*•.x-]+|your[ _-].*|.*example.*|.*redacted.*|hidden|null|none|string|changeme)$`)
)

func isMatch(expr *regexp.Regexp, text string) bool {
	at := expr.FindStringIndex(text)
	return at != nil && at[0] == 0 && at[1] == len(text)
}

// looksLike returns what a whole text is by its form alone, or "".
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

// isURL reports whether a text begins as a URL does: what is behind a space in it
// is taken for a part of it.
func isURL(text string) bool {
	if !strings.Contains(text, "://") {
		return false
	}
	at := urlPattern.FindStringIndex(text)
	return at != nil && at[0] == 0
}

func isMail(text string) bool { return strings.Contains(text, "@") && isMatch(mailPattern, text) }

func isUUID(text string) bool        { return uuidPattern.MatchString(text) }
func isPlaceholder(text string) bool { return worthless(text) || placeholder.MatchString(text) }

// scheme returns the length of what stands before a token.
func scheme(text string) int { return len(schemePattern.FindString(text)) }

func isAddr(text string) bool {
	_, err := netip.ParseAddr(text)
	return err == nil
}

// isTimestamp reports what the rules of inference ask about a string.
func isTimestamp(text string) bool {
	_, err := payload.Timestamp(text).Time()
	return err == nil || errors.Is(err, payload.ErrNoZone)
}

func isCard(text string) bool {
	return cardPattern.MatchString(text) && luhn(text) == 0
}

// luhn returns the sum of ISO/IEC 7812 over the digits of a text, modulo 10.
func luhn(text string) int {
	sum, double := 0, false
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		n := int(text[i] - '0')
		if double {
			n = n*2/10 + n*2%10
		}
		sum, double = sum+n, !double
	}
	return sum % 10
}

func isIBAN(text string) bool {
	return ibanPattern.MatchString(text) && mod97(text) == 1
}

// mod97 returns the checksum of ISO 13616, which is 1 where it is right.
func mod97(text string) int {
	text = strings.ReplaceAll(text, " ", "")
	rest := 0
	for _, c := range text[4:] + text[:4] {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest
}

// A token of 16 letters and digits at random is out of reach of guessing; below
// that texts are rather words, numbers and codes. Where no name speaks of a
// secret, it takes twice as many, as most ids are shorter.
const (
	minToken   = 16
	minSession = 32
)

// minEntropy is in bits for each byte. English words have less than 3 in texts
// of such a length, random hexadecimal digits 3.5 and more.
const minEntropy = 3

// minRun is how long a run of letters and digits is that no word and no number
// is, as v2 and 2x4 are: one that has both of them.
const minRun = 8

// looksRandom reports whether a text is made of n letters and digits or more, of
// both kinds, without an order that shows.
func looksRandom(text string, n int) bool {
	if len(text) < n || strings.IndexFunc(text, func(c rune) bool { return !isToken64(c) }) >= 0 {
		return false
	}
	var count [128]int
	for i := range len(text) {
		count[text[i]]++
	}
	bits := 0.0
	for _, k := range count {
		if k > 0 {
			share := float64(k) / float64(len(text))
			bits -= share * math.Log2(share)
		}
	}
	runs := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("_-+/=.~:", c) })
	return bits >= minEntropy && slices.ContainsFunc(runs, func(run string) bool {
		return len(run) >= minRun && strings.ContainsAny(run, "0123456789") && strings.Trim(run, "0123456789") != ""
	})
}

// isToken64 reports whether tokens have a character: those of all base64 alphabets.
func isToken64(c rune) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.ContainsRune("_-+/=.~:", c)
}

// isFileName reports whether a text is a path to a file, which often has a digest
// for a name.
func isFileName(text string) bool {
	return strings.Contains(text, "/") && strings.Contains(text, ".")
}
