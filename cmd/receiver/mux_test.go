package main

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/fecify/fecifytest"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzatest"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shopline/shoplinetest"
	"github.com/specimen-go/specimen/generated/shoptop"
	"github.com/specimen-go/specimen/generated/shoptop/shoptoptest"
)

const secret = "the secret of an app"

// environment has the secrets of all platforms.
func environment(name string) string {
	return map[string]string{
		"SHOPLAZZA_SECRET": secret, "SHOPLINE_SECRET": secret, "SHOPLINE_APP_ID": "app", "SHOPTOP_SECRET": secret, "FECIFY_TOKEN": secret,
	}[name]
}

// logs is a log that several goroutines write.
type logs struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logs) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// start starts a server with TLS.
func start(t *testing.T) (*httptest.Server, *logs) {
	t.Helper()
	out := new(logs)
	mux, err := newMux(environment, slog.New(slog.NewTextHandler(out, nil)))
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewTLSServer(mux)
	t.Cleanup(server.Close)
	return server, out
}

// send sends a request to a path of the server, and returns the answer: the status, the
// content type and the body.
func send(t *testing.T, server *httptest.Server, path string, req *http.Request) string {
	t.Helper()
	at, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	req.URL.Scheme, req.URL.Host, req.URL.Path = at.Scheme, at.Host, path
	resp, err := server.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d %s %s", resp.StatusCode, resp.Header.Get("Content-Type"), body)
}

// delivery is an example of a platform and how it is delivered.
type delivery struct {
	path, name string
	request    func() *http.Request
	want       string // of the answer
}

// deliveries returns every documented payload of all platforms.
func deliveries() []delivery {
	const ok = "200  "
	var all []delivery
	for _, x := range shoplazzatest.Examples() {
		all = append(all, delivery{"/shoplazza", string(x.Topic) + "#" + x.Name, func() *http.Request { return shoplazzatest.Request(x.Topic, x.Payload(), secret) }, ok})
	}
	for _, x := range shoplinetest.Examples() {
		want := ok
		if bytes.Contains(x.Payload(), []byte("webhook/verification")) {
			want = "200 text/plain; charset=utf-8 YXBw"
		}
		all = append(all, delivery{"/shopline", string(x.Topic) + "#" + x.Name, func() *http.Request { return shoplinetest.Request(x.Topic, x.Payload(), secret) }, want})
	}
	for _, x := range shoptoptest.Examples() {
		all = append(all, delivery{"/shoptop", string(x.Topic) + "#" + x.Name, func() *http.Request { return shoptoptest.Request(x.Topic, x.Payload(), secret) }, ok})
	}
	for _, x := range fecifytest.Examples() {
		all = append(all, delivery{"/fecify", string(x.Topic) + "#" + x.Name, func() *http.Request {
			req := fecifytest.Request(x.Topic, x.Payload())
			req.URL.RawQuery = url.Values{"token": {secret}}.Encode()
			return req
		}, `200 application/json {"code":200,"message":"success"}`})
	}
	return all
}

// TestDeliveries sends every documented payload, as its platform does, and then changed
// ones that must be refused. The log has no value of any of them, and no secret.
func TestDeliveries(t *testing.T) {
	server, out := start(t)
	all := deliveries()
	if len(all) < 80 {
		t.Fatalf("%d examples", len(all))
	}
	for _, d := range all {
		if got := send(t, server, d.path, d.request()); got != d.want {
			t.Errorf("%s %s: got %s, want %s", d.path, d.name, got, d.want)
		}
		if strings.Contains(d.want, "YXBw") {
			continue // a handshake, which is not signed
		}
		for name, edit := range attacks() {
			req := d.request()
			edit(req)
			if got := send(t, server, d.path, req); d.path != "/fecify" && !strings.HasPrefix(got, "401 ") {
				t.Errorf("%s %s, %s: got %s", d.path, d.name, name, got)
			}
		}
	}
	if text := out.String(); strings.Contains(text, secret) || strings.Contains(text, "example.com") {
		t.Error("the log has a secret, or a value")
	}
	if got, want := strings.Count(out.String(), "msg=handled"), len(all)-1; got < want {
		t.Errorf("%d deliveries are in the log, want %d", got, want)
	}
}

