package receiver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestCanceled holds that the handler learns when the sender went away.
func TestCanceled(t *testing.T) {
	p := newPlatform()
	got := make(chan error, 1)
	started := make(chan bool)
	p.handle = func(ctx context.Context, _ *event) error {
		close(started)
		<-ctx.Done()
		got <- ctx.Err()
		return ctx.Err()
	}
	server := httptest.NewServer(p)
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	req := p.request(`{}`)
	out, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, req.Body)
	if err != nil {
		t.Fatal(err)
	}
	out.Header = req.Header
	go func() {
		<-started
		cancel()
	}()
	if _, err := http.DefaultClient.Do(out); err == nil {
		t.Error("the request succeeded")
	}
	if err := <-got; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestSlowBody holds that a body that does not arrive is given up, without a limit of
// the server, and that the answer says so.
func TestSlowBody(t *testing.T) {
	testSlowBody(t, "POST", "application/json", "HTTP/1.1 400 ")
	testSlowBody(t, "POST", "text/plain", "HTTP/1.1 415 ")
	testSlowBody(t, "PUT", "application/json", "HTTP/1.1 405 ")
}

func testSlowBody(t *testing.T, method, contentType, want string) {
	t.Helper()
	p := newPlatform()
	p.Options.ReadTimeout = time.Millisecond
	server := httptest.NewServer(p)
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "%s / HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: 100\r\n\r\n{", method, contentType)
	answer, err := io.ReadAll(conn) // the server closes the connection
	if err != nil || !bytes.HasPrefix(answer, []byte(want)) {
		t.Errorf("%s of %s: got %q, %v; want %s", method, contentType, answer, err, want)
	}
}

// TestConcurrent sends ten thousand deliveries at once, good and bad.
func TestConcurrent(t *testing.T) {
	p := newPlatform()
	var group sync.WaitGroup
	var wrong atomic.Int64
	for worker := range 100 {
		group.Go(func() {
			for i := range 100 {
				req := p.request(fmt.Sprintf(`{"worker":%d,"i":%d}`, worker, i))
				want := 200
				if i%2 == 1 {
					req.Header.Set("X-Mac", strings.Repeat("0", 64))
					want = 401
				}
				w := httptest.NewRecorder()
				p.ServeHTTP(w, req)
				if w.Code != want {
					wrong.Add(1)
				}
			}
		})
	}
	group.Wait()
	if wrong.Load() != 0 || p.handled.Load() != 5000 {
		t.Errorf("%d wrong answers, %d handled", wrong.Load(), p.handled.Load())
	}
}
