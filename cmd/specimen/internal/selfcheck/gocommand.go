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

// environment returns the environment for the go command, from that of the
// process. What is run here is complete without the user's workspace, vendor
// folder and flags, and has to run on this machine: GOFLAGS may leave out tests,
// GOOS may name a system whose programs do not start here. The go command takes an
// empty variable for one that is not set, and looks into the file of "go env -w"
// then; so each of these has a value.
func environment(ambient []string, more ...string) []string {
	env := slices.DeleteFunc(slices.Clone(ambient), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		// GOARM, GO386 and the like; GOEXPERIMENT changes the standard library.
		return slices.Contains([]string{"GOEXPERIMENT", "GOCOVERDIR", "GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM"}, name)
	})
	env = append(env, "GOFLAGS=-vet=off", "GOWORK=off", "GO111MODULE=on", "GOOS="+runtime.GOOS, "GOARCH="+runtime.GOARCH, "CGO_ENABLED=0")
	return append(env, more...)
}

// errNoGo says that there is no go command.
var errNoGo = errors.New("the go command is needed to check the generated code, and is not in PATH")

// run runs the go command in a folder and returns what it prints. When ctx ends,
// it is killed with everything that it has started. Its temporary files are
// removed either way.
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

// remove removes a folder that processes which were killed just now may still
// write to.
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
