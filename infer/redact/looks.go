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
	digits bool   // every text that it matches has a digit or a letter that is not of ASCII
	expr   *regexp.Regexp
	when   func(string) bool     // what the match has to be as well
	within func(string) (to int) // what part of the match counts, or 0
}

// secretPatterns match secrets inside of any text.
var secretPatterns = []pattern{
	// What ends a key may be cut off.
	{what: Secret, needs: "PRIVATE KEY", expr: regexp.MustCompile(`-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z0-9 ]*-----([^-]+)`)},
	{what: Secret, needs: "eyJ", expr: regexp.MustCompile(`\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*`)}, // a JWT: {" in base64
	{what: Secret, needs: " ", expr: regexp.MustCompile(`(?i)\b(?:bearer|basic|token) +([A-Za-z0-9._~+/=-]{12,})`), when: isCredential},
	{what: Secret, needs: "horization", expr: regexp.MustCompile(`(?i)\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token|digest|apikey|aws4-hmac-sha256)? *([A-Za-z0-9._~+/=-]{6,})`), when: notVoid},
	{what: Secret, needs: "://", expr: regexp.MustCompile(`://[^\s/@:]*:([^\s/@]+)@`)}, // the password in a URL
	{what: Secret, needs: "hooks.slack.com/", expr: regexp.MustCompile(`hooks\.slack\.com/[a-z]+/([A-Za-z0-9]+/[A-Za-z0-9]+/[A-Za-z0-9]+)`)},
	{what: Secret, needs: "/api/webhooks/", expr: regexp.MustCompile(`/api/webhooks/[0-9]+/([A-Za-z0-9_-]{20,})`)},
	{what: Secret, needs: ":A", expr: regexp.MustCompile(`\b[0-9]{8,10}:(A[A-Za-z0-9_-]{30,})`)}, // a bot of Telegram
	{what: Secret, needs: "-us", expr: regexp.MustCompile(`\b([0-9a-f]{32})-us[0-9]{1,2}\b`)},    // Mailchimp
	{what: Secret, needs: "--", expr: regexp.MustCompile(`(?i)--[a-z-]*(?:password|passwd|secret|token|api-?key)[ =]["']?([^\s"'=]{4,})`), when: notVoid},
	{what: Secret, needs: " -p", expr: regexp.MustCompile(`\b(?:login [^\n]*-p |mysql[a-z]* [^\n]*-p)["']?([^\s"'-][^\s"']{3,})`), when: notVoid},
	{what: Secret, needs: "-u ", expr: regexp.MustCompile(`-u ["']?[^\s:"']+:([^\s"']+)`), when: notVoid},
}

// personalPatterns match personal data inside of any text.
var personalPatterns = []pattern{
	{what: URL, needs: "://", expr: urlPattern},
	{what: Mail, needs: "@", expr: mailPattern},
	{what: Name, needs: "@", expr: regexp.MustCompile(`([^\s<>,;"][^<>,;"]*?)\s*<[^<>\s]+@[^<>\s]+>`)}, // Lee Chan <lee@shop.com>
	{what: Phone, needs: "+", expr: regexp.MustCompile(`\+[0-9][0-9 ().-]{6,}[0-9]`)},
	{what: Phone, expr: nationalPattern, digits: true},
	{what: Phone, expr: regexp.MustCompile(`(?i)(?:\b(?:tel|telephone|phone|mobile|cell|call|fax|whatsapp|sms|text|telefon|handy|mobil|dial|ring)\b|电话|手机|電話|手機)[^0-9+\n]{0,12}(\+?\(?[0-9][0-9 ()./-]{5,}[0-9])`), when: isPhoneLike, digits: true},
	{what: Card, expr: regexp.MustCompile(`\b[0-9](?:[ -]?[0-9]){12,18}\b`), when: isCard, digits: true},
	{what: Account, expr: regexp.MustCompile(`\b[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]){11,30}\b`), within: ibanIn, digits: true},
	{what: Network, needs: ".", expr: regexp.MustCompile(`(?:^|[^\w./-])((?:[0-9]{1,3}\.){3}[0-9]{1,3})(?:$|[^\w.-]|[.](?:\s|$))`), when: isAddr, digits: true},
	{what: Network, needs: ":", expr: regexp.MustCompile(`(?:^|[^\w:.])([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?:$|[^\w:])`), when: isAddr, digits: true},
	{what: Network, needs: ":", expr: regexp.MustCompile(`\b(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}\b`)},
	{what: Identity, needs: "-", expr: regexp.MustCompile(`\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b`)}, // of the United States
	{what: Identity, expr: regexp.MustCompile(`\b[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]{4}[0-9Xx]\b`), when: isChineseID, digits: true},
	{what: Address, expr: streetPattern, digits: true},
	{what: Name, needs: ";CN=", expr: regexp.MustCompile(`;CN="?([^":;\n]+)`)}, // of calendars
	{what: Name, needs: " ", expr: greetingPattern, when: isGreeted},
}

