package emit

import (
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

// wordKinds are the last words in the names of members with one of few values.
var wordKinds = map[string]bool{
	"action": true, "channel": true, "currency": true, "gateway": true, "kind": true, "language": true, "level": true,
	"locale": true, "method": true, "mode": true, "platform": true, "policy": true, "reason": true, "source": true,
	"state": true, "status": true, "type": true, "unit": true,
}

// harmlessSample returns a sample that may be in a comment, or "": a plain word of a
// member that has a state or a kind, by its name. Names, addresses, ids and amounts of
// money are never shown.
func harmlessSample(key string, samples []string) string {
	if !wordKinds[ident.Last(key)] {
		return ""
	}
	for _, s := range samples {
		word, ok := strings.CutPrefix(s, `"`)
		word = strings.TrimSuffix(word, `"`)
		ok = ok && len(word) > 1 && len(word) <= 24
		for _, c := range word {
			ok = ok && ('a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c == '-')
		}
		if ok {
			return s
		}
	}
	return ""
}
