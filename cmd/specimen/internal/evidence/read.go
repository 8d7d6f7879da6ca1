// Package evidence reads and writes the files that hold what "specimen observe" saw.
package evidence

import (
	"errors"
	"fmt"
	"io"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/capture"
)

// Read reads an evidence file, or the standard input, which "-" stands for. It fails for
// what is not evidence.
func Read(env cli.Env, name string) (platform string, c capture.Capture, err error) {
	f, err := env.Open(name, "name the files in it one by one")
	if err != nil {
		return "", c, err
	}
	defer f.Close()
	return ReadFrom(f, cli.Shown(name))
}

// ReadFrom reads evidence, which messages call shown. It fails for what is not evidence.
func ReadFrom(in io.Reader, shown string) (platform string, c capture.Capture, err error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return "", c, fmt.Errorf("reading %s: %w", shown, err)
	}
	platform, c, err = capture.Decode(text)
	var version capture.VersionError
	switch {
	case errors.As(err, &version):
		return "", c, cli.UsageError{Message: shown + ": " + err.Error(), Hint: "write it again with this program"}
	case err != nil:
		return "", c, cli.UsageError{Message: shown + ": " + err.Error(), Hint: `"specimen observe --evidence" writes such files`}
	}
	return platform, c, nil
}
