package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Log is where a run says what it reads and writes, and how long its stages take, if
// --verbose asks for it. A nil Log says nothing.
type Log struct {
	mu  sync.Mutex
	w   io.Writer
	now func() time.Time
}

func newLog(env Env) *Log {
	l := &Log{w: env.Stderr, now: env.Now}
	if l.now == nil {
		l.now = time.Now
	}
	return l
}

// verboseFlag is the flag of all verbs that asks for a Log.
const verboseFlag = "verbose"

// Note says something, as a line.
func (l *Log) Note(format string, args ...any) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintf(l.w, "specimen: %s\n", diagnostic.Printable(fmt.Sprintf(format, args...)))
}

// Start starts a stage.
func (l *Log) Start() Stage {
	if l == nil {
		return Stage{}
	}
	return Stage{l, l.now()}
}

// Stage is a part of a run.
type Stage struct {
	log   *Log
	start time.Time
}

// Done says what was done, and how long it took.
func (s Stage) Done(format string, args ...any) {
	if s.log != nil {
		took := s.log.now().Sub(s.start)
		s.log.Note("%s (%d ms)", fmt.Sprintf(format, args...), took.Milliseconds())
	}
}

// Size returns a number of bytes as a person reads it, rounded up.
func Size(n int64) string {
	const kB, MB = 1000, 1000 * 1000
	if n <= 10*MB {
		return fmt.Sprintf("%d kB", (n+kB-1)/kB)
	}
	return fmt.Sprintf("%d MB", (n+MB-1)/MB)
}

// Reading returns a file that says, when it is closed, how much was read of it.
func (l *Log) Reading(name string, f io.ReadCloser) io.ReadCloser {
	if l == nil {
		return f
	}
	return &logged{ReadCloser: f, log: l, name: name}
}

// logged is a file that says, when it is closed, how much was read of it.
type logged struct {
	io.ReadCloser
	log  *Log
	name string
	n    int64
}

func (f *logged) Read(p []byte) (int, error) {
	n, err := f.ReadCloser.Read(p)
	f.n += int64(n)
	return n, err
}

func (f *logged) Close() error {
	f.log.Note("read %s: %s", f.name, Size(f.n))
	return f.ReadCloser.Close()
}
