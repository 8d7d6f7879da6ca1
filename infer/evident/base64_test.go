package evident

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"
)

func TestBase64(t *testing.T) {
	sum := sha256.Sum256([]byte("x"))
	for text, want := range map[string]bool{
		base64.StdEncoding.EncodeToString([]byte(`{"order":1}x`)):                  true,
		base64.RawURLEncoding.EncodeToString([]byte("Größe: 12, größer als 11?>")): true, // the other alphabet
		"U3ViamVjdDogSGVs\r\nbG8sIFdvcmxkIQ==\r\n":                                 true, // lines
		"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ":                             true, // PNG
		"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7":                 true,
		base64.StdEncoding.EncodeToString(sum[:]):                                  true,
		base64.StdEncoding.EncodeToString(append(sum[:], sum[:31]...)):             true, // no padding, signs
		"1B2M2Y8AsgTpgAmY7PhCfg==":                                                 true, // an MD5

		"":                         false,
		"aGVsbG8=":                 false, // too short to be sure
		hex.EncodeToString(sum[:]): false,
		strings.ToUpper(hex.EncodeToString(sum[:])):                           false,
		"4f6b9c1e-0000-4d3b-9a57-0123456789ab":                                false,
		"1234567890123456":                                                    false,
		"organizationinternationalization":                                    false,
		"OrganizationInternationalization":                                    false,
		"application/vndHTML5document":                                        false,
		"refs/heads/Feature12/LoginPage1x":                                    false,
		"Users/John/Documents2/ReportFinal1/v2/File":                          false,
		"AC0123456789ABCDEFabcdef01234567":                                    false,
		"ghp_16C7e42F292c6912E7710c838347Ae178B4a":                            false,
		"sk_live_51H8aBcDeFgHiJkLmNoPqRsTuVwXyZ0123":                          false,
		"01ARZ3NDEKTSV4RRFFQ69G5FAV":                                          false,
		"2NKQv5x8s1T9bWq3LkPzYc":                                              false, // base62
		"7f3Kq9Zx2Lw8Vb5Nc1Rt4Yh6Gj0Pm3Ds":                                    false,
		"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r": false, // a JWT
		"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=":                 false, // names its algorithm
		"Hello+World+Again+And+Again+42+Times+In+":                            false,
		"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP":                        false,
	} {
		if got := Base64(text); got != want {
			t.Errorf("Base64(%q): %t, want %t", text, got, want)
		}
	}
}
