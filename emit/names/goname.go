package names

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/ident"
)

// GoName returns the exported Go name of a member or topic: its words in Pascal case.
// Every key has one, the empty key too, and it depends on the key alone.
//
//	created_at  CreatedAt      _id    XID        +1    Plus1
//	zh-hant     ZhHant         3d     N3d        ""    Empty
//	imageUrl    ImageURL       日本   X日本       #     X23
//	NEEDS_WORK  NeedsWork      VISA   Visa       USD   USD
func GoName(key string) string {
	if key == "" {
		return "Empty"
	}
	var b strings.Builder
	words := ident.Words(key)
	if inCapitals(words) {
		words = ident.Lower(key)
	}
	for _, word := range words {
		b.WriteString(title(word))
	}
	name := prefix(key) + b.String()
	if b.Len() == 0 {
		name = "X"
		for _, c := range key {
			name += fmt.Sprintf("%X", c)
		}
	} else if first, _ := utf8.DecodeRuneInString(name); unicode.IsDigit(first) {
		name = "N" + name
	} else if !unicode.IsUpper(first) {
		name = "X" + name
	}
	return shorten(name, key)
}

// prefix returns a word for the sign that a key starts with, if there can be another
// key without it: reactions are counted as +1 and -1, and _id is a member beside id.
func prefix(key string) string {
	second := byte(0)
	if len(key) > 1 {
		second = key[1]
	}
	digit := '0' <= second && second <= '9'
	switch {
	case key[0] == '_':
		return "X"
	case key[0] == '@':
		return "At"
	case key[0] == '+' && digit:
		return "Plus"
	case key[0] == '-' && digit:
		return "Minus"
	}
	return ""
}

// maxName is the length of the longest name, in bytes. The compiler names symbols
// after types, and linkers have limits.
const maxName = 80

// shorten cuts a name that is too long and appends a digest of its key, so that keys
// with a long common prefix have different names.
func shorten(name, key string) string {
	if len(name) <= maxName {
		return name
	}
	cut := maxName - 8
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	sum := sha256.Sum256([]byte(key))
	return name[:cut] + strings.ToUpper(hex.EncodeToString(sum[:4]))
}

// shortCode is the length of the longest word in capitals that is taken for an
// abbreviation where it stands alone, such as USD.
const shortCode = 3

// inCapitals reports whether words are written in capitals although they are no
// abbreviations: NEEDS_WORK and APPROVED, unlike USD or userID.
func inCapitals(words []string) bool {
	letters := 0
	for _, w := range words {
		for _, c := range w {
			if unicode.IsLower(c) {
				return false
			}
			if unicode.IsUpper(c) {
				letters++
			}
		}
	}
	return letters > shortCode || letters > 1 && len(words) > 1
}

// title returns a word as a part of a Pascal-case name.
func title(word string) string {
	lower := strings.ToLower(word)
	if as := initialisms[lower]; as != "" {
		return as
	}
	if one, ok := strings.CutSuffix(lower, "s"); ok && initialisms[one] != "" {
		return initialisms[one] + "s"
	}
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// initialisms are the words that Go names write in another way than with one capital, by
// their lower case: those of golint, and those of commerce, messaging and operation.
var initialisms = byLower(`
	ACH ACL API ARN ASCII AWS BIC CDN CI CIDR COD CPU CRM CSS CSV CVC CVE CVSS CVV CWE DKIM DMARC DNS EAN
	EOF GCP GIF GPS GTIN GUID GraphQL HTML HTTP HTTPS IAM IANA IBAN ID IMAP IMEI IP IPv4 IPv6
	ISBN ISO JPEG JPG JSON JWT KMS KYC LDAP MCC MD5 MFA MIME MPN NSFW OAuth OIDC OS OTP PDF
	PNG POS QR RPC RSS S3 SAML SDK SEO SES SFTP SHA SHA1 SHA256 SIP SKU SLA SMS SMTP SNS SPF
	SPU SQL SQS SSH SSL SSN SSO SVG TCP TLS TTL TTS UDP UI UID UPC URI URL URN UTC UTF8 UTM
	UUID VAT VIN VM VPC VPN XML YAML 2FA`)

func byLower(list string) map[string]string {
	all := make(map[string]string)
	for word := range strings.FieldsSeq(list) {
		all[strings.ToLower(word)] = word
	}
	return all
}
