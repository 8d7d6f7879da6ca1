package main

import (
	"fmt"
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
