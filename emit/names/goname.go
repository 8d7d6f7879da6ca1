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
func GoName(key string) string {
	if key == "" {
		return "Empty"
	}
	var b strings.Builder
	for _, word := range ident.Words(key) {
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

// title returns a word as a part of a Pascal-case name.
func title(word string) string {
	lower := strings.ToLower(word)
	if initialisms[lower] {
		return strings.ToUpper(word)
	}
	if one, ok := strings.CutSuffix(lower, "s"); ok && initialisms[one] {
		return strings.ToUpper(one) + "s"
	}
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// initialisms are the words that Go names write in capitals: those of golint, and those
// of commerce and messaging.
var initialisms = map[string]bool{
	"api": true, "ascii": true, "cod": true, "cpu": true, "css": true, "cvv": true, "dns": true,
	"ean": true, "gtin": true, "guid": true, "html": true, "http": true, "https": true, "id": true,
	"ip": true, "isbn": true, "iso": true, "json": true, "kyc": true, "mpn": true, "os": true, "pdf": true,
	"pos": true, "qr": true, "rpc": true, "sdk": true, "seo": true, "sku": true, "sla": true,
	"sms": true, "smtp": true, "spu": true, "sql": true, "ssh": true, "ssl": true, "sso": true,
	"tcp": true, "tls": true, "ttl": true, "udp": true, "ui": true, "uid": true, "upc": true,
	"uri": true, "url": true, "utc": true, "utf8": true, "utm": true, "uuid": true, "vat": true,
	"vin": true, "vm": true, "xml": true,
}
