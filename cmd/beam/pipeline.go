package main

import (
	"fmt"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
)

// pipeline returns the pipeline
//
//	patterns -> files -> parts of files -> evidence of each part -> evidence of all -> file
//
// It fails for a pattern of a file system that this program does not have.
func (p Platform) pipeline(patterns []string, evidence string, block int64) (pipeline *beam.Pipeline, err error) {
	defer func() { // Beam panics for what it cannot make a graph of
		if v := recover(); v != nil {
			err = fmt.Errorf("%v", v)
		}
	}()
	pipeline, s := beam.NewPipelineWithRoot()
	var all []any
	for _, pattern := range patterns {
		if strings.TrimSpace(pattern) == "" {
			return nil, fmt.Errorf("a pattern of files is empty")
		}
		all = append(all, pattern)
	}
	files := fileio.MatchAll(s, beam.Create(s, all...), fileio.MatchEmptyDisallow())
	parts := beam.ParDo(s, &readFn{Platform: p, Block: block}, files)
	none := beam.Create(s, Evidence{Platform: p.Name}) // for files without a delivery
	sum := beam.Combine(s, &mergeFn{}, beam.Flatten(s, none, parts))
	beam.ParDo0(s, &writeFn{File: evidence}, sum)
	return pipeline, nil
}