// pemBegin is how a key begins that keeps its first and its last line.
const pemBegin = "-----BEGIN "

var (
	// Numbers without their country: (415) 555-2671, 415.555.2671, 0151 23456789,
	// 020 7946 0958, 06 12 34 56 78, 0049 151 2345678.
	nationalPattern = regexp.MustCompile(`(?:^|[^\w.+-])(\([2-9][0-9]{2}\) ?[0-9]{3}[ .-][0-9]{4}|(?:1[ .-])?[2-9][0-9]{2}[ .-][2-9][0-9]{2}[ .-][0-9]{4}|\(?0[1-9][0-9]{0,4}\)?[ /-][0-9]{3,4}[ -]?[0-9]{3,5}|0[1-9](?:[ .][0-9]{2}){4}|00[1-9][0-9]{0,2}[ -][0-9][0-9 -]{5,12}[0-9]|00[1-9][0-9]{10,12})(?:$|[^\w-])`)
	// The kind of street stays.
	streetPattern = regexp.MustCompile(strings.Join([]string{
		// 12 High Street, 221B Baker St., 350 5th Avenue
		`\b([0-9]{1,5}[A-Za-z]?,? (?:(?:N|S|E|W|North|South|East|West)\.? )?(?:\p{Lu}[\pL'.-]+ |[0-9]{1,3}(?:st|nd|rd|th) ){1,4})(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Parkway|Pkwy|Close|Crescent|Row|Highway|Hwy|Gardens|Grove|Hill|Mews|Quay|Walk)\b`,
		// Hauptstraße 5a, Keizersgracht 12, Am Alten Weg 3
		`\b(\p{Lu}\pL+(?:-\pL+)*?)-?(?:straße|strasse|str\.|weg|gasse|allee|platz|damm|ufer|gracht|straat|laan|plein|kade) ?([0-9]{1,4} ?[a-z]?)\b`,
		`\b(\p{Lu}[\pL-]* (?:\p{Lu}[\pL-]* )?)(?:Straße|Strasse|Str\.|Weg|Gasse|Allee|Platz) ([0-9]{1,4} ?[a-z]?)\b`,
		// 5 bis rue de la Paix
		`\b([0-9]{1,4})(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|impasse|allée|quai|cours)(?: (?:d[eu]|des|la|le|les))*((?: ?\p{Lu}[\pL'-]+)+)`,
		// Calle Mayor 5; Via Roma, 12; Rua Augusta 1500
		`\b(?:Calle|Avenida|Av\.|Paseo|Plaza|Via|Viale|Piazza|Corso|Rua|Travessa|Carrera|ul\.|Ulica)(?: (?:d[eo]|da|della|del|la|los|las|al))*((?: \p{Lu}[\pL.'-]+)+),? (?:n[º°.]? ?)?([0-9]{1,5})\b`,
		`(?:ул\.|улица|проспект|пр\.) ?(\p{Lu}\pL+),? (?:д\. ?)?([0-9]{1,4})`,
		`(\p{Han}{2,6})(?:路|街|道|巷|弄)([0-9]{1,5})[号號弄]`,
		`\b(?i:P\.? ?O\.? Box) ([0-9]{1,6})\b`,
		// CA 94107 behind a town, and London SW1A 1AA
		`, [A-Z]{2} ([0-9]{5}(?:-[0-9]{4})?)\b`,
		`\b([A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})\b`,
	}, "|"))
	greetingPattern = regexp.MustCompile(`(?:\b(?:Dear|Hi|Hello|Hallo|Hola|Bonjour|Ciao|Liebe|Lieber|Cher|Chère|Estimado|Estimada|Frau|Herr|Herrn|Mr|Mrs|Ms|Miss|Dr|Prof|Mme|Mlle|Señor|Señora|Sra|Madame|Monsieur|regards|Regards|Grüße|signed by|sold by|billed to|ordered by|placed by)\b[.,]?\s+|您好，?|尊敬的)((?:\p{Lu}[\pL'’-]*\pL\.?)(?: (?:(?:da|de|del|den|der|di|do|dos|du|al|bin|el|la|le|van|von|ter|ten|zu) )*\p{Lu}[\pL'’-]*\pL){0,3}|\p{Han}{2,4})`)

	// Other schemes than those of the web make identifiers as well: a host tells.
	urlPattern  = regexp.MustCompile(`(?i)(?:(?:https?|wss?|ftps?)://|[a-z][a-z0-9+.-]*://[^\s/?#"'<>]*[.@:])[^\s"'<>\\^` + "`" + `{|}]+`)
	mailPattern = regexp.MustCompile(`[\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*\.\pL{2,}`)
	hostPattern = regexp.MustCompile(`^(?:[\pL\pN_-]+\.)+\pL{2,}$`)
	uuidPattern = regexp.MustCompile(`^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$`)
	ibanPattern = regexp.MustCompile(`^[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]){11,30}$`)
	bicPattern  = regexp.MustCompile(`^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$`)
	// The first digits and the lengths of the cards that there are (ISO/IEC 7812).
	cardPattern = regexp.MustCompile(`^(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6011|65[0-9]{2}|35[2-8][0-9]|62[0-9]{2})(?:[ -]?[0-9]{4}){3}$|^62[0-9]{2}(?:[ -]?[0-9]{4}){3}[ -]?[0-9]{3}$|^3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}$|^3(?:0[0-5]|[68][0-9])[0-9][ -]?[0-9]{6}[ -]?[0-9]{4}$`)
	phone       = regexp.MustCompile(`^(?:\+[0-9][0-9 ().-]{6,}[0-9]|\(?[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4})$`)
	// Two capital letters and 32 digits: a thing of Twilio's.
	prefixedID     = regexp.MustCompile(`^[A-Z]{2}[0-9a-f]{32}$`)
	decimalPattern = regexp.MustCompile(`^-?[0-9]+[.,][0-9]{1,3}$`)
	chainPattern   = regexp.MustCompile(`^0x[0-9a-fA-F]{40}$`) // who owns what in a public ledger
	wordPattern    = regexp.MustCompile(`^[a-z]+[0-9]$`)       // oauth2
	labelPattern   = regexp.MustCompile(`^[_-]?\pL[\pL\pN]*(?:[ _.-][\pL\pN]+)*$`)
	escapePattern  = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)
	// What stands before a token in a header.
	schemePattern = regexp.MustCompile(`^(?i:(?:bearer|basic|token|digest)\s+|(?:sha|md)[0-9]+=|t=[0-9]+,v[01]=)`)
	// What a document writes for a secret: <token>, ****, YOUR_KEY, xxxx, $TOKEN.
	placeholder = regexp.MustCompile(`(?i)^(?:<.*>|\{.*\}|\[.*\]|\$\{.*|\$[a-z_]+|%[a-z_]+%|[*•.x-]+|your[ _-].*|(?:.*[^.])?example.*|.*redacted.*)$`)
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

