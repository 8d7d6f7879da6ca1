package main

import (
	"context"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/sdf"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/rtrackers/offsetrange"

	"github.com/specimen-go/specimen/cmd/specimen/observing"
	"github.com/specimen-go/specimen/infer/capture"
)

// openFile opens a file of any file system.
func openFile(ctx context.Context, name string) (*file, error) {
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	in, err := files.OpenRead(ctx, name)
	if err != nil {
		files.Close()
		return nil, err
	}
	return &file{in, files}, nil
}

// file is an open file, and the file system that it is in.
type file struct {
	io.ReadCloser
	files io.Closer
}

func (f *file) Close() error {
	err := f.ReadCloser.Close()
	if closed := f.files.Close(); err == nil {
		err = closed
	}
	return err
}

// seek moves to an offset. ok is false for a file that only begins at its beginning.
func (f *file) seek(offset int64) (ok bool, err error) {
	s, ok := f.ReadCloser.(io.Seeker)
	if ok {
		_, err = s.Seek(offset, io.SeekStart)
	}
	return ok, err
}

// divisible reports whether several workers can each read a part of a file.
func divisible(ctx context.Context, name string) (bool, error) {
	f, err := openFile(ctx, name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	begin := make([]byte, observing.Beginning)
	n, err := io.ReadFull(f, begin)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return false, err
	}
	if !observing.HasLines(begin[:n]) {
		return false, nil
	}
	return f.seek(0)
}

// wholeFile adds the deliveries of a file that cannot be divided.
func wholeFile(ctx context.Context, c *capture.Collector, name string, from int64, part *sdf.LockRTracker) error {
	claim := claiming{part: part}
	if !claim.try(from) {
		return nil
	}
	err := observing.ReadFile(c, name, func() (io.ReadCloser, error) { return openFile(ctx, name) })
	claim.rest()
	return err
}

// lines adds the deliveries of the lines that begin in a part of a file.
func lines(ctx context.Context, c *capture.Collector, name string, from int64, part *sdf.LockRTracker) error {
	f, err := openFile(ctx, name)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.seek(max(from-1, 0)); err != nil {
		return err
	}
	claim := claiming{part: part}
	err = observing.ReadLines(c, f, from, claim.try)
	claim.rest()
	return err
}

// claiming claims the offsets of a part. After one that was refused, Beam wants no more.
type claiming struct {
	part    *sdf.LockRTracker
	refused bool
}

func (c *claiming) try(offset int64) bool {
	c.refused = !c.part.TryClaim(offset)
	return !c.refused
}

// rest claims what is left of a part that has no delivery there.
func (c *claiming) rest() {
	if !c.refused {
		c.try(c.part.GetRestriction().(offsetrange.Restriction).End)
	}
}
