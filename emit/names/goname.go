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

// GoName returns the exported Go name of a member or topic: its words in Pascal
// case. It is a function of the key alone, and every key has one.
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

// prefix gives the sign that a key begins with a word of its own, where the rest
// alone would be another key's name: reactions are counted as +1 and -1, and
// _id stands beside id.
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

// maxName is the length in bytes from which a name is cut. gc names symbols
// after types, and linkers have limits.
const maxName = 80

// shorten cuts a long name and ends it with a digest of its key, so that two
// keys with a long common beginning stay apart.
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

// title writes a word as part of a Pascal-case name.
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

// initialisms are the words that Go writes in capitals: those of golint, and
// those of commerce and messaging.
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

// Singular returns the name of one element of a list by the list's Go name.
// Where it does not know a singular, it adds Item: DataItem.
func Singular(name string) string {
	for _, r := range []struct{ plural, one string }{
		{"eries", ""},
		{"ies", "y"},
		{"sses", "ss"},
		{"shes", "sh"},
		{"ches", "ch"},
		{"xes", "x"},
		{"uses", "us"},
		{"ss", ""},
		{"us", ""},
		{"is", ""},
		{"s", ""},
	} {
		before, ok := strings.CutSuffix(name, r.plural)
		if !ok {
			continue
		}
		if r.one == "" && r.plural != "s" || before == "" {
			break
		}
		return before + r.one
	}
	return name + "Item"
}
