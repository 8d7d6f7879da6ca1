package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

// patience is how long a run may take before a person wonders.
const patience = time.Second

// progress shows on a terminal that the program is at work, once that takes
// long. The function it returns ends that and clears the line.
func (a app) showProgress(what string) (end func()) {
	if !a.progress {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		select {
		case <-stop:
		case <-time.After(patience):
			fmt.Fprintf(a.stderr, "specimen: %s …", what)
			<-stop
			fmt.Fprint(a.stderr, "\r\x1b[K")
		}
	}()
	return func() {
		close(stop)
		<-stopped
	}
}

// showCount is showProgress for something that counts bytes, which it shows too.
func (a app) showCount(what string, bytes *atomic.Int64) (end func()) {
	if !a.progress {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				fmt.Fprint(a.stderr, "\r\x1b[K")
				return
			case <-time.After(patience):
				fmt.Fprintf(a.stderr, "\rspecimen: %s … %d MB", what, bytes.Load()/1_000_000)
			}
		}
	}()
	return func() {
		close(stop)
		<-stopped
	}
}
