//go:build !unix

package evidence

import "os"

// openStream opens a device, a pipe or an open file for writing.
func openStream(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
}