// isHost reports whether a text is the name of a host, of which none is longer.
func isHost(text string) bool {
	return len(text) <= 253 && strings.Contains(text, ".") && hostPattern.MatchString(text)
}

func isUUID(text string) bool { return len(text) == 36 && uuidPattern.MatchString(text) }

func isPlaceholder(text string) bool {
	return worthless(text) || len(text) < maxName && placeholder.MatchString(text)
}

// scheme returns the length of what stands before a token.
func scheme(text string) int { return len(schemePattern.FindString(text)) }

// isAddr reports whether a text is an address of the Internet, and not what is
// written like one: the names of a program with two colons between them.
func isAddr(text string) bool {
	if len(text) > 64 || !strings.Contains(text, ".") && (len(text) < 7 || !strings.Contains(text, ":") || !hasDigit(text)) {
		return false
	}
	_, err := netip.ParseAddr(text)
	return err == nil
}

// isCredential reports whether what follows a word such as Bearer is no word.
func isCredential(text string) bool {
	return looksRandom(text, minToken) || len(text) >= 20 && hasUpper(text) && hasLower(text) && !isPlaceholder(text)
}

// isGreeted reports whether what follows a greeting is somebody.
func isGreeted(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return notCommon(first)
}

// isChineseID reports whether the last digit is what the others ask for (GB 11643).
func isChineseID(text string) bool {
	sum := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(text[i]-'0') * weight
	}
	return strings.EqualFold(text[17:], "10X98765432"[sum%11:][:1])
}

// isTimestamp reports what the rules of inference ask about a string.
func isTimestamp(text string) bool {
	if len(text) < len("20060102") || len(text) > maxName || !hasDigit(text) {
		return false
	}
	_, err := payload.Timestamp(text).Time()
	return err == nil || errors.Is(err, payload.ErrNoZone)
}

func isCard(text string) bool {
	return len(text) < 24 && cardPattern.MatchString(text) && luhn(text) == 0
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
	return ibanPattern.MatchString(text) && ibanIn(text) == len(text)
}

// ibanIn returns how long the number of an account is with which a text begins, or
// 0 where it is none: words in capital letters may follow.
func ibanIn(text string) int {
	i := strings.Index(ibanLengths, text[:2])
	if i < 0 {
		return 0
	}
	n := int(ibanLengths[i+2]-'0')*10 + int(ibanLengths[i+3]-'0')
	to := 0
	for ; to < len(text) && n > 0; to++ {
		if text[to] != ' ' {
			n--
		}
	}
	if n > 0 || to < len(text) && isAlnum(text[to]) || mod97(text[:to]) != 1 {
		return 0
	}
	return to
}

// ibanLengths holds how long the numbers of accounts are in the countries that
// have them (the register of ISO 13616).
const ibanLengths = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 " +
	"GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 " +
	"MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"

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
