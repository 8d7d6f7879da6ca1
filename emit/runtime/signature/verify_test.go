package signature

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// The profiles of platforms that publish a vector.
func sortedProfile() *Profile {
	stamp := Source{Header: "x-shopline-developer-event-timestamp"}
	return &Profile{
		Hash: SHA256, MAC: Source{Query: "sign"}, Encodings: []Encoding{Hex},
		Signed:    []Part{{Source: stamp}, {Text: ":"}, {Body: SortedBody}},
		Timestamp: Timestamp{Source: stamp, Unit: Seconds, Tolerance: time.Hour},
	}
}

func rawProfile() *Profile {
	return &Profile{
		Hash: SHA256, MAC: Source{Header: "X-Hub-Signature-256", Prefix: "sha256="}, Encodings: []Encoding{Hex, Base64},
		Signed: []Part{{Body: RawBody}},
	}
}

func versionsProfile() *Profile {
	id, stamp := Source{Header: "webhook-id"}, Source{Header: "webhook-timestamp"}
	return &Profile{
		Hash: SHA256, Key: Key{Prefix: "whsec_", Coded: Base64},
		MAC: Source{Header: "webhook-signature", List: " ", Prefix: "v1,"}, Encodings: []Encoding{Base64},
		Signed:    []Part{{Source: id}, {Text: "."}, {Source: stamp}, {Text: "."}, {Body: RawBody}},
		Timestamp: Timestamp{Source: stamp, Unit: Seconds, Tolerance: 5 * time.Minute},
	}
}

func pairsProfile() *Profile {
	stamp := Source{Header: "Signature", List: ",", Prefix: "t="}
	return &Profile{
		Hash: SHA512, MAC: Source{Header: "Signature", List: ",", Prefix: "v1="}, Encodings: []Encoding{Hex},
		Signed:    []Part{{Source: stamp}, {Text: "."}, {Body: RawBody}},
		Timestamp: Timestamp{Source: stamp, Unit: Milliseconds, Tolerance: 5 * time.Minute},
	}
}

// vector is a delivery with a signature that the platform publishes.
type vector struct {
	name    string
	profile *Profile
	secret  string
	at      int64
	d       receive.Delivery
}

func header(pairs ...string) http.Header {
	h := http.Header{}
	for i := 0; i < len(pairs); i += 2 {
		h.Set(pairs[i], pairs[i+1])
	}
	return h
}

func vectors() []vector {
	return []vector{
		{
			"sorted", sortedProfile(), "b5138dd0a7c04f674260e1d3b3a762347421396fc5fc1bee55a2c2653c4207bd", 1618994178, receive.Delivery{
				Header: header("X-Shopline-Developer-Event-Timestamp", "1618994178"),
				Query:  url.Values{"sign": {"ae8b68f6a26d8f95290c761d10dbce01c775fd4d734e942e643aee20c86ebf4b"}},
				Body:   []byte(`{"event":"Application","merchant_id":"5dad5d2604515400018dcc90","resource":{"_id":"607fd9c2ff790b001cd23353","merchant_id":"5dad5d2604515400018dcc90","updated_at":"2021-04-21T08:36:17.892Z"},"topic":"application/uninstall"}`),
			},
		},
		{
			"raw", rawProfile(), "It's a Secret to Everybody", 0, receive.Delivery{
				Header: header("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"),
				Body:   []byte("Hello, World!"),
			},
		},
		{
			"versions", versionsProfile(), "whsec_plJ3nmyCDGBKInavdOK15jsl", 1731705121, receive.Delivery{
				Header: header("Webhook-Id", "msg_loFOjxBNrRLzqYUf", "Webhook-Timestamp", "1731705121", "Webhook-Signature", "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="),
				Body:   []byte(`{"event_type":"ping","data":{"success":true}}`),
			},
		},
	}
}

// clone returns a copy of a delivery.
func clone(d receive.Delivery) receive.Delivery {
	query := url.Values{}
	for k, v := range d.Query {
		query[k] = append([]string(nil), v...)
	}
	return receive.Delivery{Header: d.Header.Clone(), Query: query, Body: append([]byte(nil), d.Body...)}
}

