package signature

import (
	"crypto/hmac"
	"crypto/sha512"
	"hash"
	"slices"
)

// keyed has an HMAC for each of several keys. Making one takes as long as the MAC of some
// hundred bytes: those of a delivery serve the next one that is verified with the same keys.
type keyed struct {
	keys   [][]byte
	hashes []hash.Hash
	used   bool              // whether something was written to hashes
	room   [sha512.Size]byte // for what is written, and for sums
}

// hashes returns the keyed hashes of keys, which are its caller's until it gives them back.
func (p *Profile) hashes(keys [][]byte) *keyed {
	if k, _ := p.idle.Get().(*keyed); k != nil && slices.EqualFunc(k.keys, keys, hmac.Equal) {
		return k
	}
	k := new(keyed)
	for _, key := range keys {
		k.keys = append(k.keys, slices.Clone(key))
		k.hashes = append(k.hashes, hmac.New(p.Hash.new(), key))
	}
	return k
}

// verify reports whether one of the MACs is that of a signed text, which has its body as it
// came. texts are those of its parts.
func (k *keyed) verify(s signed, texts []string, macs []byte) bool {
	if !s.sorts() {
		return k.matches(&s, texts, macs)
	}
	// Platforms that sign sorted members send them sorted, too: most bodies are signed as
	// they came.
	tried := mayBeSorted(s.body)
	if tried && k.matches(&s, texts, macs) {
		return true
	}
	if s.sorted = sort(s.body); s.sorted == nil {
		return false // it is not JSON, so nobody can have signed it
	}
	if !(tried && s.sorted.asItCame()) && k.matches(&s, texts, macs) {
		return true
	}
	s.numbers = true // it is not known how they are written
	return s.sorted.rewrites() && k.matches(&s, texts, macs)
}

// mayBeSorted reports whether a body may be an object without white space. Other texts are not
// signed as they came: a platform may sign them elsewhere with the same secret, such as the
// query of a URL, and those are not deliveries.
func mayBeSorted(body []byte) bool {
	n := len(body)
	return n > 1 && body[0] == '{' && body[1] > ' ' && body[n-1] == '}'
}

// matches reports whether one of the MACs is that of a text with one of the keys. Its time
// does not depend on which.
func (k *keyed) matches(s *signed, texts []string, macs []byte) bool {
	found := false
	for _, h := range k.hashes {
		if k.used {
			h.Reset()
		}
		s.writeTo(h, texts, k.room[:])
		sum := h.Sum(k.room[:0])
		for rest := macs; len(rest) > 0; rest = rest[len(sum):] {
			found = hmac.Equal(sum, rest[:len(sum)]) || found
		}
	}
	k.used = true
	return found
}
