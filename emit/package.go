package emit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// Package returns the files of a platform's package, sorted by name. base is the import
// path of the folder that holds generated packages and their support. Problems are those
// of the names, and bodies that do not name their topic; unless all of them are warnings,
// there are no files.
func Package(p Platform, n names.Names, base string) ([]File, []infer.Problem) {
	s := newScheme(p, n, base)
	s.checkEvents()
	s.problems = append(s.problems, Routing(p)...)
	data := s.testdata()
	if s.failed() {
		return nil, s.problems
	}
	test := s.testFile()
	s.topicsTest(test)
	s.bodyTest(test)
	s.exampleTest(test)
	var files []File
	for _, f := range []struct {
		name string
		code *jen.File
	}{
		{"decode.go", s.decodeFile()},
		{"decode_test.go", test},
		{"doc.go", s.docFile()},
		{"encode.go", s.encodeFile()},
		{"topics.go", s.topicsFile()},
		{"types.go", s.typesFile()},
	} {
		var b bytes.Buffer
		if err := f.code.Render(&b); err != nil {
			s.problems = append(s.problems, infer.Problem{
				Cause: infer.Say(fmt.Sprintf("%s/%s: the generated code is not valid: %v", p.Package, f.name, err), "this is a fault of specimen: please report it"),
			})
			continue
		}
		files = append(files, File{Name: p.Package + "/" + f.name, Data: groupImports(b.Bytes())})
	}
	for _, x := range data {
		files = append(files, File{Name: p.Package + "/" + x.file, Data: []byte(x.Text)})
	}
	if s.failed() {
		return nil, s.problems
	}
	return files, s.problems
}

// groupImports puts the standard library's packages before the others, as
// people do, which jennifer does not.
func groupImports(code []byte) []byte {
	before, rest, ok := bytes.Cut(code, []byte("\nimport (\n"))
	block, after, closed := bytes.Cut(rest, []byte("\n)\n"))
	if !ok || !closed {
		return code
	}
	var std, others []string
	for line := range strings.SplitSeq(string(block), "\n") {
		if first, _, _ := strings.Cut(line, "/"); strings.Contains(first, ".") {
			others = append(others, line)
		} else {
			std = append(std, line)
		}
	}
	if len(std) == 0 || len(others) == 0 {
		return code
	}
	lines := slices.Concat(std, []string{""}, others)
	return slices.Concat(before, []byte("\nimport (\n"+strings.Join(lines, "\n")+"\n)\n"), after)
}
