package redact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The predicates of the lexicon: what values look like.

func never(string) bool { return false }

// worthless reports whether a text says nothing about anybody: it has no letters and
// digits, or it is 0, 1, true or false, which is more often a flag.
func worthless(text string) bool {
	return isFlag(text) || strings.IndexFunc(text, func(c rune) bool {
		return unicode.IsLetter(c) || unicode.IsDigit(c)
	}) < 0
}

// notVoid reports whether a text is not one that stands for a missing password.
func notVoid(text string) bool {
	return !isPlaceholder(text) && !isWordOf(voidWords, text)
}

// notCommon reports whether a text is not one that is the same for everybody.
func notCommon(text string) bool {
	return !worthless(text) && !isWordOf(commonWords, text)
}

// isWordOf reports whether a text is a word of a list, in whatever case.
func isWordOf(list map[string]bool, text string) bool {
	return len(text) < maxName && list[strings.ToLower(strings.TrimSpace(text))]
}

// isPass reports whether a text is a password, where the name may also mean a
// test that is passed or a pass that is sold. Passwords have at least six characters
// and no blanks.
func isPass(text string) bool {
	return len(text) >= 6 && notVoid(text) && notCommon(text) && !strings.ContainsAny(text, " \t\n")
}

// isCode reports whether a text is a code for a person to type in: three digits or
// more, and no longer than people type.
func isCode(text string) bool {
	digits := 0
	for _, c := range []byte(text) {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c != '-' && (c < 'A' || c > 'Z'):
			return false
		}
	}
	return digits >= 3 && len(text) <= 12
}

// mayBeToken reports whether a text may be a token, rather than words that describe
// one: it has a digit, or 20 characters, which words do not have, or letters of both
// cases.
func mayBeToken(text string) bool {
	text = text[scheme(text):]
	return len(text) >= 4 && notVoid(text) && (hasDigit(text) && !wordPattern.MatchString(text) || len(text) >= 20 || hasUpper(text) && hasLower(text) && !isPerson(text))
}

// isAfterScheme reports whether a text is a credential behind its scheme, however
// short, and not a word that describes one: Bearer q1, but not Basic auth.
func isAfterScheme(text string) bool {
	n := scheme(text)
	rest := text[n:]
	isCoded := hasDigit(rest) || strings.ContainsAny(rest, "._~+/=") || hasUpper(rest) && hasLower(rest)
	return n > 0 && isCoded && notVoid(rest) && !strings.Contains(rest, " ")
}

// isKeyLike is mayBeToken for names that leave no doubt. It excludes times, URLs and
// e-mail addresses.
func isKeyLike(text string) bool {
	return mayBeToken(text) && !isTimestamp(text) && !isURL(text) && !isMail(text)
}

// isOpeningCode reports whether a text can be a code that opens something.
func isOpeningCode(text string) bool { return isCode(text) || isKeyLike(text) }

// isLive reports whether a text looks like a real token.
func isLive(text string) bool {
	text = text[scheme(text):]
	return looksRandom(text, minToken) && !isPlaceholder(text) && !isUUID(text)
}

// isSession reports whether a text is the id of a session, and not an id whose two
// first letters name another kind of object.
func isSession(text string) bool { return isLive(text) && !prefixedID.MatchString(text) }

// isGrant reports whether a text is an authorization code of OAuth, and not the code
// of a product or a discount, which is shorter than 20 characters.
func isGrant(text string) bool {
	return len(text) >= 20 && (strings.HasPrefix(text, "4/") || isLive(text) && hasLower(text))
}

// isBarePhone reports whether a text of digits has the length of a telephone number
// with its country (ITU-T E.164) and is not a time.
func isBarePhone(text string) bool {
	text = strings.TrimPrefix(text, "+")
	if len(text) < 8 || len(text) > 15 || strings.Trim(text, "0123456789") != "" {
		return false
	}
	if (len(text) == 10 || len(text) == 13) && text[0] == '1' {
		return false // Unix time in seconds or milliseconds
	}
	return !isCompactDate(text)
}

// isCompactDate reports whether digits begin with a year, a month and a day.
func isCompactDate(digits string) bool {
	n := len(digits)
	return (n == 8 || n == 12 || n == 14) && ("19" <= digits[:2] && digits[:2] <= "20") &&
		"01" <= digits[4:6] && digits[4:6] <= "12" && "01" <= digits[6:8] && digits[6:8] <= "31"
}

