package cli

import (
	"fmt"
	"sync/atomic"
	"time"
)

// patience is how long a run may take before a person wonders.
const patience = time.Second

// ShowProgress says on a terminal what the program is doing, once that takes longer
// than a second. The function it returns ends that and clears the line.
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
