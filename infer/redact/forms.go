package redact

import (
	"fmt"
	"net/netip"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/specimen-go/specimen/infer/timetext"
)

// number returns a number with as many digits. Integers still fit 64 bits, and what
// can be a latitude or a longitude still can.
func (s source) number(text string) string {
	out := []byte(text)
	begin := strings.IndexAny(text, "0123456789")
	end := begin
	for end < len(out) && '0' <= out[end] && out[end] <= '9' {
		out[end] = s.letter("0123456789")
		end++
	}
	fraction := end < len(out)
	switch n := end - begin; {
	case text[begin] == '0':
		out[begin] = '0' // JSON numbers have no leading zeros
	case fraction && n == 3:
		out[begin], out[begin+1] = '1', s.letter("01234567")
	case fraction && n == 2:
		out[begin] = s.letter("12345678")
	case !fraction && n == 1:
		out[begin] = s.letter("23456789") // not 0 and 1, which would be flags
	case !fraction && n == 19 && isInt64(text):
		out[begin] = s.letter("12345678")
	case !fraction && n == 19:
		out[begin], out[begin+1] = '9', s.letter("3456789")
	default:
		out[begin] = s.letter("123456789")
	}
	for i := end + 1; i < len(out) && out[end] == '.' && '0' <= out[i] && out[i] <= '9'; i++ {
		out[i] = s.letter("0123456789")
	}
	return string(out)
}

// person returns a name with the same particles, and with the other words replaced as
// they are elsewhere.
func (r *replacer) person(text string) string {
	var b strings.Builder
	done := 0
	for from, to := range wordsOf(text) {
		if word := text[from:to]; word != text && !strings.Contains(particles, " "+word+" ") {
			b.WriteString(text[done:from])
			b.WriteString(r.text(word))
			done = to
		}
	}
	return b.String() + text[done:]
}

// date returns a possible day of birth.
func (s source) date() string {
	return fmt.Sprintf("%04d-%02d-%02d", s.between(1940, 2009), s.between(1, 12), s.between(1, 28))
}

// timestamp returns a text of the same layout with another day, at the same time of
// day.
func (s source) timestamp(text string) string {
	day := s.date()
	if len(text) >= len(day) {
		if _, err := time.Parse(time.DateOnly, text[:len(day)]); err == nil {
			return day + text[len(day):]
		}
	}
	on, _ := time.Parse(time.DateOnly, day)
	for _, layout := range timetext.Layouts() {
		if t, err := time.Parse(layout, text); err == nil {
			return time.Date(on.Year(), on.Month(), sameDigits(on.Day(), t.Day()), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location()).Format(layout)
		}
	}
	return s.layout(text)
}

// sameDigits returns a day with as many digits as another one.
func sameDigits(day, as int) int {
	if as < 10 {
		return 1 + day%9
	}
	return 10 + day%18
}

// host returns a reserved host name (RFC 2606), of the same length if that is six or
// more.
func (s source) host(text string) string {
	end := ".example"
	if len(text) <= len(end) {
		end = ".test"
	}
	var b strings.Builder
	for n := max(len(text)-len(end), 1); n > 0; n-- {
		if b.Len()%16 == 15 && n > 1 {
			b.WriteByte('.') // labels have at most 63 letters
		} else {
			b.WriteByte(s.letter(speakable(b.Len() + 1)))
		}
	}
	return b.String() + end
}

// addr returns an address that is reserved for documentation (RFC 5737, RFC 3849).
func (s source) addr(text string) string {
	if a, err := netip.ParseAddr(text); err == nil && a.Is4() {
		nets := []string{"192.0.2", "198.51.100", "203.0.113"}
		return fmt.Sprintf("%s.%d", nets[s.below(len(nets))], s.between(1, 254))
	}
	return fmt.Sprintf("2001:db8:%x:%x::%x", s.between(1, 0xffff), s.between(1, 0xffff), s.between(1, 0xffff))
}