func (v vector) keys(t *testing.T, secrets ...string) [][]byte {
	t.Helper()
	keys, err := v.profile.Keys(secrets...)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// setMAC puts the text of the signature into a delivery.
func (v vector) setMAC(d receive.Delivery, text string) {
	if q := v.profile.MAC.Query; q != "" {
		d.Query.Set(q, text)
	} else {
		d.Header.Set(v.profile.MAC.Header, text)
	}
}

// mac returns the text of the signature without its prefix.
func (v vector) mac() string { return v.profile.MAC.First(v.d) }

// TestVectors holds that what the platforms publish is accepted, with other secrets
// before and after, and that [Profile.Sign] makes it.
func TestVectors(t *testing.T) {
	for _, v := range vectors() {
		t.Run(v.name, func(t *testing.T) {
			now := time.Unix(v.at, 0)
			other := v.profile.Key.Prefix + "b3RoZXI="
			for _, secrets := range [][]string{{v.secret}, {other, v.secret}, {v.secret, other}} {
				if err := v.profile.Verify(v.d, v.keys(t, secrets...), now, 0); err != nil {
					t.Errorf("%d secrets: %v", len(secrets), err)
				}
			}
			if err := v.profile.Verify(v.d, v.keys(t, other), now, 0); !errors.Is(err, receive.ErrSignature) {
				t.Errorf("another secret: %v", err)
			}
			text, err := v.profile.Sign(v.d, v.keys(t, v.secret)[0])
			if want := v.profile.MAC.Prefix + v.mac(); err != nil || text != want {
				t.Errorf("Sign = %s, %v, want %s", text, err, want)
			}
		})
	}
}

// TestAttacks holds what changes of a signed delivery are refused, and with which error.
func TestAttacks(t *testing.T) {
	attacks := []struct {
		name string
		edit func(v vector, d *receive.Delivery)
		want error
	}{
		{"no signature", func(v vector, d *receive.Delivery) { d.Header.Del(v.profile.MAC.Header); d.Query = nil }, receive.ErrUnsigned},
		{"empty signature", func(v vector, d *receive.Delivery) { v.setMAC(*d, "") }, receive.ErrUnsigned},
		{"prefix only", func(v vector, d *receive.Delivery) { v.setMAC(*d, v.profile.MAC.Prefix) }, receive.ErrUnsigned},
		{"another MAC", func(v vector, d *receive.Delivery) {
			v.setMAC(*d, v.profile.MAC.Prefix+v.profile.Encodings[0].encode(make([]byte, 32)))
		}, receive.ErrSignature},
		{"truncated", func(v vector, d *receive.Delivery) { v.setMAC(*d, v.profile.MAC.Prefix+v.mac()[:len(v.mac())-2]) }, receive.ErrSignature},
		{"doubled", func(v vector, d *receive.Delivery) { v.setMAC(*d, v.profile.MAC.Prefix+v.mac()+v.mac()) }, receive.ErrSignature},
		{"given twice", func(v vector, d *receive.Delivery) {
			if q := v.profile.MAC.Query; q != "" {
				d.Query.Add(q, v.mac())
			} else {
				d.Header.Add(v.profile.MAC.Header, v.profile.MAC.Prefix+v.mac())
			}
		}, receive.ErrRepeated},
		{"in the wrong place", func(v vector, d *receive.Delivery) {
			d.Header.Del(v.profile.MAC.Header)
			d.Query = url.Values{"other": {v.mac()}}
			d.Header.Set("Other", v.mac())
		}, receive.ErrUnsigned},
		{"another byte", func(_ vector, d *receive.Delivery) { d.Body[9] ^= 1 }, receive.ErrSignature},
		{"a byte more", func(_ vector, d *receive.Delivery) { d.Body = append(d.Body, '0') }, receive.ErrSignature},
		{"a byte less", func(_ vector, d *receive.Delivery) { d.Body = d.Body[:len(d.Body)-1] }, receive.ErrSignature},
		{"empty body", func(_ vector, d *receive.Delivery) { d.Body = nil }, receive.ErrSignature},
		{"not JSON", func(_ vector, d *receive.Delivery) { d.Body = []byte(`{"a":`) }, receive.ErrSignature},
		{"deep", func(_ vector, d *receive.Delivery) { d.Body = []byte(strings.Repeat("[", 1<<20)) }, receive.ErrSignature},
	}
	for _, v := range vectors() {
		for _, a := range attacks {
			d := clone(v.d)
			a.edit(v, &d)
			err := v.profile.Verify(d, v.keys(t, v.secret), time.Unix(v.at, 0), 0)
			if !errors.Is(err, a.want) {
				t.Errorf("%s, %s: %v, want %v", v.name, a.name, err, a.want)
			}
			if err != nil && (strings.Contains(err.Error(), v.mac()) || strings.Contains(err.Error(), v.secret)) {
				t.Errorf("%s, %s: the error has the signature or the secret", v.name, a.name)
			}
		}
	}
}

// TestEncodings holds that the text of a MAC may be in either encoding of the profile,
// whatever the case of its hexadecimal digits, and in no other.
func TestEncodings(t *testing.T) {
	v := vectors()[1]
	mac, _ := Hex.decode(v.mac())
	base64 := Base64.encode(mac)
	for text, want := range map[string]error{
		strings.ToUpper(v.mac()):         nil,
		base64:                           nil,
		strings.TrimRight(base64, "="):   receive.ErrSignature,
		base64 + "\n":                    nil, // as white space around it
		base64[:20] + "\n" + base64[20:]: receive.ErrSignature,
		strings.NewReplacer("+", "-", "/", "_").Replace(base64) + "=": receive.ErrSignature,
	} {
		d := clone(v.d)
		v.setMAC(d, v.profile.MAC.Prefix+text)
		if err := v.profile.Verify(d, v.keys(t, v.secret), time.Time{}, 0); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
	v.profile.Encodings = []Encoding{Base64}
	if err := v.profile.Verify(v.d, v.keys(t, v.secret), time.Time{}, 0); !errors.Is(err, receive.ErrSignature) {
		t.Errorf("hexadecimal digits for base64: %v", err)
	}
}

// TestTimestamps holds the window of signed timestamps.
func TestTimestamps(t *testing.T) {
	for _, v := range vectors() {
		window := v.profile.Timestamp.Tolerance
		if window == 0 {
			continue
		}
		at, keys := time.Unix(v.at, 0), v.keys(t, v.secret)
		for _, c := range []struct {
			now       time.Time
			tolerance time.Duration
			want      error
		}{
			{at.Add(window), 0, nil},
			{at.Add(-window), 0, nil},
			{at.Add(window + time.Second), 0, receive.ErrExpired},
			{at.Add(-window - time.Second), 0, receive.ErrExpired},
			{at.Add(window + time.Second), -1, nil},
			{at.Add(2 * time.Second), time.Second, receive.ErrExpired},
			{time.Time{}, 0, receive.ErrExpired},
		} {
			if err := v.profile.Verify(v.d, keys, c.now, c.tolerance); !errors.Is(err, c.want) {
				t.Errorf("%s at %v, tolerance %v: %v, want %v", v.name, c.now, c.tolerance, err, c.want)
			}
		}
		name := v.profile.Timestamp.Source.Header
		for _, text := range []string{"", " ", "x", "1e9", "+1618994178", "01618994178", "99999999999999999999", "1618994178.5"} {
			d := clone(v.d)
			d.Header.Set(name, text)
			if err := v.profile.Verify(d, keys, at, 0); !errors.Is(err, receive.ErrTimestamp) {
				t.Errorf("%s: timestamp %q: %v", v.name, text, err)
			}
		}
		d := clone(v.d)
		d.Header.Add(name, d.Header.Get(name))
		if err := v.profile.Verify(d, keys, at, 0); !errors.Is(err, receive.ErrRepeated) {
			t.Errorf("%s: two timestamps: %v", v.name, err)
		}
		d = clone(v.d)
		d.Header.Set(name, v.profile.Timestamp.Unit.Format(at.Add(time.Second)))
		if err := v.profile.Verify(d, keys, at, 0); !errors.Is(err, receive.ErrSignature) {
			t.Errorf("%s: another timestamp: %v", v.name, err)
		}
	}
}

// TestRotation holds that one of several signatures has to be right, as while a secret
// is being replaced.
func TestRotation(t *testing.T) {
	v := vectors()[2]
	keys, now := v.keys(t, v.secret), time.Unix(v.at, 0)
	good := v.d.Header.Get("Webhook-Signature")
	bad := "v1," + Base64.encode(make([]byte, 32))
	for text, want := range map[string]error{
		bad + " " + good:                               nil,
		good + " " + bad:                               nil,
		"v1a,abc  " + good + " v2,x":                   nil,
		bad + " " + bad:                                receive.ErrSignature,
		strings.Replace(good, "v1", "v2", 1):           receive.ErrUnsigned,
		strings.Replace(good, " ", "", 1) + "," + good: receive.ErrSignature,
	} {
		d := clone(v.d)
		d.Header.Set("Webhook-Signature", text)
		if err := v.profile.Verify(d, keys, now, 0); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
}

// TestPairs holds that a timestamp and signatures can stand in one header.
func TestPairs(t *testing.T) {
	p := pairsProfile()
	d := receive.Delivery{Header: header("Signature", "t=1500000000000"), Body: []byte(`{"a":1}`)}
	text, err := p.Sign(d, []byte("key"))
	if err != nil {
		t.Fatal(err)
	}
	d.Header.Set("Signature", "t=1500000000000,"+text+",v0=abc")
	if err := p.Verify(d, [][]byte{[]byte("key")}, time.UnixMilli(1500000000000), 0); err != nil {
		t.Error(err)
	}
	d.Header.Set("Signature", "t=1500000000001,"+text)
	if err := p.Verify(d, [][]byte{[]byte("key")}, time.UnixMilli(1500000000000), 0); !errors.Is(err, receive.ErrSignature) {
		t.Error(err)
	}
}

// TestNumbers holds that a MAC over numbers as they came is accepted, and one over the
// numbers of JavaScript, and none over others.
func TestNumbers(t *testing.T) {
	p := sortedProfile()
	keys := [][]byte{[]byte("key")}
	for signed, want := range map[string]error{
		`{"a":12345678901234567890,"b":10.0}`: nil, `{"a":12345678901234567000,"b":10}`: nil,
		`{"a":12345678901234567890,"b":10}`: receive.ErrSignature, `{"a":12345678901234567000,"b":10.0}`: receive.ErrSignature,
	} {
		stamp := header("X-Shopline-Developer-Event-Timestamp", "5")
		plain := &Profile{Hash: SHA256, MAC: p.MAC, Encodings: p.Encodings, Signed: []Part{{Text: "5:"}, {Body: RawBody}}}
		mac, err := plain.Sign(receive.Delivery{Header: stamp, Body: []byte(signed)}, keys[0])
		if err != nil {
			t.Fatal(err)
		}
		d := receive.Delivery{Header: stamp, Query: url.Values{"sign": {mac}}, Body: []byte(`{"b" : 10.0, "a" : 12345678901234567890}`)}
		if err := p.Verify(d, keys, time.Unix(5, 0), 0); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", signed, err, want)
		}
	}
}

// TestLong holds that a body may be longer than the default limit, which a receiver can
// raise.
func TestLong(t *testing.T) {
	p, keys := sortedProfile(), [][]byte{[]byte("key")}
	d := receive.Delivery{
		Header: header("X-Shopline-Developer-Event-Timestamp", "5"),
		Body:   []byte(`{"a":"` + strings.Repeat("b", jsontext.DefaultMaxBytes) + `"}`),
	}
	mac, err := p.Sign(d, keys[0])
	if err != nil {
		t.Fatal(err)
	}
	d.Query = url.Values{"sign": {mac}}
	if err := p.Verify(d, keys, time.Unix(5, 0), 0); err != nil {
		t.Error(err)
	}
}

// TestKeys holds which secrets are refused.
func TestKeys(t *testing.T) {
	for _, c := range []struct {
		profile *Profile
		secrets []string
		want    error
	}{
		{rawProfile(), nil, receive.ErrNoSecret},
		{rawProfile(), []string{""}, receive.ErrNoSecret},
		{rawProfile(), []string{"a", ""}, receive.ErrNoSecret},
		{rawProfile(), []string{"\n"}, receive.ErrNoSecret},
		{versionsProfile(), []string{"whsec_"}, receive.ErrNoSecret},
		{versionsProfile(), []string{"plJ3nmyCDGBKInavdOK15jsl"}, receive.ErrMalformedSecret},
		{versionsProfile(), []string{"whsec_a"}, receive.ErrMalformedSecret},
	} {
		if _, err := c.profile.Keys(c.secrets...); !errors.Is(err, c.want) {
			t.Errorf("%q: %v, want %v", c.secrets, err, c.want)
		}
	}
	d := vectors()[1].d
	if err := rawProfile().Verify(d, nil, time.Time{}, 0); !errors.Is(err, receive.ErrNoSecret) {
		t.Errorf("no keys: %v", err)
	}
}

// TestMember holds that a signature can stand in the body.
func TestMember(t *testing.T) {
	s := Source{Member: "/a/key"}
	for body, want := range map[string]string{
		`{"a":{"key":"x"}}`: "x", `{"a":{"key":7}}`: "7", `{"a":{"key":["x"]}}`: "", `{"a":{"key":null}}`: "", `[]`: "", ``: "", `{"a":`: "",
		`{"a":{"key":"x"},"a":{"key":"y"}}`: "y",
	} {
		if got := s.First(receive.Delivery{Body: []byte(body)}); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}
