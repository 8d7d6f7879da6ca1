// Package evident says what a text is beyond doubt, from the text alone.
package evident

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/base64text"
)

// The sizes that leave no doubt. Of texts of letters, digits and signs that are chosen at
// random, one in 100,000 decodes to a readable text of leastReadable bytes.
const (
	leastReadable = 12 // bytes of readable text
	leastPadded   = 24 // characters of other data that ends with =
	leastPlain    = 40 // characters of other data that has + or /
	leastSigns    = 16 // characters of any
)

// Base64 reports whether a text is base64 beyond doubt: it decodes to readable text,
// to a file of a known form, or it has the signs and the disorder of encoded bytes. Hex,
// words, paths and most tokens are not evident, although they can be decoded.
func Base64(text string) bool {
	if len(text) < leastSigns || !hasBothCases(text) {
		return false
	}
	data, err := base64text.Decode(text)
	switch {
	case err != nil:
		return false
	case isReadable(data) || IsFile(data):
		return true
	}
	return isEncoded(strings.NewReplacer("\r", "", "\n", "").Replace(text))
}

// hasBothCases reports whether a text of the letters, digits and signs of base64 has small
// and large letters, as all but short ones have. It is false for other texts.
func hasBothCases(text string) bool {
	lower, upper := false, false
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z':
			lower = true
		case 'A' <= c && c <= 'Z':
			upper = true
		case '0' <= c && c <= '9' || strings.IndexByte("+/-_=\r\n", c) >= 0:
		default:
			return false
		}
	}
	return lower && upper
}

// isReadable reports whether data is text that a person can read.
func isReadable(data []byte) bool {
	return len(data) >= leastReadable && utf8.Valid(data) && !bytes.ContainsFunc(data, func(r rune) bool {
		return !unicode.IsPrint(r) && !strings.ContainsRune("\t\r\n", r)
	})
}

// IsFile reports whether data begins as files of a usual form do: images, PDF, archives, and
// certificates, which give their length.
func IsFile(data []byte) bool {
	for _, start := range [...]string{"\x89PNG\r\n", "\xff\xd8\xff", "GIF8", "%PDF-", "PK\x03\x04", "\x1f\x8b\x08"} {
		if bytes.HasPrefix(data, []byte(start)) {
			return true
		}
	}
	return len(data) > 4 && data[0] == 0x30 && data[1] == 0x82 && int(data[2])<<8|int(data[3]) == len(data)-4
}

// isEncoded reports whether a text is in the standard alphabet, ends with padding or has one
// of its signs, has digits, and changes between small letters, large letters and digits at two
// of five places or more. Random bytes do so at nearly two of three; words, paths and camel
// case at one of three or less.
func isEncoded(text string) bool {
	padded := strings.HasSuffix(text, "=")
	if strings.ContainsAny(text, "-_") || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	if _, err := base64.StdEncoding.Strict().DecodeString(text); err != nil {
		return false
	}
	if !(padded && len(text) >= leastPadded || strings.ContainsAny(text, "+/") && len(text) >= leastPlain) {
		return false
	}
	changes, last := 0, byte(0)
	for i := range len(text) {
		if kind := kindOfLetter(text[i]); kind != 0 && kind != last {
			changes++
			last = kind
		}
	}
	return 5*changes >= 2*len(strings.TrimRight(text, "="))
}

// kindOfLetter tells small letters, large letters and digits apart. It is 0 for signs.
func kindOfLetter(c byte) byte {
	switch {
	case 'a' <= c && c <= 'z':
		return 'a'
	case 'A' <= c && c <= 'Z':
		return 'A'
	case '0' <= c && c <= '9':
		return '0'
	}
	return 0
}