// attacks returns changes of a signed request after which it must be refused. They
// change the body or the signature, wherever it is.
func attacks() map[string]func(req *http.Request) {
	body := func(edit func([]byte) []byte) func(req *http.Request) {
		return func(req *http.Request) {
			text, err := io.ReadAll(req.Body)
			if err != nil {
				panic(err)
			}
			text = edit(text)
			req.Body, req.ContentLength = io.NopCloser(bytes.NewReader(text)), int64(len(text))
		}
	}
	mac := func(edit func(string) string) func(req *http.Request) {
		return func(req *http.Request) {
			for name, values := range req.Header {
				if strings.Contains(name, "Hmac") {
					req.Header.Set(name, edit(values[0]))
				}
			}
			if q := req.URL.Query(); q.Has("sign") {
				q.Set("sign", edit(q.Get("sign")))
				req.URL.RawQuery = q.Encode()
			}
		}
	}
	return map[string]func(req *http.Request){
		"a member more":      body(func(b []byte) []byte { return bytes.Replace(b, []byte("{"), []byte(`{"x":1,`), 1) }),
		"a member twice":     body(func(b []byte) []byte { return bytes.Replace(b, []byte("}"), []byte(`,"topic":"x","topic":"y"}`), 1) }),
		"a digit":            body(func(b []byte) []byte { return bytes.Replace(b, []byte("0"), []byte("1"), 1) }),
		"no signature":       mac(func(string) string { return "" }),
		"a wrong one":        mac(func(s string) string { return strings.Repeat("0", len(s)) }),
		"a truncated one":    mac(func(s string) string { return s[:len(s)-4] }),
		"a doubled one":      mac(func(s string) string { return s + s }),
		"in other encodings": mac(func(s string) string { return fmt.Sprintf("%x", s) }),
	}
}

// TestOthers holds what is answered to requests that are no deliveries.
func TestOthers(t *testing.T) {
	server, _ := start(t)
	get := httptest.NewRequest(http.MethodGet, "/", nil)
	get.RequestURI = ""
	if got := send(t, server, "/shopline", get); !strings.HasPrefix(got, "405 ") {
		t.Errorf("GET: %s", got)
	}
	form := shoptoptest.Request(shoptop.TopicOrdersCreate, []byte(`{}`), secret)
	form.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	if got := send(t, server, "/shoptop", form); !strings.HasPrefix(got, "415 ") {
		t.Errorf("a form: %s", got)
	}
	long := shoplazzatest.Request(shoplazza.TopicOrdersCreate, bytes.Repeat([]byte(" "), 17<<20), secret)
	if got := send(t, server, "/shoplazza", long); !strings.HasPrefix(got, "413 ") {
		t.Errorf("17 MiB: %s", got)
	}
	chunked := shoplazzatest.Request(shoplazza.TopicOrdersCreate, nil, secret)
	chunked.Body, chunked.ContentLength = io.NopCloser(io.LimitReader(zeros{}, 17<<20)), -1
	if got := send(t, server, "/shoplazza", chunked); !strings.HasPrefix(got, "413 ") {
		t.Errorf("17 MiB in chunks: %s", got)
	}
	unknown := shopline.Topic("no/such")
	if got := send(t, server, "/shopline", shoplinetest.Request(unknown, []byte(`{"topic":"no/such"}`), secret)); !strings.HasPrefix(got, "200 ") {
		t.Errorf("an unknown topic: %s", got)
	}
	if got := send(t, server, "/fecify", fecifytest.Request(fecify.TopicProductCreate, []byte(`{}`))); !strings.HasPrefix(got, "401 ") {
		t.Errorf("no token: %s", got)
	}
	hand := &shoplazza.OrderEvent{Order: shoplazza.Order{ID: "7"}}
	if got := send(t, server, "/shoplazza", shoplazzatest.Request(shoplazza.TopicOrdersCreate, hand.AppendJSON(nil), secret)); got != "200  " {
		t.Errorf("an event built by hand: %s", got)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// TestNoSecret holds that a platform without a secret is not served.
func TestNoSecret(t *testing.T) {
	mux, err := newMux(func(string) string { return "" }, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, shoplazzatest.Request(shoplazza.TopicOrdersCreate, []byte(`{}`), secret))
	if w.Code != http.StatusNotFound {
		t.Errorf("got %d", w.Code)
	}
}
