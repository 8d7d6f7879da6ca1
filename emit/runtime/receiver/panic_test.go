package receiver

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/receive"
)

// TestPanicIsNotPrinted holds that the error of a panic has no value of the delivery.
func TestPanicIsNotPrinted(t *testing.T) {
	p := newPlatform()
	p.handle = func(context.Context, *event) error { panic("value of the body") }
	err := p.Deliver(t.Context(), receive.Delivery{Header: p.request(`{}`).Header, Body: []byte(`{}`)})
	var panicked *receive.PanicError
	if !errors.As(err, &panicked) || panicked.Value != "value of the body" || !bytes.Contains(panicked.Stack, []byte("TestPanicIsNotPrinted")) {
		t.Errorf("got %#v", err)
	}
	if got, want := err.Error(), "500 Internal Server Error: a handler or hook panicked with a string"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestPanics holds that a panic of any function is answered with 500, and told to After.
func TestPanics(t *testing.T) {
	for name, set := range map[string]func(p *platform){
		"authenticate": func(p *platform) {
			p.Authenticate = func(context.Context, receive.Delivery) error { panic("value") }
		},
		"before": func(p *platform) {
			p.Options.Before = func(context.Context, payload.Event) (context.Context, error) { panic("value") }
		},
		"mismatched": func(p *platform) {
			p.Options.Mismatched = func(context.Context, payload.Event) { panic("value") }
		},
		"once":   func(p *platform) { p.Options.Once = panicking{} },
		"decode": func(p *platform) { p.Decode = func(string, []byte, bool) (payload.Event, error) { panic("value") } },
		"handle": func(p *platform) { p.handle = func(context.Context, *event) error { panic("value") } },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlatform()
			set(p)
			var told error
			p.Options.After = func(ctx context.Context, _ payload.Event, err error) {
				told = err
				if got := receive.FromContext(ctx).ID; got != "7" {
					t.Errorf("After got the ID %q, want 7", got)
				}
			}
			w := httptest.NewRecorder()
			p.ServeHTTP(w, p.request(`[]`)) // which does not fit
			var panicked *receive.PanicError
			if w.Code != 500 || !errors.As(told, &panicked) || strings.Contains(told.Error(), "value") {
				t.Errorf("got %s, %v", answer(w), told)
			}
		})
	}
}

type panicking struct{}

func (panicking) Do(context.Context, string, func(context.Context) error) error { panic("value") }

// TestPanicOfAfter holds that a panic of After is answered with 500, of good deliveries
// and of bad ones.
func TestPanicOfAfter(t *testing.T) {
	p := newPlatform()
	p.Options.After = func(context.Context, payload.Event, error) { panic("value") }
	req := p.request(`{}`)
	w := httptest.NewRecorder()
	p.ServeHTTP(w, req)
	if w.Code != 500 {
		t.Errorf("got %s", answer(w))
	}
	req.Method = http.MethodGet
	w = httptest.NewRecorder()
	p.ServeHTTP(w, req)
	if w.Code != 500 {
		t.Errorf("of a GET: got %s", answer(w))
	}
	if err := p.Deliver(t.Context(), receive.Delivery{}); err == nil {
		t.Error("Deliver returned nil")
	}
}

// TestBeforeWithoutContext holds that the handler has a context if Before returns none.
func TestBeforeWithoutContext(t *testing.T) {
	p := newPlatform()
	p.Options.Before = func(context.Context, payload.Event) (context.Context, error) { return nil, nil }
	p.handle = func(ctx context.Context, _ *event) error { return ctx.Err() }
	w := httptest.NewRecorder()
	p.ServeHTTP(w, p.request(`{}`))
	if w.Code != 200 {
		t.Errorf("got %s", answer(w))
	}
}
