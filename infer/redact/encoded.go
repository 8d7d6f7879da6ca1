package redact

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/base64text"
	"github.com/specimen-go/specimen/infer/evident"
)

// minEncoded is the least length of a text that is tried as base64.
const minEncoded = 16

// encodings are the variants of base64 (RFC 4648).
var encodings = []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding}

// decoded returns the JSON text that a text encodes in base64, and the variant.
func decoded(text string) (string, *base64.Encoding) {
	// {" and its like begin with e, [ with W, and blanks before them with I, C and D.
	if len(text) < minEncoded || strings.IndexByte("eWICD", text[0]) < 0 {
		return "", nil
	}
	if !isEncoded(text) {
		return "", nil
	}
	for _, encoding := range encodings {
		data, err := encoding.DecodeString(text)
		if err == nil && holdsDocument(string(data)) && utf8.Valid(data) && encoding.EncodeToString(data) == text {
			return string(data), encoding
		}
	}
	return "", nil
}

// fileHeader is the number of bytes in which files show their form.
const fileHeader = 8

// encoded returns base64 of as many bytes, with line breaks in the same places: of text if
// the original is, and of the same form of file.
func (s source) encoded(text string) string {
	data, err := base64text.Decode(text)
	if err != nil {
		return s.layout(text)
	}
	if utf8.Valid(data) {
		data = []byte(s.layout(string(data)))
	} else {
		hidden := data
		if evident.IsFile(data) {
			hidden = data[min(fileHeader, len(data)):]
		}
		for i := range hidden {
			hidden[i] = byte(s.below(256))
		}
	}
	made := base64text.EncodingOf(text).EncodeToString(data)
	var b strings.Builder
	for _, c := range []byte(text) {
		if c == '\r' || c == '\n' || made == "" {
			b.WriteByte(c)
			continue
		}
		b.WriteByte(made[0])
		made = made[1:]
	}
	return b.String()
}

// isEncoded reports whether a text has characters of base64 only.
func isEncoded(text string) bool {
	for _, c := range []byte(text) {
		if !isAlnum(c) && strings.IndexByte("+/-_=", c) < 0 {
			return false
		}
	}
	return true
}

// isEncodedKey reports whether a text is the beginning of a private key in base64.
func isEncodedKey(text string) bool {
	text = strings.TrimRight(text[:min(len(text), 64)], "=")
	data, err := base64.RawStdEncoding.DecodeString(text[:len(text)/4*4])
	return err == nil && strings.Contains(string(data), "PRIVATE KEY")
}
