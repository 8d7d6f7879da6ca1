// Package evidence reads and writes the files that hold what "specimen observe" saw.
package evidence

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/observe"
)

// Read reads an evidence file, which the user calls shown. It fails for a file that is
// not evidence.
func Read(name, shown string) (platform string, c observe.Capture, err error) {
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", c, cli.UsageError{Message: "there is no file " + shown}
	}
	if err != nil {
		return "", c, fmt.Errorf("reading %s: %w", shown, err)
	}
	platform, c, err = observe.Decode(text)
	var version observe.VersionError
	switch {
	case errors.As(err, &version):
		return "", c, cli.UsageError{Message: shown + ": " + err.Error(), Hint: "write it again with this program"}
	case err != nil:
		return "", c, cli.UsageError{Message: shown + ": " + err.Error(), Hint: `"specimen observe --evidence" writes such files`}
	}
	return platform, c, nil
}
