package parallel

import (
	"bytes"
	"testing"
)

// TestPanic checks that a panic of a goroutine becomes one of the caller, with the
// stack of the goroutine (F16).
func TestPanic(t *testing.T) {
	defer func() {
		if e, ok := recover().(Panic); !ok || e.Value != "deep" || !bytes.Contains(e.Stack, []byte("TestPanic")) {
			t.Errorf("recovered %v", e)
		}
	}()
	Do(3, func(i int) {
		if i == 1 {
			panic("deep")
		}
	})
}
