package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/specimen-go/specimen/infer/observe"
)

func mergeVerb() verb {
	return verb{
		name: "merge", args: "FILE...",
		short: "join the evidence of several runs of observe",
		long: `Merge joins evidence files, which "specimen observe --evidence" writes on several
machines or days. The result is what one run over all their deliveries writes, to
the byte, in whatever order the files are named. It holds no values, and can be
merged and observed again.

A file that is no evidence, or not as it was written, stops it. --out replaces a file
only if it is evidence and none of those that are merged; --force replaces any other
file. A link is followed, and what is written to a pipe or a device is written as it
is.
`,
		run: runMerge,
	}
}

func runMerge(a app, v verb, args []string) error {
	set := v.flags()
	out := outFile{}
	out.addTo(set, "out", "file to write; without it, the standard output")
	names, err := a.parse(v, set, args)
	switch {
	case err != nil:
		return err
	case len(names) == 0:
		return usageError{"merge takes evidence files", "as in: specimen merge monday.json tuesday.json --out both.json"}
	}
	if err := a.check(out, names...); err != nil {
		return err
	}
	var all observe.Capture
	platform := ""
	for i, name := range names {
		p, c, err := readEvidence(a.path(name), name)
		switch {
		case err != nil:
			return err
		case i > 0 && p != platform:
			return usageError{fmt.Sprintf("%s is evidence of %s, and %s of %s", names[0], platform, name, p), "evidence of one platform can be merged"}
		}
		platform, all = p, observe.Merge(all, c)
	}
	if out.name == "" {
		out.name = "-"
	}
	return a.write(out, observe.Encode(platform, all))
}

// readEvidence reads an evidence file; shown is what the user calls it.
func readEvidence(name, shown string) (platform string, c observe.Capture, err error) {
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", c, usageError{"there is no file " + shown, ""}
	}
	if err != nil {
		return "", c, fmt.Errorf("reading %s: %w", shown, err)
	}
	platform, c, err = observe.Decode(text)
	var version observe.VersionError
	switch {
	case errors.As(err, &version):
		return "", c, usageError{shown + ": " + err.Error(), "write it again with this program"}
	case err != nil:
		return "", c, usageError{shown + ": " + err.Error(), `"specimen observe --evidence" writes such files`}
	}
	return platform, c, nil
}
