// Package deliveries reads captured deliveries from files of any size, on all cores.
//
// A file is a sequence of JSON values, each of them one delivery: one per line, or
// with any white space between and in them. It may be compressed with gzip. Text that
// is not JSON is passed on as a delivery too.
package deliveries

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// File is a file to read.
type File struct {
	Name string
	Open func() (io.ReadCloser, error)
}

// Sink receives deliveries. It must not keep their bytes.
type Sink interface {
	Add(delivery []byte)
	AddTooLong() // for a delivery that is longer than the limit
}

// chunk is the size of the parts in which a file is read and passed on.
const chunk = 1 << 20

// Reading is the reading of files.
type Reading struct {
	Limit int          // bytes of the longest delivery that is read
	Bytes atomic.Int64 // read so far, as they are in the files
}

// Into reads all files and passes each delivery to one of the sinks, which run
// concurrently. The error joins those of the files that cannot be read to the end, in
// the order of the files; the other files are read all the same.
func (r *Reading) Into(sinks []Sink, files []File) error {
	batches := make(chan batch, len(sinks))
	free := make(chan []byte, 2*len(sinks))
	var readers, workers sync.WaitGroup
	for _, s := range sinks {
		workers.Go(func() {
			for b := range batches {
				b.into(s, r.Limit)
				select {
				case free <- b.data:
				default:
				}
			}
		})
	}
	errs := make([]error, len(files))
	var next atomic.Int64
	for range min(len(files), len(sinks)) {
		readers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				if err := r.file(files[i], batches, free); err != nil {
					errs[i] = fmt.Errorf("%s: %w", files[i].Name, err)
				}
			}
		})
	}
	readers.Wait()
	close(batches)
	workers.Wait()
	return errors.Join(errs...)
}

// What a file begins with that is compressed, and one with a byte order mark.
const (
	gzipMagic     = "\x1f\x8b"
	byteOrderMark = "\ufeff"
)

// ErrTruncated is the error of a compressed file that is truncated.
var ErrTruncated = errors.New("the compressed file is truncated")

func (r *Reading) file(f File, to chan<- batch, free <-chan []byte) error {
	file, err := f.Open()
	if err != nil {
		return err
	}
	defer file.Close()
	var in io.Reader = bufio.NewReaderSize(counter{file, &r.Bytes}, 64<<10)
	if magic, _ := in.(*bufio.Reader).Peek(2); string(magic) == gzipMagic {
		in, err = gzip.NewReader(in)
	}
	if err == nil {
		s := splitter{in: in, limit: r.Limit, to: to, free: free}
		err = s.run()
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrTruncated
	}
	return err
}

// counter counts what is read.
type counter struct {
	io.Reader
	bytes *atomic.Int64
}

func (c counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.bytes.Add(int64(n))
	return n, err
}

// batch is one or more deliveries of a file.
type batch struct {
	data    []byte
	ends    []int // of the deliveries in data; nil where each has a line
	tooLong int   // deliveries that were passed over
}

func (b batch) into(s Sink, limit int) {
	for range b.tooLong {
		s.AddTooLong()
	}
	if b.ends == nil {
		for line := range bytes.Lines(b.data) {
			pass(s, line, limit)
		}
	}
	from := 0
	for _, to := range b.ends {
		pass(s, b.data[from:to], limit)
		from = to
	}
}

// pass passes on a delivery, without the white space around it. That counts towards the
// limit, because a delivery that is longer than the memory for it ends out of sight.
func pass(to Sink, delivery []byte, limit int) {
	if len(bytes.TrimSuffix(delivery, []byte("\n"))) > limit {
		to.AddTooLong()
		return
	}
	if delivery = bytes.TrimSpace(delivery); len(delivery) > 0 {
		to.Add(delivery)
	}
}
