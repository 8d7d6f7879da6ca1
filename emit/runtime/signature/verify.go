package signature

import (
	"crypto/hmac"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"io"
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
	texts, err := p.MAC.texts(d)
	if err != nil {
		return err
	}
	if len(texts) == 0 {
		return receive.ErrUnsigned
	}
	size := p.Hash.new()().Size()
	var macs [][]byte
	for _, text := range texts {
		for _, e := range p.Encodings {
			if mac, ok := e.decode(text); ok && len(mac) == size {
				macs = append(macs, mac)
			}
		}
	}
	if len(macs) == 0 {
		return receive.ErrSignature
	}
	if err := p.Timestamp.check(d, now, tolerance); err != nil {
		return err
	}
	signed, err := p.signed(d)
	if err != nil {
		return err
	}
	for _, write := range signed {
		if p.matches(write, keys, macs) {
			return nil
		}
	}
	return receive.ErrSignature
}

// matches reports whether one of the MACs is that of a text with one of the keys. Its time
// does not depend on which.
func (p *Profile) matches(write func(hash.Hash), keys, macs [][]byte) bool {
	found := false
	for _, key := range keys {
		h := hmac.New(p.Hash.new(), key)
		write(h)
		sum := h.Sum(nil)
		for _, mac := range macs {
			found = hmac.Equal(sum, mac) || found
		}
	}
	return found
}

// Sign returns the text of the signature of a delivery, as it stands at p.MAC, in the
// first of the encodings. It is for tests.
func (p *Profile) Sign(d receive.Delivery, key []byte) (string, error) {
	signed, err := p.signed(d)
	if err != nil {
		return "", err
	}
	h := hmac.New(p.Hash.new(), key)
	signed[0](h)
	return p.MAC.Prefix + p.Encodings[0].encode(h.Sum(nil)), nil
}

// signed returns functions that write the signed text of a delivery: one, or two where
// it is not known how numbers are written.
func (p *Profile) signed(d receive.Delivery) ([]func(hash.Hash), error) {
	texts := make([]string, len(p.Signed))
	var body *sorted
	for i, part := range p.Signed {
		switch {
		case part.Text != "":
			texts[i] = part.Text
		case part.Source != Source{}:
			all, err := part.Source.texts(d)
			if err != nil {
				return nil, err
			}
			if len(all) > 0 {
				texts[i] = all[0]
			}
		case part.Body == SortedBody:
			if body = sort(d.Body); body == nil {
				return nil, receive.ErrSignature // it is not JSON, so nobody can have signed it
			}
		}
	}
	writer := func(numbers bool) func(hash.Hash) {
		return func(h hash.Hash) {
			for i, part := range p.Signed {
				switch part.Body {
				case RawBody:
					h.Write(d.Body)
				case SortedBody:
					body.writeTo(h, numbers)
				default:
					io.WriteString(h, texts[i])
				}
			}
		}
	}
	if body != nil && body.rewrites() {
		return []func(hash.Hash){writer(false), writer(true)}, nil
	}
	return []func(hash.Hash){writer(false)}, nil
}

// check checks the timestamp of a delivery.
func (t Timestamp) check(d receive.Delivery, now time.Time, tolerance time.Duration) error {
	if t.Source == (Source{}) {
		return nil
	}
	texts, err := t.Source.texts(d)
	if err != nil {
		return err
	}
	if len(texts) == 0 {
		return receive.ErrTimestamp
	}
	at, ok := t.Unit.parse(texts[0])
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
	if err != nil || strconv.FormatInt(n, 10) != text {
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

// decode reads text. It reports false for text that is not in the encoding.
func (e Encoding) decode(text string) ([]byte, bool) {
	var b []byte
	var err error
	switch e {
	case Hex:
		b, err = hex.DecodeString(text)
	case Base64, Base64URL:
		// The decoder passes over line breaks, which have no place in a header.
		if strings.ContainsAny(text, "\r\n") {
			return nil, false
		}
		b, err = e.base64().DecodeString(text)
	default:
		b = []byte(text)
	}
	return b, err == nil
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

func (e Encoding) base64() *base64.Encoding {
	if e == Base64URL {
		return base64.URLEncoding.Strict()
	}
	return base64.StdEncoding.Strict()
}
