package cli

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// patience is the delay after which ShowProgress prints something.
const patience = time.Second

// status is the last line of a terminal while the program works: what it is doing. What is
// printed replaces it.
type status struct {
	mu    sync.Mutex
	w     io.Writer
	shown bool
}

func (s *status) show(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Fprint(s.w, "\r"+text)
	s.shown = true
}

func (s *status) clear() { s.write(io.Discard, nil) }

// write clears the status and writes p.
func (s *status) write(w io.Writer, p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shown {
		fmt.Fprint(s.w, "\r\x1b[K")
		s.shown = false
	}
	return w.Write(p)
}

// cleared is a writer to the terminal that a status is on.
type cleared struct {
	io.Writer
	status *status
}

func (c cleared) Write(p []byte) (int, error) { return c.status.write(c.Writer, p) }

// withStatus returns the environment with a status, if a person is reading along.
func (e Env) withStatus() Env {
	if !e.Progress {
		return e
	}
	e.status = &status{w: e.Stderr.Writer}
	e.Stderr.Writer = cleared{e.Stderr.Writer, e.status}
	if e.Stdout.Terminal {
		e.Stdout.Writer = cleared{e.Stdout.Writer, e.status}
	}
	return e
}

// ShowProgress shows on a terminal what the program is doing, if that takes longer than a
// second. The function that it returns clears the line.
func (e Env) ShowProgress(what string) (end func()) {
	return e.each(func(n int) {
		if n == 0 {
			e.status.show(fmt.Sprintf("specimen: %s …", what))
		}
	})
}

// ShowCount is ShowProgress with a count of bytes that grows.
func (e Env) ShowCount(what string, bytes *atomic.Int64) (end func()) {
	return e.each(func(int) {
		e.status.show(fmt.Sprintf("specimen: %s … %d MB", what, bytes.Load()/1_000_000))
	})
}

// each calls show every second, with the number of calls before, until end is called.
func (e Env) each(show func(n int)) (end func()) {
	if e.status == nil {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for n := 0; ; n++ {
			select {
			case <-stop:
				e.status.clear()
				return
			case <-time.After(patience):
				show(n)
			}
		}
	}()
	return func() {
		close(stop)
		<-stopped
	}
}
