// Command beam is "specimen observe --evidence" on Apache Beam: it reads deliveries from
// many files on many machines, and writes one file of evidence.
//
//	beam --evidence acme.json acme 'captured/*.ndjson.gz'
//	beam --evidence gs://bucket/acme.json --runner dataflow --project … acme 'gs://bucket/captured/*'
//
// The file has the same bytes as that of one run of "specimen observe" over the same
// files, however the runner divides them. It holds no values, and "specimen observe"
// reports what it says:
//
//	specimen observe acme acme.json
//
// The runner is prism, in this process, unless --runner names another one that Beam has:
// flink, spark, dataflow, universal. The flags of the runners are those of Beam.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3" // beamx has the others
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	specs := flag.String("specs", "specs", "`folder` of the specs")
	topic := flag.String("topic", "", "the `topic` of all deliveries, which are bodies then")
	evidence := flag.String("evidence", "", "`file` to write the evidence to, in any file system that Beam writes")
	flag.Usage = func() { usage(flag.CommandLine.Output()) }
	flag.Parse()
	beam.Init() // a worker does not return from it
	if err := run(context.Background(), *specs, *topic, *evidence, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(2)
	}
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "usage: beam --evidence FILE [--specs DIR] [--topic TOPIC] [--runner RUNNER] PLATFORM PATTERN…")
	flag.PrintDefaults()
}

// run runs the pipeline on the runner that the flags name.
func run(ctx context.Context, specs, topic, evidence string, args []string) error {
	if len(args) < 2 || evidence == "" {
		return errors.New("need --evidence, the name of a platform, and at least one pattern of files; --help lists the flags")
	}
	p, err := newPlatform(os.DirFS(specs), specs, args[0], topic)
	if err != nil {
		return err
	}
	pipeline, err := p.pipeline(args[1:], evidence, blockSize)
	if err != nil {
		return err
	}
	return beamx.Run(ctx, pipeline)
}
