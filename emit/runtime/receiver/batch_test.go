package receiver

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/emit/runtime/signature"
)

// TestBatch: each event of a body has its topic, its handler and its hooks; a body that
// cannot be decoded calls none, and one error sends all again.
func TestBatch(t *testing.T) {
	for _, c := range []struct {
		name, body string
		fails      string // the topic whose handler fails
		status     int
		handled    []string
		after      int
	}{
		{"two", `{"events":[{"t":"a"},{"t":"b"}]}`, "", 200, []string{"a", "b"}, 2},
		{"none", `{"events":[]}`, "", 200, nil, 0},
		{"one that fails", `{"events":[{"t":"a"},{"t":"b"},{"t":"c"}]}`, "b", 500, []string{"a", "b", "c"}, 3},
		{"one that is no object", `{"events":[{"t":"a"},1]}`, "", 200, []string{"a", ""}, 2},
		{"no array", `{"t":"a"}`, "", 200, []string{"a"}, 1},
		{"not JSON", `{"events":[{"t":"a"}`, "", 400, nil, 1},
	} {
		p := newPlatform()
		p.Profile.Topic, p.Profile.Batch, p.Profile.Handshake = signature.Source{Member: "/t"}, "/events/*", nil
		var handled []string
		p.handle = func(ctx context.Context, e *event) error {
			if info := receive.FromContext(ctx); info.Topic != e.topic || info.ID != "7" {
				t.Errorf("%s: the context says %v", c.name, info)
			}
			if handled = append(handled, e.topic); e.topic == c.fails && c.fails != "" {
				return errors.New("no")
			}
			return nil
		}
		after := 0
		p.Options.After = func(context.Context, payload.Event, error) { after++ }
		p.Options.Once = &once{done: map[string]bool{}}
		w := httptest.NewRecorder()
		p.ServeHTTP(w, p.request(c.body))
		if w.Code != c.status || !slices.Equal(handled, c.handled) || after != c.after {
			t.Errorf("%s: %d, handled %q, %d after; want %d, %q, %d", c.name, w.Code, handled, after, c.status, c.handled, c.after)
		}
	}
}

// TestBatchPanics: a panic of one handler is an error like others.
func TestBatchPanics(t *testing.T) {
	p := newPlatform()
	p.Profile.Topic, p.Profile.Batch, p.Profile.Handshake = signature.Source{Member: "/t"}, "/*", nil
	p.handle = func(context.Context, *event) error { panic("at the disco") }
	w := httptest.NewRecorder()
	p.ServeHTTP(w, p.request(`[{"t":"a"},{"t":"b"}]`))
	if w.Code != 500 || p.handled.Load() != 2 {
		t.Errorf("%d, %d handled", w.Code, p.handled.Load())
	}
}

// TestBatchHooks: a panic of a hook loses no event of the body, and what the store says is
// told to After if it called no handler.
func TestBatchHooks(t *testing.T) {
	p := newPlatform()
	p.Profile.Topic, p.Profile.Batch, p.Profile.Handshake = signature.Source{Member: "/t"}, "/*", nil
	p.Decode = func(topic string, body []byte, _ bool) (payload.Event, error) {
		return &event{topic: topic, body: body, mismatches: make([]payload.Mismatch, 1)}, nil
	}
	told := 0
	p.Options.Mismatched = func(context.Context, payload.Event) {
		if told++; told == 1 {
			panic("the first")
		}
	}
	after := 0
	p.Options.After = func(context.Context, payload.Event, error) { after++ }
	w := httptest.NewRecorder()
	p.ServeHTTP(w, p.request(`[{"t":"a"},{"t":"b"}]`))
	if w.Code != 500 || told != 2 || after != 2 || p.handled.Load() != 1 {
		t.Errorf("%d, told %d, after %d, handled %d", w.Code, told, after, p.handled.Load())
	}
	p.Options.Once = refusing{}
	w = httptest.NewRecorder()
	p.ServeHTTP(w, p.request(`[{"t":"a"}]`))
	if w.Code != 500 || after != 3 {
		t.Errorf("a store that fails: %d, after %d", w.Code, after)
	}
}

// refusing is a store that panics.
type refusing struct{}

func (refusing) Do(context.Context, string, func(context.Context) error) error { panic("the store") }

// TestOwnStatus holds that the function that authenticates can say another status.
func TestOwnStatus(t *testing.T) {
	p := newPlatform()
	p.Authenticate = func(context.Context, receive.Delivery) error {
		return &receive.Error{Status: http.StatusServiceUnavailable, Err: io.EOF}
	}
	w := httptest.NewRecorder()
	p.ServeHTTP(w, p.request(`{}`))
	if w.Code != http.StatusServiceUnavailable {
		t.Errorf("got %d", w.Code)
	}
}
