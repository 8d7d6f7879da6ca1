package receiver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/emit/runtime/signature"
)

// event is an event of a platform with one type.
type event struct {
	payload.Event
	topic      string
	body       []byte
	mismatches []payload.Mismatch
}

func (e *event) Raw() []byte                    { return e.body }
func (e *event) Mismatches() []payload.Mismatch { return e.mismatches }

// platform is a platform that signs the raw body, with the receiver of its deliveries.
type platform struct {
	Receiver
	signature *signature.Profile
	keys      [][]byte
	handled   atomic.Int64
	handle    func(context.Context, *event) error
}

const secret = "a secret that is not empty"

func newPlatform() *platform {
	p := &platform{signature: &signature.Profile{
		Hash: signature.SHA256, MAC: signature.Source{Header: "X-Mac"}, Encodings: []signature.Encoding{signature.Hex},
		Signed: []signature.Part{{Body: signature.RawBody}},
	}}
	p.keys, _ = p.signature.Keys(secret)
	p.Profile = &Profile{
		Topic: signature.Source{Header: "X-Topic"}, ID: signature.Source{Header: "X-Id"}, Shop: signature.Source{Member: "/shop"},
		Answer: Answer{ContentType: "application/json", Body: `{"code":200}`},
		Handshake: &Handshake{
			At: signature.Source{Member: "/topic"}, Is: "webhook/verification", Answer: Reply{Setting: true, Base64: true},
		},
	}
	p.Setting = "app"
	p.Authenticate = func(_ context.Context, d receive.Delivery) error {
		return p.signature.Verify(d, p.keys, time.Time{}, 0)
	}
	p.Options = new(receive.Options)
	p.Decode = func(topic string, body []byte, _ bool) (payload.Event, error) {
		v, err := payload.ParseValue(string(body))
		if err == nil && v.Kind() != payload.KindObject {
			err = &payload.MismatchError{Mismatches: []payload.Mismatch{{Want: payload.KindObject, Got: v.Kind()}}}
		}
		if err != nil {
			return nil, err
		}
		return &event{topic: topic, body: body}, nil
	}
	p.Unknown = func(topic string, body []byte, mismatches []payload.Mismatch) payload.Event {
		return &event{topic: topic, body: body, mismatches: mismatches}
	}
	p.Handle = func(ctx context.Context, e payload.Event) error {
		p.handled.Add(1)
		if p.handle != nil {
			return p.handle(ctx, e.(*event))
		}
		return nil
	}
	return p
}

