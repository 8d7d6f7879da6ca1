package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Decode returns the text of a file in UTF-8, with a newline as the end of each line and
// without a byte order mark, and the name of the encoding that it was read in. Bytes that
// are not text in that encoding become U+FFFD.
//
// The encoding is what a byte order mark or a page's meta element says. Other text that
// is not UTF-8 is GB18030 if most of its bytes beyond ASCII come in pairs, and Windows-1252
// otherwise.
func Decode(data []byte) (text, encoding string) {
	const shown = 1024 // bytes that a browser looks for a meta element in
	e, name, certain := charset.DetermineEncoding(data[:min(shown, len(data))], "")
	switch {
	case certain && name != "utf-8":
	case utf8.Valid(data):
		e, name = nil, "utf-8"
	case certain:
	case inPairs(data):
		e, name = simplifiedchinese.GB18030, "gb18030"
	default:
		e, name, _ = charset.DetermineEncoding([]byte("\x80"), "text/html; charset=windows-1252")
	}
	text = string(data)
	if e != nil && name != "utf-8" {
		if decoded, err := e.NewDecoder().Bytes(data); err == nil {
			text = string(decoded)
		}
	}
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\ufffd"), "\ufeff")
	return strings.ReplaceAll(text, "\r\n", "\n"), name
}

// IsText reports whether a file is text in any encoding, and not compressed, a PDF or
// another binary file.
func IsText(data []byte) bool {
	for _, begins := range []string{"%PDF-", "PK\x03\x04", "\x1f\x8b"} {
		if bytes.HasPrefix(data, []byte(begins)) {
			return false
		}
	}
	text, _ := Decode(data)
	return !strings.Contains(text, "\x00")
}

// inPairs reports whether most bytes beyond ASCII stand beside another one, as in the
// encodings of Chinese and unlike those of single accented letters.
func inPairs(data []byte) bool {
	high, beside := 0, 0
	for i, c := range data {
		if c < utf8.RuneSelf {
			continue
		}
		high++
		if i > 0 && data[i-1] >= utf8.RuneSelf || i+1 < len(data) && data[i+1] >= utf8.RuneSelf {
			beside++
		}
	}
	return 4*beside >= 3*high
}
