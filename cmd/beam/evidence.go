package main

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/specimen-go/specimen/infer/capture"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Evidence]())
	beam.RegisterCoder(reflect.TypeFor[Evidence](), encodeEvidence, decodeEvidence)
	register.Combiner1[Evidence](&mergeFn{})
	register.DoFn2x1[context.Context, Evidence, error](&writeFn{})
}

// Evidence is what some deliveries of a platform show. Between machines it is the text of
// an evidence file.
type Evidence struct {
	Platform string
	Capture  capture.Capture
}

func encodeEvidence(e Evidence) []byte { return capture.Encode(e.Platform, e.Capture) }

func decodeEvidence(text []byte) (Evidence, error) {
	platform, c, err := capture.Decode(text)
	return Evidence{platform, c}, err
}

// mergeFn merges evidence. It is a combiner because merging does not depend on the order.
type mergeFn struct{}

func (*mergeFn) MergeAccumulators(a, b Evidence) Evidence {
	if a.Platform == "" {
		a.Platform = b.Platform
	}
	return Evidence{a.Platform, capture.Join(a.Capture, b.Capture)}
}

// writeFn writes an evidence file.
type writeFn struct{ File string }

func (w *writeFn) ProcessElement(ctx context.Context, e Evidence) error {
	files, err := filesystem.New(ctx, w.File)
	if err != nil {
		return err
	}
	defer files.Close()
	out, err := files.OpenWrite(ctx, w.File)
	if err != nil {
		return err
	}
	_, err = out.Write(encodeEvidence(e))
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}
