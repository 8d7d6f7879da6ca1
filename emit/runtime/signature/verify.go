package signature

import (
	"crypto/hmac"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/receive"
)

// Keys returns the keys of secrets, of which several are in use while one is replaced by
// the next. It fails with [receive.ErrNoSecret] for none and for one that is empty or white
// space, such as the line break of an empty file, and with [receive.ErrMalformedSecret].
func (p *Profile) Keys(secrets ...string) ([][]byte, error) {
	if len(secrets) == 0 {
		return nil, receive.ErrNoSecret
	}
	var keys [][]byte
	for _, secret := range secrets {
		text, ok := strings.CutPrefix(secret, p.Key.Prefix)
		if strings.TrimSpace(text) == "" {
			return nil, receive.ErrNoSecret
		}
		key, valid := p.Key.Coded.decode(text)
		if !ok || !valid {
			return nil, receive.ErrMalformedSecret
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// Verify checks that a delivery has a signature with one of the keys, and that its
// signed timestamp is close enough to now. A tolerance of 0 is that of the profile, and
// a negative one accepts any time.
func (p *Profile) Verify(d receive.Delivery, keys [][]byte, now time.Time, tolerance time.Duration) error {
	if len(keys) == 0 {
		return receive.ErrNoSecret
	}
	list, err := p.MAC.all(d)
	if err != nil {
		return err
	}
	text, rest := p.MAC.next(list)
	if text == "" {
		return receive.ErrUnsigned
	}
	var room [4 * sha512.Size]byte // a list seldom has more
	macs := room[:0]               // one behind the other
	for ; text != ""; text, rest = p.MAC.next(rest) {
		for _, e := range p.Encodings {
			macs = e.appendMAC(macs, text, p.Hash.size())
		}
	}
	if len(macs) == 0 {
		return receive.ErrSignature
	}
	if err := p.Timestamp.check(d, now, tolerance); err != nil {
		return err
	}
	var some [8]string // what is signed seldom has more parts
	texts, err := p.texts(d, some[:0])
	if err != nil {
		return err
	}
	k := p.hashes(keys)
	ok := k.verify(signed{parts: p.Signed, body: d.Body}, texts, macs)
	p.idle.Put(k)
	if !ok {
		return receive.ErrSignature
	}
	return nil
}

// Sign returns the text of the signature of a delivery, as it stands at p.MAC, in the
// first of the encodings. It is for tests.
func (p *Profile) Sign(d receive.Delivery, key []byte) (string, error) {
	texts, err := p.texts(d, nil)
	if err != nil {
		return "", err
	}
	s := signed{parts: p.Signed, body: d.Body}
	if s.sorts() {
		if s.sorted = sort(d.Body); s.sorted == nil {
			return "", receive.ErrSignature
		}
	}
	h := hmac.New(p.Hash.new(), key)
	s.writeTo(h, texts, nil)
	return p.MAC.Prefix + p.Encodings[0].encode(h.Sum(nil)), nil
}

// check checks the timestamp of a delivery.
func (t *Timestamp) check(d receive.Delivery, now time.Time, tolerance time.Duration) error {
	if t.Source == (Source{}) {
		return nil
	}
	text, err := t.Source.first(d)
	if err != nil {
		return err
	}
	at, ok := t.Unit.parse(text)
	if !ok {
		return receive.ErrTimestamp
	}
	if tolerance == 0 {
		tolerance = t.Tolerance
	}
	if tolerance >= 0 && now.Sub(at).Abs() > tolerance {
		return receive.ErrExpired
	}
	return nil
}

func (u Unit) parse(text string) (time.Time, bool) {
	if u == RFC3339 {
		at, err := time.Parse(time.RFC3339, text)
		return at, err == nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	var room [20]byte
	if err != nil || string(strconv.AppendInt(room[:0], n, 10)) != text {
		return time.Time{}, false
	}
	if u == Milliseconds {
		return time.UnixMilli(n), true
	}
	return time.Unix(n, 0), true
}

// Format returns a time as it is signed.
func (u Unit) Format(at time.Time) string {
	switch u {
	case RFC3339:
		return at.UTC().Format(time.RFC3339)
	case Milliseconds:
		return strconv.FormatInt(at.UnixMilli(), 10)
	}
	return strconv.FormatInt(at.Unix(), 10)
}

// appendMAC appends the MAC of size bytes that text is, or nothing if it is none.
func (e Encoding) appendMAC(b []byte, text string, size int) []byte {
	if len(text) != e.length(size) {
		return b
	}
	if out, ok := e.appendDecoded(b, text); ok && len(out) == len(b)+size {
		return out
	}
	return b
}

// decode reads text. It reports false for text that is not in the encoding.
func (e Encoding) decode(text string) ([]byte, bool) { return e.appendDecoded(nil, text) }

// appendDecoded appends what decode returns.
func (e Encoding) appendDecoded(b []byte, text string) ([]byte, bool) {
	var err error
	switch e {
	case Hex:
		b, err = hex.AppendDecode(b, []byte(text))
	case Base64, Base64URL:
		// The decoder passes over line breaks, which have no place in a header.
		if strings.ContainsAny(text, "\r\n") {
			return b, false
		}
		b, err = e.base64().AppendDecode(b, []byte(text))
	default:
		b = append(b, text...)
	}
	return b, err == nil
}

// length returns the length of the text of n bytes.
func (e Encoding) length(n int) int {
	switch e {
	case Hex:
		return hex.EncodedLen(n)
	case Base64, Base64URL:
		return e.base64().EncodedLen(n)
	}
	return n
}

func (e Encoding) encode(b []byte) string {
	switch e {
	case Hex:
		return hex.EncodeToString(b)
	case Base64, Base64URL:
		return e.base64().EncodeToString(b)
	}
	return string(slices.Clone(b))
}

var strict, strictURL = base64.StdEncoding.Strict(), base64.URLEncoding.Strict()

func (e Encoding) base64() *base64.Encoding {
	if e == Base64URL {
		return strictURL
	}
	return strict
}
