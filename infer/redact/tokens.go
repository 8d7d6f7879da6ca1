package redact

import "strings"

// issued is a kind of token with a prefix that names its issuer. Issuers document
// prefixes so that leaked tokens can be found.
type issued struct {
	prefix string
	least  int    // the least length after the prefix
	of     string // the bytes after the prefix
	fake   bool   // no issuer uses the prefix
}

// issuers lists prefixes of tokens, by what follows them.
var issuers = []struct {
	least    int
	of       string
	prefixes string
}{
	{16, upper, `AKIA ASIA ABIA ACCA`}, // Amazon
	{20, word, `ghp_ gho_ ghu_ ghs_ ghr_ github_pat_`},
	{16, word, `glpat- gldt- glrt- glptt- glcbt- glft- glsoat- gloas-`},
	{10, word, `xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxc- xoxd- xapp-`},
	{10, dotted, `xoxe.`}, // Slack
	{16, word, `sk_live_ sk_test_ rk_live_ rk_test_ pk_live_ pk_test_ whsec_`}, // Stripe
	{35, word, `AIza`},
	{20, dotted, `ya29.`},
	{20, word, `GOCSPX-`}, // Google
	{20, dotted, `SG.`},
	{20, word, `xkeysib-`},
	{32, hex, `key-`}, // mail services
	{32, hex, `SK`},   // Twilio
	{20, word, `npm_ pypi- dckr_pat_ CLOJARS_`},
	{20, hex, `rubygems_`},
	{20, word, `shpat_ shpca_ shppa_ shpss_`}, // Shopify
	{20, word, `sq0atp- sq0csp- sq0idp- access_token$production$`},
	{40, word, `EAAA EZAK`}, // Square, Braintree, EasyPost
	{12, word, `rzp_live_ rzp_test_ FLWSECK_TEST-`},
	{20, word, `FLWSECK- duffel_live_`},
	{20, hex, `shippo_live_`},
	{20, hex, `dop_v1_ doo_v1_ dor_v1_ sbp_`},
	{20, word, `HRKU- nfp_ fo1_ pscale_tkn_ pscale_pw_`},
	{32, hex, `dapi`},
	{40, hex, `pul-`}, // hosts
	{20, dotted, `hvs. hvb. dp.pt.`},
	{16, word, `LTAI`},
	{40, word, `AKCp`},
	{40, dotted, `sl.`},
	{20, word, `sk- hf_ gsk_ xai- r8_ pplx-`}, // models
	{20, word, `lin_api_ ntn_ secret_ figd_ PMAK- ATATT3 ATCTT3 glsa_ glc_ NRAK- sntrys_ sntryu_ CCIPAT_ pnu_ rdme_ tfp_ CFPAT- fio-u-`},
	{20, word, `access-production- access-sandbox-`},
	{20, hex, `bkua_`},
	{20, upper, `AGE-SECRET-KEY-1`},
}

const (
	hex    = "0123456789abcdefABCDEF"
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	word   = upper + "abcdefghijklmnopqrstuvwxyz_-"
	dotted = word + "."
)

// fake returns a prefix that no issuer uses in place of a real one, so that a
// replaced token does not raise an alarm. It is recognised like the real one.
func fake(prefix string) string {
	switch c := prefix[0]; {
	case c == 'x':
		return "z" + prefix[1:]
	case 'A' <= c && c <= 'Z':
		return "X" + prefix[1:]
	}
	return "x" + prefix[1:]
}

// byFirst holds the issuers by the first byte of their prefixes.
var byFirst = func() (all [256][]issued) {
	for _, x := range issuers {
		for _, prefix := range strings.Fields(x.prefixes) {
			all[prefix[0]] = append(all[prefix[0]], issued{prefix, x.least, x.of, false})
			prefix = fake(prefix)
			all[prefix[0]] = append(all[prefix[0]], issued{prefix, x.least, x.of, true})
		}
	}
	return all
}()

// issuedAt returns the lengths of the prefix and of the whole of the token that a
// text begins with, or zeros.
func issuedAt(text string) (prefix, length int) {
	for _, x := range byFirst[text[0]] {
		if !strings.HasPrefix(text, x.prefix) {
			continue
		}
		rest := text[len(x.prefix):]
		n := span(rest[:min(len(rest), maxToken)], x.of)
		if n < x.least || !hasDigit(rest[:n]) || len(x.prefix) <= 4 && x.of == word && !looksRandom(rest[:n], x.least) {
			continue
		}
		n = span(rest, x.of)
		if n+len(x.prefix) > length && (n == len(rest) || !isAlnum(rest[n])) {
			prefix, length = len(x.prefix), len(x.prefix)+n
		}
	}
	return prefix, length
}

// maxToken limits how much text after a prefix is examined. It bounds the time for a
// text of nothing but prefixes.
const maxToken = 256

// span returns how many bytes at the beginning of a text belong to an alphabet.
func span(text, of string) int {
	n := 0
	for n < len(text) && strings.IndexByte(of, text[n]) >= 0 {
		n++
	}
	return len(strings.TrimRight(text[:n], ".-"))
}

// issuedIn finds tokens with the prefix of an issuer in a text.
func issuedIn(text string) []part {
	var all []part
	for i := 0; i < len(text); i++ {
		if !isTokenByte(text[i]) {
			continue
		}
		end := i
		for end < len(text) && isTokenByte(text[end]) {
			end++
		}
		for ; end-i >= minToken; i++ {
			if i > 0 && isAlnum(text[i-1]) || byFirst[text[i]] == nil {
				continue
			}
			if _, n := issuedAt(text[i:]); n > 0 {
				all = append(all, part{from: i, to: i + n, what: Secret})
				i += n - 1
			}
		}
		i = end
	}
	return all
}

// isTokenByte reports whether tokens of issuers can have a byte.
func isTokenByte(c byte) bool { return isAlnum(c) || c == '_' || c == '-' || c == '.' || c == '$' }

func isAlnum(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

// isIssued reports whether a whole text is a token with the prefix of an issuer.
func isIssued(text string) bool {
	if text == "" {
		return false
	}
	_, n := issuedAt(text)
	return n > 0 && n == len(text)
}

// isFake reports whether no issuer uses a prefix.
func isFake(prefix string) bool {
	for _, x := range byFirst[prefix[0]] {
		if x.prefix == prefix {
			return x.fake
		}
	}
	return false
}
