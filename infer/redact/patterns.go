package redact

import (
	"regexp"
	"strings"
)

// pattern is a form that a part of a text may have.
type pattern struct {
	what   What
	needs  string // part of every match; searching for it first is faster
	digits bool   // every match has a digit
	expr   *regexp.Regexp
	when   func(string) bool     // a further condition, or nil
	within func(string) (to int) // the length of the part that counts, or 0
}

// secretPatterns match secrets inside texts.
var secretPatterns = []pattern{
	// The end of a key may be missing.
	{what: Secret, needs: "PRIVATE KEY", expr: regexp.MustCompile(`(?s)-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z0-9 ]*-----(.+?)(?:-----END|\z)`)},
	{what: Secret, needs: "eyJ", expr: regexp.MustCompile(`\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*`)}, // a JWT: {" in base64
	{what: Secret, needs: " ", expr: regexp.MustCompile(`(?i)\b(?:bearer|basic|token) +([A-Za-z0-9._~+/=-]{12,})`), when: isCredential},
	{what: Secret, needs: "horization", expr: regexp.MustCompile(`(?i)\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token|digest|apikey|aws4-hmac-sha256)? *([A-Za-z0-9._~+/=-]{6,})`), when: notVoid},
	{what: Secret, needs: "://", expr: regexp.MustCompile(`://[^\s/@:]*:([^\s/@]+)@`)},                                                                 // the password in a URL
	{what: Secret, needs: "://", expr: regexp.MustCompile(`://([^\s/@:]{16,})@`), when: isLive},                                                        // a key in place of the user
	{what: Secret, needs: "LS0tLS1CRUdJTi", expr: regexp.MustCompile(`LS0tLS1CRUdJTi[A-Za-z0-9+/=]{20,}`), when: isEncodedKey},                         // -----BEGIN
	{what: Secret, needs: "$", expr: regexp.MustCompile(`\$(?:2[abxy]?|5|6|y|argon2(?:id|i|d)|scrypt)\$[A-Za-z0-9=,]{1,40}\$?([./A-Za-z0-9+$]{22,})`)}, // the hash of a password
	{what: Secret, needs: "hooks.slack.com/", expr: regexp.MustCompile(`hooks\.slack\.com/[a-z]+/([A-Za-z0-9]+/[A-Za-z0-9]+/[A-Za-z0-9]+)`)},
	{what: Secret, needs: "/api/webhooks/", expr: regexp.MustCompile(`/api/webhooks/[0-9]+/([A-Za-z0-9_-]{20,})`)},
	{what: Secret, needs: ":A", expr: regexp.MustCompile(`\b[0-9]{8,10}:(A[A-Za-z0-9_-]{30,})`)}, // a bot of Telegram
	{what: Secret, needs: "-us", expr: regexp.MustCompile(`\b([0-9a-f]{32})-us[0-9]{1,2}\b`)},    // Mailchimp
	{what: Secret, needs: "--", expr: regexp.MustCompile(`(?i)--[a-z-]*(?:password|passwd|secret|token|api-?key)[ =]["']?([^\s"'=]{4,})`), when: notVoid},
	{what: Secret, needs: " -p", expr: regexp.MustCompile(`\b(?:login [^\n]*-p |mysql[a-z]* [^\n]*-p)["']?([^\s"'-][^\s"']{3,})`), when: notVoid},
	{what: Secret, needs: "-u ", expr: regexp.MustCompile(`-u ["']?[^\s:"']+:([^\s"']+)`), when: notVoid},
}

