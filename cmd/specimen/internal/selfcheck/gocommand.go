package selfcheck

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// environment returns the environment for the go command: that of the process, with
// settings that could leave out tests or build for another system replaced. The go
// command treats an empty variable like one that is not set, and reads the file of "go
// env -w" then, so each of them has a value.
func environment(ambient []string, more ...string) []string {
	env := slices.DeleteFunc(slices.Clone(ambient), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		// GOARM, GO386 and the like; GOEXPERIMENT changes the standard library.
		return slices.Contains([]string{"GOEXPERIMENT", "GOCOVERDIR", "GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM"}, name)
	})
	env = append(env, "GOFLAGS=-vet=off", "GOWORK=off", "GO111MODULE=on", "GOOS="+runtime.GOOS, "GOARCH="+runtime.GOARCH, "CGO_ENABLED=0")
	return append(env, more...)
}

// errNoGo is the error of a missing go command.
var errNoGo = errors.New("the go command is needed to check the generated code, and is not in PATH")

// run runs the go command in a folder and returns its output. When ctx ends, the command
// and all processes that it started are killed. Its temporary files are removed in any
// case.
func run(ctx context.Context, dir string, env, args []string) (stdout, stderr []byte, err error) {
	temporary, err := os.MkdirTemp(os.Getenv("GOTMPDIR"), goPrefix)
	if err != nil {
		return nil, nil, err
	}
	defer remove(temporary)
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = environment(os.Environ(), append(env, "GOTMPDIR="+temporary)...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.WaitDelay = 5 * time.Second
	killGroup(cmd)
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, nil, context.Cause(ctx)
	case errors.Is(err, exec.ErrNotFound):
		return nil, nil, errNoGo
	case err != nil:
		err = fmt.Errorf("go %s: %w\n%s", args[0], err, bytes.TrimSpace(errs.Bytes()))
	}
	return out.Bytes(), errs.Bytes(), err
}

// remove removes a folder to which killed processes may still be writing.
func remove(dir string) {
	for range 50 {
		if os.RemoveAll(dir) == nil {
			if _, err := os.Lstat(dir); err != nil {
				return
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
}
