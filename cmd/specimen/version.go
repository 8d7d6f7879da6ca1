package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

func versionVerb() verb {
	return verb{
		name:  "version",
		short: "print the version",
		long:  "Version prints the version of specimen and of the Go it was built with.\n",
		run: func(a app, v verb, args []string) error {
			rest, err := a.parse(v, v.flags(), args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return usageError{"version takes no arguments", ""}
			}
			version := "(devel)"
			if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
				version = info.Main.Version
			}
			fmt.Fprintf(a.stdout, "specimen %s %s\n", version, runtime.Version())
			return nil
		},
	}
}
