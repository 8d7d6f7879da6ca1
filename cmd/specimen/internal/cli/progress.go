package cli

import (
	"fmt"
	"sync/atomic"
	"time"
)

// patience is the delay after which ShowProgress prints something.
const patience = time.Second

// ShowProgress prints what the program is doing on a terminal, if that takes longer
// than a second. The function that it returns clears the line.
func (e Env) ShowProgress(what string) (end func()) {
	if !e.Progress {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		select {
		case <-stop:
		case <-time.After(patience):
			fmt.Fprintf(e.Stderr, "specimen: %s …", what)
			<-stop
			fmt.Fprint(e.Stderr, "\r\x1b[K")
		}
	}()
	return func() {
		close(stop)
		<-stopped
	}
}

// ShowCount is ShowProgress with a count of bytes that grows.
func (e Env) ShowCount(what string, bytes *atomic.Int64) (end func()) {
	if !e.Progress {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				fmt.Fprint(e.Stderr, "\r\x1b[K")
				return
			case <-time.After(patience):
				fmt.Fprintf(e.Stderr, "\rspecimen: %s … %d MB", what, bytes.Load()/1_000_000)
			}
		}
	}()
	return func() {
		close(stop)
		<-stopped
	}
}
