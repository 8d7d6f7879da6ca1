package cli

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Env is the environment of one run of the program.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr Stream
	Dir            string // what relative names are relative to; "" is the working directory
	Version        Version
	Progress       bool // whether a person is reading Stderr while the program runs
	Log            *Log // set by Run
	// Now is the clock, time.Now if it is nil.
	Now func() time.Time
	// Step is called before each step that changes a file, with the operation and the
	// name of the file; an error stops the run. It is nil except in tests.
	Step func(op, name string) error

	verbs  []Verb  // set by Run
	status *status // set by Run, if Progress
}

// Path returns the file that a name given by the user stands for.
func (e Env) Path(name string) string {
	if e.Dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(e.Dir, name)
}

// Stream is an output. Color reports whether it is a terminal that shows colors.
type Stream struct {
	io.Writer
	Color    bool
	Terminal bool // whether a person reads it
}

// Remark writes a line for people: on a terminal, and nowhere else.
func (s Stream) Remark(text string) {
	if s.Terminal {
		fmt.Fprintln(s, diagnostic.Printable(text))
	}
}

// Paint returns a text in a style of the terminal, such as "1" for bold. It
// returns the text unchanged if the stream has no color.
func (s Stream) Paint(style, text string) string {
	if !s.Color {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// sticky remembers that a write failed, so that not every line that is printed
// has to be checked.
type sticky struct {
	io.Writer
	err error
}

func (s *sticky) Write(p []byte) (int, error) {
	n, err := s.Writer.Write(p)
	s.err = cmp.Or(s.err, err)
	return n, err
}
