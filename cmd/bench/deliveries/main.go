// Command deliveries writes varied orders as captured deliveries, one a line, to
// try "specimen observe" on:
//
//	go run ./deliveries -platform PLATFORM -megabytes 1000 > captured.ndjson
//	specimen observe PLATFORM --topic TOPIC captured.ndjson
//
// The same seed gives the same bytes.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
)

func main() {
	platform := flag.String("platform", "", "whose orders; it is needed")
	megabytes := flag.Int("megabytes", 100, "how many, in millions of bytes, at least")
	form := flag.String("form", "var", "their form, as the bench calls it: var, shuffled, sparse, unknown, escaped")
	seed := flag.Uint64("seed", 0, "the number of the first order")
	wrap := flag.Bool("wrap", false, `write {"topic": …, "body": …} instead of the body alone`)
	root := flag.String("root", filepath.Join("..", ".."), "the folder of the module with the generated packages")
	flag.Parse()
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	err := write(out, *root, *platform, *form, *seed, *megabytes*1_000_000, *wrap)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "deliveries:", err)
		os.Exit(1)
	}
}

// write writes deliveries until there are enough bytes.
func write(w io.Writer, root, platform, form string, seed uint64, enough int, wrap bool) error {
	for _, s := range corpus.Sources() {
		if s.Platform != platform {
			continue
		}
		size := 0
		return corpus.Each(root, s, form, seed, func(body []byte) (more bool, err error) {
			line := body
			if wrap {
				line = append([]byte(`{"topic":`+strconv.Quote(s.Topic)+`,"body":`), append(body, '}')...)
			}
			n, err := w.Write(append(line, '\n'))
			size += n
			return size < enough, err
		})
	}
	var known []string
	for _, s := range corpus.Sources() {
		known = append(known, s.Platform)
	}
	return fmt.Errorf("-platform is %q, and there are orders of %s", platform, strings.Join(known, ", "))
}
