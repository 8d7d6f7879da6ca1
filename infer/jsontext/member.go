package jsontext

import (
	"strings"
	"unsafe"
)

// Member returns the text of the last member of a name of a JSON object, if it is near the
// beginning or the end of the text: nothing else is read, or copied. It reports false for a
// member that is elsewhere as for one that is not there: see [Scanner.Find]. What is not read
// may be invalid.
func Member(text []byte, name string) (raw string, ok bool) {
	if !isPlain(name) {
		return "", false
	}
	all := unsafe.String(unsafe.SliceData(text), len(text)) // until Member returns
	quoted := `"` + name + `"`
	if raw, ok = memberAtEnd(all, quoted, name); ok {
		return raw, true
	}
	s := NewScanner(all[:min(len(all), maxTail)])
	var o Object
	for s.Object(&o); s.Next(&o); s.Skip() {
		if o.Name != name {
			continue
		}
		raw = s.Raw()
		return raw, s.Err == nil && s.at < s.N && !spells(all[s.at:], quoted)
	}
	return "", false
}

// memberAtEnd is Member for the end of the text; see [Scanner.nearEnd].
func memberAtEnd(text, quoted, name string) (raw string, ok bool) {
	tail := text[max(0, len(text)-maxTail):]
	i := strings.LastIndex(tail, quoted)
	if i < 1 || tail[i-1] > ' ' && tail[i-1] != ',' && tail[i-1] != '{' {
		return "", false
	}
	t := NewText(tail[i:])
	t.Depth++
	at := t.lastMember(0, name)
	if at < 0 {
		return "", false
	}
	return t.S[at:t.Skip(at)], true
}

// spells reports whether a text may have a name, which is given in quotes: as it is, or
// because there is a \u.
func spells(text, quoted string) bool {
	if strings.Contains(text, `\u`) {
		return true
	}
	// Quotes are too frequent for strings.Contains: eight places at once are compared with the
	// first three bytes.
	if len(quoted) == 2 {
		return strings.Contains(text, quoted)
	}
	first, second, third := uint64(quoted[0])*ones, uint64(quoted[1])*ones, uint64(quoted[2])*ones
	for ; len(text) >= 10; text = text[8:] {
		x := (Word8(text, 0) ^ first) | (Word8(text, 1) ^ second) | (Word8(text, 2) ^ third)
		if (x-ones)&^x&Tops != 0 && strings.Contains(text[:min(7+len(quoted), len(text))], quoted) {
			return true
		}
	}
	return strings.Contains(text, quoted)
}
