package emit

import (
	"strconv"
	"strings"
	"unicode"
)

// slug returns the name of a topic or an example as a part of a file name that every
// system accepts: lower-case letters, digits, underscores, and dashes for slashes, and
// not the name of a device of Windows. If that loses something, a digest is appended,
// so that two names never have the same slug.
func slug(name string) string {
	var b strings.Builder
	lossy := false
	for _, c := range name {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '_':
			b.WriteRune(c)
		case c == '/' || c == '-' || c == '.' || c == ':':
			b.WriteByte('-')
			lossy = lossy || c != '/'
		default:
			b.WriteRune(unicode.ToLower(c))
			lossy = true
		}
	}
	text := b.String()
	device := strings.Contains(" con prn aux nul ", " "+text+" ") ||
		len(text) == 4 && (text[:3] == "com" || text[:3] == "lpt") && '0' <= text[3] && text[3] <= '9'
	if lossy || text == "" || text[0] == '_' || device || len(text) > 60 {
		return cutSlug(text) + "-" + digest(name)
	}
	return text
}

// cutSlug returns the letters, digits and dashes at the start of a slug.
func cutSlug(text string) string {
	plain := strings.Map(func(c rune) rune {
		if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' {
			return c
		}
		return -1
	}, text)
	return "x" + plain[:min(len(plain), 40)]
}

// digest returns a hash of a text as eight hexadecimal digits.
func digest(text string) string {
	return strconv.FormatUint(uint64(fnv32(text))|1<<32, 16)[1:]
}

// fnv32 returns the FNV-1a hash of a text.
func fnv32(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}
