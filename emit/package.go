package emit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/finding"
)

// Package returns the files of a platform's package, sorted by name. base is the import
// path of the folder that holds generated packages and their support. Problems are those
// of the names, and bodies that do not name their topic; unless all of them are warnings,
// there are no files.
func Package(platform Platform, n names.Names, base string) ([]File, []infer.Problem) {
	p := newPrinter(platform, n, base)
	p.checkEvents()
	p.problems = append(p.problems, Routing(platform)...)
	data := p.testdata()
	if p.failed() {
		return nil, p.problems
	}
	test := p.testFile()
	p.topicsTest(test)
	p.bodyTest(test)
	p.typesTest(test)
	p.exampleTest(test)
	type source struct {
		name string
		code *jen.File
	}
	sources := []source{
		{"decode.go", p.decodeFile()},
		{"decode_test.go", test},
		{"doc.go", p.docFile()},
		{"encode.go", p.encodeFile()},
		{"encode_v2.go", p.encodeV2File()},
		{"event.go", p.eventFile()},
		{"internal/profile/profile.go", p.profileFile()},
		{"receive.go", p.receiveFile()},
		{"receive_test.go", p.receiveTestFile()},
		{p.records() + "/record.go", p.recordFile()},
		{"store.go", p.storeFile()},
		{"topics.go", p.topicsFile()},
		{"types.go", p.typesFile()},
	}
	if len(data) > 0 {
		sources = append(sources,
			source{p.fixtures() + "/examples.go", p.fixturesFile(data)},
			source{p.fixtures() + "/request.go", p.requestFile()})
	}
	var files []File
	for _, f := range sources {
		if f.code == nil {
			continue
		}
		var b bytes.Buffer
		if err := f.code.Render(&b); err != nil {
			p.problems = append(p.problems, infer.Problem{
				Cause: infer.Say(finding.InvalidCode, fmt.Sprintf("%s/%s: the generated code is not valid: %v", platform.Package, f.name, err), "this is a bug in specimen; please report it"),
			})
			continue
		}
		files = append(files, File{Name: platform.Package + "/" + f.name, Data: groupImports(b.Bytes())})
	}
	for _, x := range data {
		files = append(files, File{Name: platform.Package + "/" + x.file, Data: []byte(x.Text)})
	}
	for _, x := range p.typeCases() {
		files = append(files, File{Name: platform.Package + "/" + x.file, Data: []byte(x.Text)})
	}
	if p.failed() {
		return nil, p.problems
	}
	return files, p.problems
}

// groupImports puts the imports of the standard library in a group before the others.
// Jennifer sorts all imports by path.
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
