//go:build unix

package selfcheck

import (
	"os/exec"
	"syscall"
)

// killGroup lets the end of a command's context end all processes that the command
// has started, too.
func killGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
