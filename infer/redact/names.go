package redact

import (
	"slices"
	"strings"
	"unicode"
)

// known lists the names of members that say what these hold: their last word, or
// their last two or three without what is between them.
var known = map[What][]string{
	Secret: {
		"token", "secret", "password", "passwd", "pwd", "passphrase", "passcode", "credential", "authorization", "auth",
		"signature", "sig", "sign", "hmac", "cookie", "session", "sessionid", "jwt", "bearer", "csrf", "otp", "pin", "cvv", "cvc", "key",
	},
	Name: {"surname", "login", "recipient", "sender", "cardholder", "signer", "author", "company", "initials"},
	Mail: {"email", "mail", "emailaddress", "mailaddress"},
	Phone: {
		"phone", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "whatsapp", "msisdn",
		"phonenumber", "mobilenumber", "faxnumber", "cellnumber", "telephonenumber",
	},
	Address: {
		"address", "street", "zip", "zipcode", "postcode", "postal", "postalcode", "city", "town", "suburb", "district",
		"neighborhood", "neighbourhood", "housenumber", "apartment", "addressline", "line1", "line2", "address1", "address2",
	},
	Position: {"lat", "lng", "lon", "long", "latitude", "longitude", "coordinate", "coordinates", "latlng", "geo", "location"},
	Network:  {"ip", "ipaddress", "ipv4", "ipv6", "remoteaddress", "remoteaddr", "forwardedfor", "mac", "macaddress", "domain", "hostname", "subdomain"},
	Birth:    {"birthday", "birthdate", "dateofbirth", "dob", "born", "bornon", "bornat"},
	Card:     {"card", "cardnumber", "last4", "lastfour", "lastdigits", "lastfourdigits", "pan"},
	Account:  {"iban", "bic", "accountnumber", "bankaccount", "routingnumber", "sortcode"},
	Identity: {
		"ssn", "taxid", "taxnumber", "vat", "vatid", "vatnumber", "passport", "passportnumber", "nationalid", "idcard",
		"idnumber", "licenceplate", "licenseplate", "cpf", "cnpj",
	},
	URL:  {"website", "homepage", "avatar"},
	Text: {"note", "comment", "message", "remark", "body", "text", "bio", "feedback", "content", "caption", "subject", "description"},
}

// of maps the lists of known to what they are lists of.
var of = func() map[string]What {
	all := make(map[string]What)
	for what, names := range known {
		for _, name := range names {
			all[name] = what
		}
	}
	return all
}()

// notNames are the words that make something else of a name before which they
// stand: a topic_name and a filename are no names of people.
var notNames = []string{
	"event", "topic", "type", "kind", "action", "method", "status", "state", "file", "field", "column", "table", "class",
	"hook", "webhook", "function", "queue", "job", "host", "currency", "unit", "code", "country", "province", "region",
	"language", "locale", "timezone", "plan", "brand",
}

// identifiers are the last words of names whose values are long and random, and
// tell things apart without opening anything.
var identifiers = []string{
	"id", "uid", "gid", "uuid", "guid", "sha", "sha1", "sha256", "md5", "hash", "digest", "checksum", "etag", "ref", "version", "commit",
}

// isIdentifier reports whether the name is that of an identifier.
func isIdentifier(name string) bool {
	words := split(name)
	if len(words) == 0 {
		return false
	}
	return slices.ContainsFunc(forms(words[len(words)-1]), func(form string) bool { return slices.Contains(identifiers, form) })
}

// named returns what the name of a member says that it holds, or "".
func named(name string) What {
	words := split(name)
	for n := min(3, len(words)); n > 0; n-- {
		joined := strings.Join(words[len(words)-n:], "")
		for _, form := range forms(joined) {
			if what, ok := of[form]; ok {
				return what
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	last := forms(words[len(words)-1])
	before, ok := strings.CutSuffix(last[len(last)-1], "name")
	if !ok || slices.Contains(notNames, before) || before == "" && len(words) > 1 && slices.Contains(notNames, words[len(words)-2]) {
		return ""
	}
	return Name
}

// forms returns a word, and the word without a number and a plural at its end.
func forms(word string) []string {
	all := []string{word}
	bare := strings.TrimRight(word, "0123456789")
	all = append(all, bare)
	if single, ok := strings.CutSuffix(bare, "s"); ok {
		all = append(all, strings.TrimSuffix(single, "e"), single)
	}
	return all
}

// split returns the words of a name in lower case. Digits belong to the word
// before them.
func split(name string) []string {
	var words []string
	start := true
	before := ' '
	for _, c := range name {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			start, before = true, c
			continue
		}
		if start || unicode.IsUpper(c) && !unicode.IsUpper(before) {
			words = append(words, "")
		}
		words[len(words)-1] += string(unicode.ToLower(c))
		start, before = false, c
	}
	return words
}

// saysOf returns what the names that lead to a value say about it. What stands
// in an object of names or of secrets is one, whatever it is called there.
func saysOf(names []string) What {
	if len(names) == 0 {
		return ""
	}
	if what := named(names[len(names)-1]); what != "" {
		return what
	}
	for _, name := range names[:len(names)-1] {
		if what := named(name); (what == Name || what == Secret) && slices.Contains([]string{"name", "names", "secrets", "credentials"}, strings.ToLower(name)) {
			return what
		}
	}
	return ""
}
