package main

import (
	"fmt"
	"os/exec"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/count"
)

// Size is what the code of one generated package takes.
type Size struct {
	Package string
	Members int // that it decodes and encodes, counted once per struct
	Lines   int // of its files without tests
	Decode  int // bytes of machine code of decoders
	Encode  int // of encoders
	Methods int // of UnmarshalJSON and MarshalJSON
	Generic int // of instances of package payload's generic types
	Other   int // of all other functions
}

// These match functions of the package itself, by what they are for. Closures
// belong to the function around them; those outside of any are the look-up of
// names in the decoders' variables.
var (
	decodes = regexp.MustCompile(`^(\(\*\w+\)\.decode\w*|decode\w*|Decoder\.\w+|\(\*Decoder\)\.\w+|Decode\w*|init)(\.func.*)?$`)
	encodes = regexp.MustCompile(`^(\(\*\w+\)\.(AppendJSON|append\w*)|append\w*)(\.func.*)?$`)
	methods = regexp.MustCompile(`^\(?\*?\w+\)?\.(UnmarshalJSON|MarshalJSON)(\.func.*)?$`)
)

// size reads the sizes of functions from the compiled packages, where nothing
// is left out because a program does not call it.
func (b *bench) size() error {
	packages, err := b.packages()
	if err != nil {
		return err
	}
	for _, pkg := range packages {
		s := Size{Package: path.Base(pkg.ImportPath)}
		if s.Members, s.Lines, err = count.Package(pkg.Dir); err != nil {
			return err
		}
		out, err := exec.Command("go", "tool", "nm", "-size", pkg.Export).Output()
		if err != nil {
			return fmt.Errorf("go tool nm: %w", err)
		}
		for line := range strings.Lines(string(out)) {
			s.add(pkg.ImportPath, line)
		}
		b.report.Sizes = append(b.report.Sizes, s)
	}
	return nil
}

// add counts one line of nm: address, size, type, name.
func (s *Size) add(pkg, line string) {
	f := strings.Fields(line)
	// Undefined symbols have no size; T and t are code.
	if len(f) < 4 || f[2] != "T" && f[2] != "t" {
		return
	}
	size, err := strconv.Atoi(f[1])
	if err != nil {
		return
	}
	name := strings.Join(f[3:], " ")
	local, ours := strings.CutPrefix(name, pkg+".")
	switch {
	case !ours && strings.Contains(name, "["):
		s.Generic += size
	case !ours:
		s.Other += size
	case methods.MatchString(local):
		s.Methods += size
	case decodes.MatchString(local):
		s.Decode += size
	case encodes.MatchString(local):
		s.Encode += size
	default:
		s.Other += size
	}
}
