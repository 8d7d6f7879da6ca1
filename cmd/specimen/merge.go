package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
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

A file that is no evidence, or not as it was written, stops it.
`,
		run: runMerge,
	}
}

func runMerge(a app, v verb, args []string) error {
	set := v.flags()
	out := ""
	set.Var(word{&out, "file"}, "out", "file to write; without it, the standard output")
	names, err := a.parse(v, set, args)
	switch {
	case err != nil:
		return err
	case len(names) == 0:
		return usageError{"merge takes evidence files", "as in: specimen merge monday.json tuesday.json --out both.json"}
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
	text := observe.Encode(platform, all)
	if out == "" {
		_, err = a.stdout.Write(text)
		return err
	}
	return a.replace(out, text)
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

// replace writes a file, all of it or nothing.
func (a app) replace(name string, text []byte) error {
	path := a.path(name)
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	folder, err := rewrite.Open(filepath.Dir(path), rewrite.Options{Staging: ".specimen-" + filepath.Base(path)})
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Apply([]rewrite.Change{{Name: filepath.Base(path), Old: old, New: text}})
}
