package selfcheck

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// Interrupted is the error of a run that a signal ended, after it has cleaned up.
type Interrupted struct{ Signal syscall.Signal }

func (e Interrupted) Error() string { return e.Signal.String() }

// ShellCode returns the exit code that shells give to a process that a signal ended.
func (e Interrupted) ShellCode() int { return 128 + int(e.Signal) }

// interruptible calls f with a context that a signal to end the process cancels, and
// returns Interrupted then. A signal that the process ignores stays ignored.
func interruptible(f func(ctx context.Context) error) error {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	signals := make(chan os.Signal, 1)
	for _, s := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	defer signal.Stop(signals)
	go func() {
		select {
		case s := <-signals:
			number, _ := s.(syscall.Signal)
			cancel(Interrupted{number})
		case <-ctx.Done():
		}
	}()
	err := f(ctx)
	var interrupted Interrupted
	if errors.As(context.Cause(ctx), &interrupted) {
		return interrupted
	}
	return err
}
