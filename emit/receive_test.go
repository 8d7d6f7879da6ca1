package emit

import (
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer/golden"
)

// signed is a profile with everything that profiles have.
func signed() Deliveries {
	stamp := Source{Header: "X-Time", List: ",", Prefix: "t="}
	return Deliveries{
		Signature: &Signature{
			Contradictory: true, Algorithm: "hmac-sha512", SecretPrefix: "whsec_", SecretCoded: "base64",
			Signs: []Part{{Source: stamp}, {Text: "."}, {Body: "raw"}}, At: Source{Header: "X-Sign"}, Encodings: []string{"hex", "base64url"},
			Timestamp: stamp, Unit: "milliseconds", Tolerance: 90 * time.Second,
			Vectors: []Vector{{Name: "one", Secret: "whsec_YQ==", At: time.Unix(5, 0), Header: [][2]string{{"x-time", "t=5000"}}, Body: "{}"}},
		},
		ID: Source{Header: "X-Id"}, Shop: Source{Query: "shop"}, Version: Source{Member: "/v"}, Attempt: Source{Header: "X-Try"},
		Answer:    Answer{Code: 202, Type: "text/plain", Body: "ok", Within: 5 * time.Second},
		Handshake: &Handshake{Member: "/type", Is: "verify", Setting: "the id of the app", Base64: true},
		Retries:   Retries{Times: 3, Within: 48 * time.Hour, Then: "Then it is lost"},
	}
}

// receiverCase is a platform and the constructors and comments that it gets.
type receiverCase struct {
	name       string
	deliveries Deliveries
	header     string
	want       []string // in receive.go, doc.go and profile.go
}

const (
	fallbackParam     = "fallback func(context.Context, Event) error"
	authenticateParam = "authenticate func(context.Context, receive.Delivery) error"
)

func receiverCases() []receiverCase {
	echo := signed()
	echo.Handshake = &Handshake{Member: "/type", Is: "verify", Echo: "/challenge"}
	return []receiverCase{
		{"nothing known", Deliveries{}, "X-Topic", []string{
			"func NewReceiver(" + fallbackParam + ", " + authenticateParam + ") (*Receiver, error)",
			"It is not documented how deliveries are signed.",
		}},
		{"no topic", Deliveries{}, "", []string{"func NewReceiver(" + fallbackParam + ", topic Topic, " + authenticateParam + ") (*Receiver, error)"}},
		{"everything", signed(), "X-Topic", []string{
			"func Verify(d receive.Delivery, secrets ...string) error",
			"func NewReceiver(" + fallbackParam + ", handshake string, secrets ...string) (*Receiver, error)",
			"func NewReceiverFunc(" + fallbackParam + ", handshake string, " + authenticateParam + ") (*Receiver, error)",
			"handshake, which is the id of the app.",
			`the header X-Sign has an HMAC-SHA512 with the secret, in hexadecimal or base64url, over the header X-Time, then ".", then the body as it arrived. A delivery whose signed timestamp is more than 90 seconds from now is refused.`,
			"either is accepted", "answered with 202 and ok within 5 seconds", "up to 3 times within 2 days. Then it is lost.",
			`has "verify" at /type. A [Receiver] answers it as it must be: in plain text, with the base64 of the id of the app.`,
			"90 * time.Second", "signature.Milliseconds", `{Source: signature.Source{Header: "X-Time", List: ",", Prefix: "t="}}, {Text: "."}, {Body: signature.RawBody}`,
		}},
		{"an echo", echo, "X-Topic", []string{
			"func NewReceiver(" + fallbackParam + ", secrets ...string) (*Receiver, error)", "in plain text, with its /challenge.",
		}},
	}
}

// TestReceivers holds which constructors a platform gets, and what its comments say.
func TestReceivers(t *testing.T) {
	for _, c := range receiverCases() {
		t.Run(c.name, func(t *testing.T) {
			files := receiverFiles(t, c)
			all := files["receive.go"] + files["internal/profile/profile.go"] + files["doc.go"]
			all = strings.Join(strings.Fields(strings.NewReplacer("\n//", " ").Replace(all)), " ")
			for _, want := range c.want {
				if !strings.Contains(all, want) {
					t.Errorf("there is no %q in\n%s", want, all)
				}
			}
		})
	}
}

// TestReceiversTypeCheck type-checks them.
func TestReceiversTypeCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks the standard library from source")
	}
	checker := newChecker(t)
	for _, c := range receiverCases() {
		checker.checkPlatform(t, strings.ReplaceAll(c.name, " ", ""), receiverFiles(t, c))
	}
}

// receiverFiles returns the Go files of the package of a case.
func receiverFiles(t *testing.T, c receiverCase) map[string]string {
	t.Helper()
	a := golden.Read(t, "testdata/kinds.txtar")[0]
	p, model := input(t, a)
	p.Deliveries, p.Header = c.deliveries, c.header
	files, problems := Package(p, names.Of(p.NamesSpec(), model), "example.com/hooks")
	if len(files) == 0 {
		t.Fatal(golden.Problems(problems))
	}
	got := make(map[string]string)
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Name, "acme/"); ok && strings.HasSuffix(name, ".go") {
			got[name] = string(f.Data)
		}
	}
	return got
}