// isPhoneLike reports whether a text may be a telephone number: five digits, the
// least that such numbers have, and hardly any letters, as in "ext. 7".
func isPhoneLike(text string) bool {
	letters, digits := count(text)
	return digits >= 5 && letters <= 5 && !strings.ContainsAny(text, "_:@")
}

// isCardLike reports whether a text may be a card number, or the last four digits of
// one with the others hidden.
func isCardLike(text string) bool {
	_, digits := count(text)
	return digits >= 4 && strings.Trim(text, "0123456789 -*xX•.") == "" && !decimalPattern.MatchString(text)
}

// isAccountLike reports whether a text may be an account number or the code of a
// bank.
func isAccountLike(text string) bool {
	_, digits := count(text)
	return digits >= 4 && !hasLower(text) || bicPattern.MatchString(text)
}

// isLongNumber reports whether a text is a number as long as those of accounts: up to
// the 34 characters of an IBAN.
func isLongNumber(text string) bool {
	return len(text) >= 8 && len(text) <= 34 && strings.Trim(text, "0123456789 -") == ""
}

// isIdentityLike reports whether a text may be the number of a document. Such numbers
// have five characters or more, and some of them are digits.
func isIdentityLike(text string) bool {
	letters, digits := count(text)
	return digits >= 2 && letters+digits >= 5 && !decimalPattern.MatchString(text)
}

// isWritten reports whether a person may have written a text: it is not a number and
// not a form that a machine has filled in.
func isWritten(text string) bool {
	letters, _ := count(text)
	return letters > 0 && notCommon(text) && !isForm(text)
}

// isHandle reports whether a text looks like a user name of lower-case words.
func isHandle(text string) bool {
	return len(text) < maxName && handlePattern.MatchString(text) && notCommon(text)
}

// isUncoded reports whether a text has letters and no characters that names do not
// have.
func isUncoded(text string) bool {
	letters, digits := count(text)
	return letters > 0 && digits == 0 && len(text) < maxName && !strings.ContainsAny(text, "_/:#@=<>{}") && notCommon(text)
}

// isNameLike reports whether a text can be the name of a person.
func isNameLike(text string) bool {
	return !strings.ContainsAny(text, "/:#") && strings.IndexFunc(text, unicode.IsLetter) >= 0 && notCommon(text)
}

// isNamePart reports whether a text can be the first or last name of a person, where
// the name of the member may also mean a position.
func isNamePart(text string) bool { return isTitle(text) && isUncoded(text) && len(text) > 1 }

// isZip reports whether a text is a postal code of digits. They have four to six.
func isZip(text string) bool {
	return len(text) >= 4 && len(text) <= 6 && strings.Trim(text, "0123456789") == ""
}

// particles are the words in names of persons that begin with a small letter.
const particles = " da de del den der di do dos du al bin el la le van von y ter ten zu "

// isPerson reports whether a text looks like a first and a last name: two to four
// words with capital letters, or two to four letters of a script without blanks.
func isPerson(text string) bool {
	if len(text) > 60 || !isUncoded(text) || strings.ContainsAny(text, ",;!?()\"\n") {
		return false
	}
	if n := utf8.RuneCountInString(text); n >= 2 && n <= 4 && strings.IndexFunc(text, func(c rune) bool { return !isUnspaced(c) }) < 0 {
		return true
	}
	words := strings.Fields(text)
	capital := 0
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(first):
			capital++
		case isUnspaced(first):
			capital++
		case !strings.Contains(particles, " "+word+" "):
			return false
		}
	}
	return capital >= 2 && len(words) <= 5
}

// isUnspaced reports whether a letter belongs to a script without blanks between
// words.
func isUnspaced(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// count returns the number of letters and of digits in a text.
func count(text string) (letters, digits int) {
	for _, c := range text {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case unicode.IsLetter(c):
			letters++
		}
	}
	return letters, digits
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }
func hasUpper(text string) bool { return strings.IndexFunc(text, unicode.IsUpper) >= 0 }
func hasLower(text string) bool { return strings.IndexFunc(text, unicode.IsLower) >= 0 }

// anyOf reports whether one of the lines of the lexicon has a class.
func anyOf(lines []*entry, what What) bool {
	return slices.ContainsFunc(lines, func(e *entry) bool { return e.what == what })
}
