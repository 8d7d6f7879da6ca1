package redact

import (
	"regexp"
	"strings"
)

func isCard(text string) bool {
	return len(text) < 24 && cardPattern.MatchString(text) && luhn(text) == 0
}

// cardRun matches digits in groups.
var cardRun = regexp.MustCompile(`\b[0-9](?:(?:[ ._-]|[` + wideSeparators + `])?[0-9]){12,}\b`)

// cardsIn finds card numbers in a text. Other numbers may stand in front of one and
// behind it, with a blank between them.
func cardsIn(text string) []part {
	var all []part
	for _, run := range cardRun.FindAllStringIndex(text, -1) {
		// A card begins and ends where the run does, or at a blank.
		for from := run[0]; from < run[1]; from++ {
			if !isDigit(text[from]) || from > run[0] && isJoint(text[from-1]) {
				continue
			}
			for to := from + minCard; to <= min(from+maxCard, run[1]); to++ {
				// The checksum first: a text of digits and blanks has such a part at every blank.
				if (to == run[1] || !isJoint(text[to])) && isDigit(text[to-1]) && luhn(text[from:to]) == 0 && isCard(plainGroups.Replace(text[from:to])) {
					all = append(all, part{from: from, to: to, what: Card})
					from = to
					break
				}
			}
		}
	}
	return all
}

// isJoint reports whether a byte of a run of digits belongs to the number before it.
func isJoint(c byte) bool { return isDigit(c) || c == '.' || c == '_' || c == '-' }

// minCard is the length of the shortest card number.
const minCard = 13

// maxCard is the length of the longest card number with separators, in bytes.
const maxCard = 32

// plainGroups writes a number with blanks between its groups.
var plainGroups = strings.NewReplacer(".", " ", "_", " ", "\u00a0", " ", "\u2009", " ", "\u202f", " ", "\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-")

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// luhn returns the sum over the digits of a text by ISO/IEC 7812, modulo 10.
func luhn(text string) int {
	sum, double := 0, false
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		n := int(text[i] - '0')
		if double {
			n = n*2/10 + n*2%10
		}
		sum, double = sum+n, !double
	}
	return sum % 10
}

func isIBAN(text string) bool {
	return ibanPattern.MatchString(text) && ibanIn(text) == len(text)
}

// ibanIn returns the length of the IBAN that a text begins with, or 0. Words in
// capital letters may follow the IBAN.
func ibanIn(text string) int {
	i := strings.Index(ibanLengths, strings.ToUpper(text[:2]))
	if i < 0 {
		return 0
	}
	n := int(ibanLengths[i+2]-'0')*10 + int(ibanLengths[i+3]-'0')
	to := 0
	for ; to < len(text) && n > 0; to++ {
		if text[to] != ' ' {
			n--
		}
	}
	if n > 0 || to < len(text) && isAlnum(text[to]) || mod97(text[:to]) != 1 {
		return 0
	}
	return to
}

// ibanLengths holds the lengths of IBANs by country (the register of ISO 13616).
const ibanLengths = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 " +
	"GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 " +
	"MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"

// mod97 returns the checksum of ISO 13616. It is 1 for a valid IBAN.
func mod97(text string) int {
	text = strings.ToUpper(strings.ReplaceAll(text, " ", ""))
	rest := 0
	for _, c := range text[4:] + text[:4] {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest
}

// isChineseID reports whether the check digit is right (GB 11643).
func isChineseID(text string) bool {
	sum := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(text[i]-'0') * weight
	}
	return strings.EqualFold(text[17:], "10X98765432"[sum%11:][:1])
}