// card returns a card number of the same kind with a valid check digit.
func (s source) card(text string) string {
	made := []byte(text[:1] + s.layout(text)[1:])
	for digit := range byte(10) {
		made[len(made)-1] = '0' + digit
		if luhn(string(made)) == 0 {
			break
		}
	}
	return string(made)
}

// iban returns an IBAN of the same country with valid check digits.
func (s source) iban(text string) string {
	rest := s.layout(text[4:])
	return fmt.Sprintf("%s%02d%s", text[:2], 98-mod97(text[:2]+"00"+rest), rest)
}

// issued returns a token whose prefix no issuer uses.
func (s source) issued(text string) string {
	n, _ := issuedAt(text)
	prefix := text[:n]
	if !isFake(prefix) {
		prefix = fake(prefix)
	}
	return prefix + s.layout(text[n:])
}

// jwt returns a token with the header of another one.
func (s source) jwt(text string) string {
	parts := strings.Split(text, ".")
	for i, p := range parts {
		rest := strings.TrimPrefix(p, "eyJ")
		parts[i] = p[:len(p)-len(rest)] + s.layout(rest)
	}
	return strings.Join(parts, ".")
}

// url replaces a URL except for its scheme, its port, the names in its query and the
// extension of its path.
func (r *replacer) url(text string, s source) string {
	scheme, rest, _ := strings.Cut(text, "://")
	end := strings.IndexAny(rest+"/", "/?#")
	authority, rest := rest[:end], rest[end:]
	user, host := "", authority
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		user, host = s.escaped(authority[:i])+"@", authority[i+1:]
	}
	port := ""
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		host, port = host[:i], host[i:]
	}
	rest, fragment, marked := strings.Cut(rest, "#")
	file, query, asked := strings.Cut(rest, "?")
	ext := path.Ext(file)
	if len(ext) > 5 || strings.ContainsAny(ext, "0123456789") {
		ext = ""
	}
	made := scheme + "://" + user + r.authority(host, s) + port + s.escaped(strings.TrimSuffix(file, ext)) + ext
	if asked {
		made += "?" + s.query(query)
	}
	if marked {
		made += "#" + s.escaped(fragment)
	}
	return made
}

// authority replaces the host of a URL.
func (r *replacer) authority(host string, s source) string {
	bare := strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	switch {
	case isAddr(bare):
		return strings.Replace(host, bare, r.text(bare), 1)
	case isHost(host):
		return r.text(host)
	}
	return s.layout(host)
}

// query replaces the values of a query.
func (s source) query(text string) string {
	pairs := strings.Split(text, "&")
	for i, pair := range pairs {
		if name, value, ok := strings.Cut(pair, "="); ok {
			pairs[i] = name + "=" + s.escaped(value)
		} else {
			pairs[i] = s.escaped(pair)
		}
	}
	return strings.Join(pairs, "&")
}

// escaped is layout for a text with percent escapes: it has the layout of the
// unescaped bytes, and no new escapes.
func (s source) escaped(text string) string {
	if !strings.Contains(text, "%") {
		return s.layout(text)
	}
	escapes := escapePattern.FindAllStringIndex(text, -1)
	for range attempts {
		made := s.unescaped(text)
		if slices.EqualFunc(escapes, escapePattern.FindAllStringIndex(made, -1), slices.Equal) {
			return made
		}
	}
	return strings.Repeat("x", len(text))
}

func (s source) unescaped(text string) string {
	var bytes []byte
	var escapes []bool
	for i := 0; i < len(text); i++ {
		if c, err := strconv.ParseUint(text[min(i+1, len(text)):min(i+3, len(text))], 16, 8); text[i] == '%' && i+2 < len(text) && err == nil {
			bytes, escapes, i = append(bytes, byte(c)), append(escapes, true), i+2
			continue
		}
		bytes, escapes = append(bytes, text[i]), append(escapes, false)
	}
	var b strings.Builder
	for i, c := range []byte(s.layout(string(bytes))) {
		if escapes[i] {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
