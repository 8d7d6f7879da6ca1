package observe

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/deliveries"
	"github.com/specimen-go/specimen/cmd/specimen/internal/evidence"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// read returns what the deliveries in files and the evidence files among them show
// together.
func (o *observer) read(names []string) (capture.Capture, error) {
	files, found, err := o.open(names)
	if err != nil {
		return capture.Capture{}, err
	}
	var collectors []*capture.Collector
	var sinks []deliveries.Sink
	for range runtime.GOMAXPROCS(0) {
		c := o.Collector()
		collectors, sinks = append(collectors, c), append(sinks, c)
	}
	// Deliveries become garbage soon after they were read, and the evidence is small.
	// With the default percentage, most of the time would go into collecting.
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	reading := deliveries.Reading{Limit: jsontext.DefaultMaxBytes}
	end, stage := o.env.ShowCount("observing", &reading.Bytes), o.env.Log.Start()
	err = reading.Into(sinks, files)
	end()
	stage.Done("observed the deliveries in %s, %s", cli.Count(len(files), "file"), cli.Size(reading.Bytes.Load()))
	if err != nil {
		return capture.Capture{}, err
	}
	var all capture.Capture
	for _, c := range found.captures {
		all = capture.Join(all, c)
	}
	for _, c := range collectors {
		all = capture.Join(all, c.Capture())
	}
	return all, nil
}

// garbage is the GC percentage while deliveries are read.
const garbage = 200

// found holds what the evidence files among the files that are read say. Those in streams
// are found while deliveries are read.
type found struct {
	mu       sync.Mutex
	captures []capture.Capture
}

func (f *found) add(c capture.Capture) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.captures = append(f.captures, c)
}

// open returns the files that names stand for, and the contents of the evidence files
// among them.
func (o *observer) open(names []string) (files []deliveries.File, all *found, err error) {
	all = new(found)
	for _, name := range names {
		if name == cli.Std {
			stdin := func() (io.ReadCloser, error) { return o.env.Open(name, "") }
			files = append(files, o.stream(deliveries.File{Name: cli.Shown(name), Open: stdin}, all))
			continue
		}
		if _, err := o.env.Stat(name); err != nil {
			return nil, nil, err
		}
		root := o.env.Path(name)
		err := cli.WalkFiles(root, func(path string) error {
			shown := name + strings.TrimPrefix(path, root)
			file := deliveries.File{Name: shown, Open: func() (io.ReadCloser, error) { return o.openFile(path, shown) }}
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			if !info.Mode().IsRegular() {
				files = append(files, o.stream(file, all))
				return nil
			}
			c, ok, err := o.evidence(path, shown)
			if err != nil {
				return err
			}
			if ok {
				all.add(c)
				return nil
			}
			files = append(files, file)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return files, all, nil
}

func (o *observer) openFile(path, shown string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return o.env.Log.Reading(shown, f), nil
}

// evidence reads a regular file if it is evidence. It fails for evidence of another platform.
func (o *observer) evidence(path, shown string) (c capture.Capture, ok bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return c, false, err
	}
	defer f.Close()
	if c, ok, err = o.evidenceIn(bufio.NewReader(f), shown); ok {
		o.env.Log.Note("read the evidence in %s", shown)
	}
	return c, ok, err
}

// stream returns a file that can be read once, such as a pipe, so that it has no deliveries
// where it is evidence. That is added to found when the file is opened.
func (o *observer) stream(file deliveries.File, all *found) deliveries.File {
	return deliveries.File{Name: file.Name, Open: func() (io.ReadCloser, error) {
		f, err := file.Open()
		if err != nil {
			return nil, err
		}
		in := struct {
			*bufio.Reader
			io.Closer
		}{bufio.NewReader(f), f}
		c, ok, err := o.evidenceIn(in.Reader, file.Name)
		if err != nil {
			f.Close()
			return nil, err
		}
		if ok {
			all.add(c)
		}
		return in, nil
	}}
}

// evidenceIn reads evidence, and nothing of another text. It fails for evidence of another
// platform.
func (o *observer) evidenceIn(in *bufio.Reader, shown string) (c capture.Capture, ok bool, err error) {
	begin, err := in.Peek(capture.Beginning)
	if err != nil && err != io.EOF {
		return c, false, fmt.Errorf("reading %s: %w", shown, err)
	}
	if !capture.IsEvidence(begin) {
		return c, false, nil
	}
	platform, c, err := evidence.ReadFrom(in, shown)
	if err == nil && platform != o.Spec.Name {
		err = cli.UsageError{Message: fmt.Sprintf("%s: this is evidence of %s, not of %s", shown, platform, o.Spec.Name)}
	}
	return c, true, err
}
