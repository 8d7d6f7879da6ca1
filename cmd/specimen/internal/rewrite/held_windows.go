package rewrite

import (
	"errors"
	"syscall"
)

// isHeld reports whether an error may be that another program has a file open.
func isHeld(err error) bool {
	return errors.Is(err, errorSharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}
