// Package parallel runs independent work in goroutines.
package parallel

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// Panic is the panic of a goroutine, with that goroutine's stack.
type Panic struct {
	Value any
	Stack []byte
}

func (p Panic) String() string { return fmt.Sprint(p.Value) }

// Do calls f for 0 to n-1, each in a goroutine, and returns when all calls have
// returned. Where one of them panics, Do panics with a Panic.
func Do(n int, f func(i int)) {
	var wait sync.WaitGroup
	panics := make([]any, n)
	for i := range n {
		wait.Go(func() {
			defer func() {
				if e := recover(); e != nil {
					panics[i] = Panic{e, debug.Stack()}
				}
			}()
			f(i)
		})
	}
	wait.Wait()
	for _, e := range panics {
		if e != nil {
			panic(e)
		}
	}
}