// personalPatterns match personal data inside texts.
var personalPatterns = []pattern{
	{what: URL, needs: "://", expr: urlPattern},
	{what: Mail, needs: "@", expr: mailPattern},
	{what: Mail, expr: maskedMail},
	{what: Name, needs: "@", expr: regexp.MustCompile(`([^\s<>,;"][^<>,;"]*?)\s*<[^<>\s]+@[^<>\s]+>`)}, // Lee Chan <lee@shop.com>
	{what: Phone, needs: "+", expr: regexp.MustCompile(`\+[0-9][0-9 ().` + wideSeparators + `-]{6,}[0-9]`)},
	{what: Phone, needs: "＋", expr: regexp.MustCompile(`＋[0-9][0-9 ().` + wideSeparators + `-]{6,}[0-9]`)},
	{what: Phone, expr: nationalPattern, digits: true},
	{what: Phone, expr: regexp.MustCompile(`(?i)(?:\b(?:tel|callto|telephone|phone|mobile|cell|call|fax|whatsapp|sms|text|telefon|handy|mobil|dial|ring)\b|电话|手机|電話|手機)[^0-9+\n]{0,12}(\+?\(?[0-9][0-9 ()./-]{5,}[0-9])`), when: isPhoneLike, digits: true},
	{what: Account, expr: regexp.MustCompile(`\b[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]){11,30}\b`), within: ibanIn, digits: true},
	{what: Account, expr: regexp.MustCompile(`\b[a-z]{2}[0-9]{2}[0-9a-z]{11,30}\b`), within: ibanIn, digits: true},
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
	// The word for the street is kept.
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

	// URLs with schemes other than those of the web need a host, or they are identifiers.
	urlPattern  = regexp.MustCompile(`(?i)(?:(?:https?|wss?|ftps?)://|[a-z][a-z0-9+.-]*://[^\s/?#"'<>]*[.@:])[^\s"'<>\\^` + "`" + `{|}]+`)
	mailPattern = regexp.MustCompile(`[\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*\.\pL{2,}`)
	// Addresses whose @ is written in another way.
	maskedMail  = regexp.MustCompile(`[\pL\pN._%+'-]+(?:＠|&#0*64;|&#[xX]0*40;|&commat;|\\u0040| ?[(\[](?:at|AT|@)[)\]] ?)[\pL\pN-]+(?:\.[\pL\pN-]+)*\.\pL{2,}`)
	hostPattern = regexp.MustCompile(`^(?:[\pL\pN_-]+\.)+\pL{2,}$`)
	uuidPattern = regexp.MustCompile(`^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$`)
	ibanPattern = regexp.MustCompile(`^[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]){11,30}$`)
	bicPattern  = regexp.MustCompile(`^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$`)
	// The first digits and the lengths of existing cards (ISO/IEC 7812).
	cardPattern = regexp.MustCompile(`^(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6011|65[0-9]{2}|35[2-8][0-9]|62[0-9]{2})(?:[ -]?[0-9]{4}){3}$|^62[0-9]{2}(?:[ -]?[0-9]{4}){3}[ -]?[0-9]{3}$|^3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}$|^3(?:0[0-5]|[68][0-9])[0-9][ -]?[0-9]{6}[ -]?[0-9]{4}$`)
	phone       = regexp.MustCompile(`^(?:\+[0-9][0-9 ().-]{6,}[0-9]|\(?[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4})$`)
	// Two capital letters and 32 digits: an id of Twilio.
	prefixedID     = regexp.MustCompile(`^[A-Z]{2}[0-9a-f]{32}$`)
	decimalPattern = regexp.MustCompile(`^-?[0-9]+[.,][0-9]{1,3}$`)
	chainPattern   = regexp.MustCompile(`^0x(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64})$`) // an address or transaction of a blockchain
	objectID       = regexp.MustCompile(`^[0-9a-f]{24}$`)                          // an id of MongoDB
	wordPattern    = regexp.MustCompile(`^[a-z]+[0-9]$`)                           // oauth2
	handlePattern  = regexp.MustCompile(`^[a-z]+(?:[._-][a-z]+)+[0-9]{0,4}$`)
	labelPattern   = regexp.MustCompile(`^[_-]?\pL[\pL\pN]*(?:[ _.-][\pL\pN]+)*$`)
	tagPattern     = regexp.MustCompile(`<[^<>]*>|&(?:[A-Za-z]+|#[0-9]+);`)
	escapePattern  = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)
	// The text before a token in a header.
	schemePattern = regexp.MustCompile(`^(?i:(?:bearer|basic|token|digest)\s+|(?:sha|md)[0-9]+=|t=[0-9]+,v[01]=|base64:)`)
	// Placeholders for secrets in documents: <token>, ****, YOUR_KEY, xxxx, $TOKEN.
	placeholder = regexp.MustCompile(`(?i)^(?:<.*>|\{.*\}|\[.*\]|\$\{.*|\$[a-z_]+|%[a-z_]+%|[*•.x-]+|your[ _-].*|(?:.*[^.])?example.*|.*redacted.*)$`)
)