// request returns a signed request.
func (p *platform) request(body string) *http.Request {
	req := httptest.NewRequest(http.MethodPost, "/hook", strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Topic", "orders/create")
	req.Header.Set("X-Id", "7")
	mac, err := p.signature.Sign(receive.Delivery{Body: []byte(body)}, p.keys[0])
	if err != nil {
		panic(err)
	}
	req.Header.Set("X-Mac", mac)
	return req
}

// answer is what an endpoint answers, as text: the status, the headers that count, and
// the body.
func answer(w *httptest.ResponseRecorder) string {
	return fmt.Sprintf("%d %s %q", w.Code, w.Header().Get("Content-Type"), w.Body)
}

// TestAnswers holds each answer to the byte.
func TestAnswers(t *testing.T) {
	const ok, plain = `200 application/json "{\"code\":200}"`, "text/plain; charset=utf-8"
	refused := func(status int) string {
		return fmt.Sprintf("%d %s %q", status, plain, http.StatusText(status)+"\n")
	}
	for _, c := range []struct {
		name, body string
		edit       func(p *platform, req *http.Request)
		want       string
		handled    int64
	}{
		{"signed", `{"a":1}`, nil, ok, 1},
		{"no topic", `{"a":1}`, func(_ *platform, req *http.Request) { req.Header.Del("X-Topic") }, ok, 1},
		{"another root", `[1]`, nil, ok, 1},
		{"no content type", `{}`, func(_ *platform, req *http.Request) { req.Header.Del("Content-Type") }, ok, 1},
		{"a parameter", `{}`, func(_ *platform, req *http.Request) {
			req.Header.Set("Content-Type", "application/json; charset=utf-8")
		}, ok, 1},
		{"a suffix", `{}`, func(_ *platform, req *http.Request) { req.Header.Set("Content-Type", "application/vnd.api+JSON") }, ok, 1},
		{"a form", `{}`, func(_ *platform, req *http.Request) {
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}, refused(415), 0},
		{"any content type", `{}`, func(p *platform, req *http.Request) {
			p.Options.AnyContentType = true
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}, ok, 1},
		{"GET", `{}`, func(_ *platform, req *http.Request) { req.Method = http.MethodGet }, refused(405), 0},
		{"PUT", `{}`, func(_ *platform, req *http.Request) { req.Method = http.MethodPut }, refused(405), 0},
		{"unsigned", `{}`, func(_ *platform, req *http.Request) { req.Header.Del("X-Mac") }, refused(401), 0},
		{"another body", `{}`, func(_ *platform, req *http.Request) { req.Body = io.NopCloser(strings.NewReader(`{ }`)) }, refused(401), 0},
		{"not JSON", `{"a":`, nil, refused(400), 0},
		{"empty", ``, nil, refused(400), 0},
		{"as long as it may be", `{"a":"12"}`, func(p *platform, _ *http.Request) { p.Options.MaxBytes = 10 }, ok, 1},
		{"too long", `{"a":"12"}`, func(p *platform, _ *http.Request) { p.Options.MaxBytes = 9 }, refused(413), 0},
		{"too long, in chunks", `{"a":"12"}`, func(p *platform, req *http.Request) {
			p.Options.MaxBytes = 9
			req.ContentLength = -1
		}, refused(413), 0},
		{"too long, says less", `{"a":"12"}`, func(p *platform, req *http.Request) {
			p.Options.MaxBytes = 9
			req.ContentLength = 2
		}, refused(413), 0},
		{"says too much", `{"a":"12"}`, func(_ *platform, req *http.Request) { req.ContentLength = 16 << 20 }, ok, 1},
		{"broken off", `{}`, func(_ *platform, req *http.Request) {
			req.Body = io.NopCloser(io.MultiReader(strings.NewReader("{"), &failing{}))
		}, refused(400), 0},
		{"an error", `{}`, func(p *platform, _ *http.Request) {
			p.handle = func(context.Context, *event) error { return errors.New("secret of mine") }
		}, refused(500), 1},
		{"a panic", `{}`, func(p *platform, _ *http.Request) {
			p.handle = func(context.Context, *event) error { panic("secret of mine") }
		}, refused(500), 1},
		{"an error of before", `{}`, func(p *platform, _ *http.Request) {
			p.Options.Before = func(ctx context.Context, _ payload.Event) (context.Context, error) { return ctx, io.EOF }
		}, refused(500), 0},
		{"a handshake", `{"topic":"webhook/verification"}`, func(_ *platform, req *http.Request) { req.Header.Del("X-Mac") }, `200 ` + plain + ` "YXBw"`, 0},
		{"a long handshake", `{"topic":"webhook/verification"` + strings.Repeat(" ", maxHandshake) + `}`, func(_ *platform, req *http.Request) { req.Header.Del("X-Mac") }, refused(401), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlatform()
			req := p.request(c.body)
			if c.edit != nil {
				c.edit(p, req)
			}
			w := httptest.NewRecorder()
			p.ServeHTTP(w, req)
			if got := answer(w); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if got := p.handled.Load(); got != c.handled {
				t.Errorf("the handler was called %d times, want %d", got, c.handled)
			}
			if w.Code == 405 && w.Header().Get("Allow") != "POST" {
				t.Error("405 without Allow")
			}
		})
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("broken") }

// TestHandshakeOfRequest holds that a handshake can be answered with a member of it.
func TestHandshakeOfRequest(t *testing.T) {
	p := newPlatform()
	p.Profile.Handshake = &Handshake{
		At: signature.Source{Member: "/type"}, Is: "url_verification", Answer: Reply{Source: signature.Source{Member: "/challenge"}},
	}
	w := httptest.NewRecorder()
	p.ServeHTTP(w, p.request(`{"type":"url_verification","challenge":"<b>x"}`))
	if got, want := answer(w), `200 text/plain; charset=utf-8 "<b>x"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := w.Header().Get("X-Content-Type-Options"); got != "nosniff" {
		t.Errorf("X-Content-Type-Options: got %q, want nosniff", got)
	}
}

// TestHooks holds the order of the hooks, what they get, and that After is called for
// refused deliveries too.
func TestHooks(t *testing.T) {
	p := newPlatform()
	var log []string
	add := func(format string, args ...any) { log = append(log, fmt.Sprintf(format, args...)) }
	type key struct{}
	p.Options.Mismatched = func(_ context.Context, e payload.Event) { add("mismatched %d", len(e.Mismatches())) }
	p.Options.Before = func(ctx context.Context, _ payload.Event) (context.Context, error) {
		add("before %+v", receive.FromContext(ctx))
		return context.WithValue(ctx, key{}, "value"), nil
	}
	p.handle = func(ctx context.Context, _ *event) error {
		add("handle %v", ctx.Value(key{}))
		return io.EOF
	}
	p.Options.After = func(ctx context.Context, e payload.Event, err error) {
		add("after %s %v %t %v", receive.FromContext(ctx).Topic, ctx.Value(key{}), e != nil, err)
	}
	p.ServeHTTP(httptest.NewRecorder(), p.request(`[]`))
	p.keys = [][]byte{[]byte("another")}
	req := p.request(`{"shop":"x"}`)
	p.keys, _ = p.signature.Keys(secret)
	p.ServeHTTP(httptest.NewRecorder(), req)
	req.Method = http.MethodGet
	p.ServeHTTP(httptest.NewRecorder(), req)
	want := []string{
		"mismatched 1",
		"before {Topic:orders/create ID:7 Shop: Version: Attempt:}",
		"handle value",
		"after orders/create value true 500 Internal Server Error: EOF",
		"after orders/create <nil> false 401 Unauthorized: the signature is not that of the delivery",
		"after  <nil> false 405 Method Not Allowed: a delivery is a POST",
	}
	if strings.Join(log, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(log, "\n"), strings.Join(want, "\n"))
	}
}

// TestAfterSuccess holds that the error of a handled delivery is nil.
func TestAfterSuccess(t *testing.T) {
	p := newPlatform()
	called := false
	p.Options.After = func(_ context.Context, e payload.Event, err error) {
		called = true
		if e == nil || err != nil {
			t.Errorf("got %v, %v", e, err)
		}
	}
	p.ServeHTTP(httptest.NewRecorder(), p.request(`{}`))
	if !called {
		t.Error("not called")
	}
}

// TestNotMade holds that a Receiver without an authentication takes nothing.
func TestNotMade(t *testing.T) {
	p := newPlatform()
	p.Authenticate = nil
	w := httptest.NewRecorder()
	p.ServeHTTP(w, p.request(`{}`))
	err := p.Deliver(t.Context(), receive.Delivery{Body: []byte(`{}`)})
	if w.Code != 500 || !errors.Is(err, errNotMade) || p.handled.Load() != 0 {
		t.Errorf("%d, %v, handled %d", w.Code, err, p.handled.Load())
	}
}

// TestSigned holds that the options count that are set later.
func TestSigned(t *testing.T) {
	p := newPlatform()
	p.signature.Timestamp = signature.Timestamp{Source: signature.Source{Header: "X-Time"}, Unit: signature.Seconds, Tolerance: time.Minute}
	authenticate, err := Signed(p.signature, p.Options, []string{secret})
	if err != nil {
		t.Fatal(err)
	}
	d := receive.Delivery{Header: p.request(`{}`).Header, Body: []byte(`{}`)}
	d.Header.Set("X-Time", "1000")
	if err := authenticate(t.Context(), d); !errors.Is(err, receive.ErrExpired) {
		t.Errorf("in 1970: %v", err)
	}
	p.Options.Now = func() time.Time { return time.Unix(1010, 0) }
	if err := authenticate(t.Context(), d); err != nil {
		t.Errorf("at once: %v", err)
	}
	p.Options.Tolerance = time.Second
	if err := authenticate(t.Context(), d); !errors.Is(err, receive.ErrExpired) {
		t.Errorf("within a second: %v", err)
	}
	if _, err := Signed(p.signature, p.Options, nil); !errors.Is(err, receive.ErrNoSecret) {
		t.Errorf("no secret: %v", err)
	}
}

// once is the simplest implementation of Once.
type once struct {
	mu   sync.Mutex
	done map[string]bool
}

func (o *once) Do(ctx context.Context, id string, handle func(context.Context) error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.done[id] {
		return nil
	}
	if err := handle(ctx); err != nil {
		return err
	}
	o.done[id] = true
	return nil
}

// TestOnce holds that a repeated delivery is handled again only if it failed, and that
// one without an ID is always handled.
func TestOnce(t *testing.T) {
	p := newPlatform()
	p.Options.Once = &once{done: map[string]bool{}}
	fail := true
	p.handle = func(context.Context, *event) error {
		if fail {
			return io.EOF
		}
		return nil
	}
	send := func(id string) int {
		req := p.request(`{}`)
		req.Header.Set("X-Id", id)
		w := httptest.NewRecorder()
		p.ServeHTTP(w, req)
		return w.Code
	}
	first := send("1")
	fail = false
	got := fmt.Sprint(first, send("1"), send("1"), send("2"), send(""), send(""), p.handled.Load())
	if want := "500 200 200 200 200 200 5"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestQueue holds that a delivery from elsewhere is treated as a request is, and that
// its body is not verified beyond the limit.
func TestQueue(t *testing.T) {
	p := newPlatform()
	d := receive.Delivery{Header: p.request(`{}`).Header, Body: []byte(`{}`)}
	if err := p.Deliver(t.Context(), d); err != nil || p.handled.Load() != 1 {
		t.Errorf("%v, handled %d", err, p.handled.Load())
	}
	p.Options.MaxBytes = 1
	p.Authenticate = func(context.Context, receive.Delivery) error {
		t.Error("authenticated")
		return nil
	}
	var e *receive.Error
	if err := p.Deliver(t.Context(), d); !errors.As(err, &e) || e.Status != http.StatusRequestEntityTooLarge {
		t.Errorf("got %v", err)
	}
}
