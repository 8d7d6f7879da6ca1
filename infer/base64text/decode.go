// Package base64text reads base64 in the forms that platforms write.
package base64text

import (
	"encoding/base64"
	"errors"
	"strings"
)

// errText does not show the text: it may hold anything.
var errText = errors.New("not base64")

// Decode returns the bytes that text encodes, in the standard alphabet of RFC 4648 or in
// that for URLs, with or without padding. Line breaks are ignored, as MIME has them.
func Decode(text string) ([]byte, error) {
	data, err := EncodingOf(text).DecodeString(text)
	if err != nil {
		return nil, errText
	}
	return data, nil
}

// Valid reports whether Decode reads text.
func Valid(text string) bool {
	_, err := Decode(text)
	return err == nil
}

// EncodingOf returns the only encoding in which Decode reads text.
func EncodingOf(text string) *base64.Encoding {
	url, padded := strings.ContainsAny(text, "-_"), strings.HasSuffix(strings.TrimRight(text, "\r\n"), "=")
	switch {
	case url && padded:
		return base64.URLEncoding
	case url:
		return base64.RawURLEncoding
	case padded:
		return base64.StdEncoding
	}
	return base64.RawStdEncoding
}
