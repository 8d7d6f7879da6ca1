package cli

import (
	"bytes"
	"fmt"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/pflag"
)

// slow is a verb that prints something after three seconds.
type slow struct{ work func(Env) }

func (slow) Flags(*pflag.FlagSet) {}

func (s slow) Run(env Env, _ []string) error {
	s.work(env)
	return nil
}

// TestProgress checks what a terminal gets while a verb works: what it is doing, after a
// second, and nothing of that before or behind what the verb prints.
func TestProgress(t *testing.T) {
	const line, clear = "\rspecimen: working …", "\r\x1b[K"
	for _, tt := range []struct {
		name     string
		work     func(Env)
		progress bool // whether stderr is a terminal
		stdout   bool // whether stdout is one
		want     string
	}{
		{"quick", func(env Env) {
			defer env.ShowProgress("working")()
			fmt.Fprintln(env.Stdout, "done")
		}, true, true, "done\n"},
		{"slow", func(env Env) {
			defer env.ShowProgress("working")()
			time.Sleep(3 * time.Second)
			fmt.Fprintln(env.Stdout, "done")
		}, true, true, line + clear + "done\n"},
		{"stderr", func(env Env) {
			defer env.ShowProgress("working")()
			time.Sleep(3 * time.Second)
			fmt.Fprintln(env.Stderr, "done")
		}, true, true, line + clear + "done\n"},
		{"silent", func(env Env) {
			defer env.ShowProgress("working")()
			time.Sleep(3 * time.Second)
		}, true, true, line + clear},
		{"piped", func(env Env) { // stdout is elsewhere: the line stays until the end
			defer env.ShowProgress("working")()
			time.Sleep(3 * time.Second)
			fmt.Fprintln(env.Stdout, "done")
		}, true, false, line + "done\n" + clear},
		{"nobody", func(env Env) {
			defer env.ShowProgress("working")()
			time.Sleep(3 * time.Second)
			fmt.Fprintln(env.Stdout, "done")
		}, false, false, "done\n"},
		{"count", func(env Env) {
			var n atomic.Int64
			defer env.ShowCount("working", &n)()
			time.Sleep(1500 * time.Millisecond)
			n.Store(7_000_000)
			time.Sleep(time.Second)
			fmt.Fprintln(env.Stdout, "done")
		}, true, true, line + " 0 MB" + line + " 7 MB" + clear + "done\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var terminal bytes.Buffer
				env := Env{
					Stdout: Stream{Writer: &terminal, Terminal: tt.stdout}, Stderr: Stream{Writer: &terminal, Terminal: tt.progress}, Progress: tt.progress,
				}
				Run(env, []Verb{{Name: "work", New: func() Command { return slow{tt.work} }}}, []string{"work"})
				if got := terminal.String(); got != tt.want {
					t.Errorf("the terminal gets %q, want %q", got, tt.want)
				}
			})
		})
	}
}
