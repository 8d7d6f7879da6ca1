//go:build !unix

package selfcheck

import "os/exec"

// killGroup does nothing: the end of its context kills the command only.
func killGroup(*exec.Cmd) {}
