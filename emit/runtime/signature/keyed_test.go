package signature

import (
	"errors"
	"net/url"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/receive"
)

// TestSpellings holds that a MAC over the sorted text is accepted however the body is
// written, and that of a body that comes sorted without a second look at it.
func TestSpellings(t *testing.T) {
	p := &Profile{Hash: SHA256, MAC: Source{Query: "sign"}, Encodings: []Encoding{Hex}, Signed: []Part{{Body: SortedBody}}}
	raw := &Profile{Hash: SHA256, MAC: p.MAC, Encodings: p.Encodings, Signed: []Part{{Body: RawBody}}}
	keys := [][]byte{[]byte("key")}
	for _, c := range []struct{ signed, body string }{
		{`{"a":1,"b":[2]}`, `{"a":1,"b":[2]}`},
		{`{"a":1,"b":[2]}`, `{"b":[2],"a":1}`},
		{`{"a":1,"b":[2]}`, `{"a":1,"b":[2]}` + "\n"},
		{`{"a":1,"b":[2]}`, ` {"a":1,"b":[2]}`},
		{`{"a":1,"b":[2]}`, `{"a":1,"b":[2 ]}`},
		{`{"a":1,"b":[2]}`, "{\n\"a\":1,\"b\":[2]}"},
		{`{"a":1,"b":[2]}`, `{"a":1.0,"b":[2e0]}`},
		{`{"a":1.0,"b":[2e0]}`, `{"a":1.0,"b":[2e0]}`},
		{`{"a":1.0,"b":[2e0]}`, `{"b":[2e0],"a":1.0}`},
		{`{"a":"/"}`, `{"a":"\/"}`},
		{`[]`, `[]`},
		{`[]`, `[ ]`},
		{`1`, `1`},
		{`1`, `1 `},
		{`1`, `1.0`},
	} {
		mac, err := raw.Sign(receive.Delivery{Body: []byte(c.signed)}, keys[0])
		if err != nil {
			t.Fatal(err)
		}
		d := receive.Delivery{Query: url.Values{"sign": {mac}}, Body: []byte(c.body)}
		if err := p.Verify(d, keys, time.Time{}, 0); err != nil {
			t.Errorf("%s, signed as %s: %v", c.body, c.signed, err)
		}
		for i := range d.Body {
			d.Body[i] ^= 1
			if err := p.Verify(d, keys, time.Time{}, 0); !errors.Is(err, receive.ErrSignature) {
				t.Errorf("%q, signed as %s: %v", d.Body, c.signed, err)
			}
			d.Body[i] ^= 1
		}
	}
}

// TestSignedElsewhere holds that a text which is not JSON is no delivery, although a platform
// may sign it elsewhere with the same secret.
func TestSignedElsewhere(t *testing.T) {
	p := &Profile{Hash: SHA256, MAC: Source{Query: "sign"}, Encodings: []Encoding{Hex}, Signed: []Part{{Body: SortedBody}}}
	raw := &Profile{Hash: SHA256, MAC: p.MAC, Encodings: p.Encodings, Signed: []Part{{Body: RawBody}}}
	keys := [][]byte{[]byte("key")}
	for _, text := range []string{"appkey=a&timestamp=1", `{"code":"c"}1610441234`, "", "{", "}"} {
		mac, err := raw.Sign(receive.Delivery{Body: []byte(text)}, keys[0])
		if err != nil {
			t.Fatal(err)
		}
		d := receive.Delivery{Query: url.Values{"sign": {mac}}, Body: []byte(text)}
		if err := p.Verify(d, keys, time.Time{}, 0); !errors.Is(err, receive.ErrSignature) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestKeysApart holds that hashes that are kept for the next delivery serve no other keys,
// nor two deliveries at once.
func TestKeysApart(t *testing.T) {
	p := rawProfile()
	keys := [][][]byte{{[]byte("a")}, {[]byte("b")}, {[]byte("a"), []byte("b")}, {[]byte("b"), []byte("a")}, {[]byte("ab")}}
	var macs []string
	for _, k := range keys {
		mac, err := p.Sign(receive.Delivery{Body: []byte("body")}, k[0])
		if err != nil {
			t.Fatal(err)
		}
		macs = append(macs, mac)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for n := range 500 {
				i, j := n%len(keys), n/len(keys)%len(keys)
				var want error
				if !slices.ContainsFunc(keys[j], func(key []byte) bool { return string(key) == string(keys[i][0]) }) {
					want = receive.ErrSignature
				}
				d := receive.Delivery{Header: header(p.MAC.Header, macs[i]), Body: []byte("body")}
				if err := p.Verify(d, keys[j], time.Time{}, 0); !errors.Is(err, want) {
					t.Errorf("signed with %q, verified with %q: %v, want %v", keys[i][0], keys[j], err, want)
				}
			}
		})
	}
	all.Wait()
}
