package main

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/sdf"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/rtrackers/offsetrange"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/specimen-go/specimen/cmd/specimen/observing"
)

func init() {
	beam.RegisterType(reflect.TypeFor[readFn]())
	register.DoFn4x1[context.Context, *sdf.LockRTracker, fileio.FileMetadata, func(Evidence), error](&readFn{})
	register.Emitter1[Evidence]()
}

// blockSize is the size of the parts in which a file is read on several machines, if it
// has a delivery on each line, is not compressed, and can be read from the middle. The
// local file system can; the stores of objects that Beam knows cannot, nor can gzip.
const blockSize = 64 << 20

// readFn returns the evidence of parts of files.
type readFn struct {
	Platform Platform
	Block    int64

	observer *observing.Observer
}

// Setup decides the types, once for all parts that a worker reads.
func (r *readFn) Setup() (err error) {
	r.observer, err = r.Platform.observer()
	return err
}

// CreateInitialRestriction returns all offsets of a file. One that cannot be divided has
// one offset.
func (r *readFn) CreateInitialRestriction(ctx context.Context, file fileio.FileMetadata) (offsetrange.Restriction, error) {
	ok, err := divisible(ctx, file.Path)
	if !ok || err != nil {
		return offsetrange.Restriction{Start: 0, End: 1}, err
	}
	return offsetrange.Restriction{Start: 0, End: file.Size}, nil
}

// SplitRestriction divides the offsets of a file into blocks.
func (r *readFn) SplitRestriction(_ fileio.FileMetadata, all offsetrange.Restriction) []offsetrange.Restriction {
	return all.SizedSplits(r.Block)
}

// RestrictionSize returns the number of bytes of a part.
func (r *readFn) RestrictionSize(file fileio.FileMetadata, part offsetrange.Restriction) float64 {
	if part.Start == 0 && part.End == 1 {
		return float64(file.Size)
	}
	return part.Size()
}

// CreateTracker returns the tracker of a part.
func (r *readFn) CreateTracker(part offsetrange.Restriction) *sdf.LockRTracker {
	return sdf.NewLockRTracker(offsetrange.NewTracker(part))
}

// ProcessElement emits the evidence of a part of a file.
func (r *readFn) ProcessElement(ctx context.Context, part *sdf.LockRTracker, file fileio.FileMetadata, emit func(Evidence)) error {
	c := r.observer.Collector()
	offsets := part.GetRestriction().(offsetrange.Restriction)
	ok := offsets.Start > 0 || offsets.End > 1
	if !ok {
		var err error
		if ok, err = divisible(ctx, file.Path); err != nil {
			return err
		}
	}
	read := wholeFile
	if ok {
		read = lines
	}
	if err := read(ctx, c, file.Path, offsets.Start, part); err != nil {
		return err
	}
	emit(Evidence{r.Platform.Name, c.Capture()})
	return nil
}
