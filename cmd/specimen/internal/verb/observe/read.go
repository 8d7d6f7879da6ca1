package observe

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/deliveries"
	"github.com/specimen-go/specimen/cmd/specimen/internal/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/observe"
)

// read returns what the deliveries in files and the evidence files among them show
// together.
func (o *observer) read(names []string) (observe.Capture, error) {
	files, captures, err := o.open(names)
	if err != nil {
		return observe.Capture{}, err
	}
	rename := observe.Mask(observe.Names(o.Model))
	var collectors []*observe.Collector
	var sinks []deliveries.Sink
	for range runtime.GOMAXPROCS(0) {
		c := observe.NewCollector(o.source, o.topics, rename)
		c.Know(o.Model, o.events)
		collectors, sinks = append(collectors, c), append(sinks, c)
	}
	// Deliveries become garbage soon after they were read, and the evidence is small.
	// With the default percentage, most of the time would go into collecting.
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	reading := deliveries.Reading{Limit: jsontext.DefaultMaxBytes}
	end := o.env.ShowCount("observing", &reading.Bytes)
	err = reading.Into(sinks, files)
	end()
	if err != nil {
		return observe.Capture{}, err
	}
	var all observe.Capture
	for _, c := range captures {
		all = observe.Merge(all, c)
	}
	for _, c := range collectors {
		all = observe.Merge(all, c.Capture())
	}
	return all, nil
}

// garbage is the GC percentage while deliveries are read.
const garbage = 200

// open returns the files that names stand for, and the contents of the evidence files
// among them.
func (o *observer) open(names []string) (files []deliveries.File, captures []observe.Capture, err error) {
	for _, name := range names {
		if name == "-" {
			stdin := func() (io.ReadCloser, error) { return io.NopCloser(o.env.Stdin), nil }
			files = append(files, deliveries.File{Name: "stdin", Open: stdin})
			continue
		}
		err := filepath.WalkDir(o.env.Path(name), func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() && path != o.env.Path(name) || e.IsDir() {
				return err
			}
			shown := name + strings.TrimPrefix(path, o.env.Path(name))
			c, ok, err := o.evidence(path, shown)
			if err != nil {
				return err
			}
			if ok {
				captures = append(captures, c)
				return nil
			}
			files = append(files, deliveries.File{Name: shown, Open: func() (io.ReadCloser, error) { return os.Open(path) }})
			return nil
		})
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, cli.UsageError{Message: "there is no file " + name}
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return files, captures, nil
}

// evidence reads a file if it is evidence. It fails for evidence of another platform.
func (o *observer) evidence(path, shown string) (c observe.Capture, ok bool, err error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() { // what is read from a pipe is gone
		return c, false, err
	}
	f, err := os.Open(path)
	if err != nil {
		return c, false, err
	}
	defer f.Close()
	begin := make([]byte, observe.Beginning)
	n, err := io.ReadFull(f, begin)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return c, false, fmt.Errorf("reading %s: %w", shown, err)
	}
	if !observe.IsEvidence(begin[:n]) {
		return c, false, nil
	}
	platform, c, err := evidence.Read(path, shown)
	if err == nil && platform != o.Spec.Name {
		err = cli.UsageError{Message: fmt.Sprintf("%s: this is evidence of %s, not of %s", shown, platform, o.Spec.Name)}
	}
	return c, true, err
}
