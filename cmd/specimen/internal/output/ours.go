package output

import (
	"bytes"
	"os"
	"path"
	"regexp"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
)

// isOurs reports whether a Go file, a page or a schema has the header of generated ones.
func isOurs(name string, data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	header := string(bytes.TrimSuffix(line, []byte("\r")))
	switch path.Ext(name) {
	case ".go":
		return header == Header
	case ".html":
		return header == PageHeader && isPage(name)
	case ".json":
		return isPage(name) && isSchema(data)
	}
	return false
}

// isSchema reports whether a file has the comment of schemas among its first members.
func isSchema(data []byte) bool {
	const first = 3
	for i, line := range bytes.SplitN(data, []byte("\n"), first+1) {
		if i < first && string(bytes.Trim(line, " \r,")) == `"$comment": "`+SchemaComment+`"` {
			return true
		}
	}
	return false
}

// isPage reports whether a page can have a name, or a schema.
func isPage(name string) bool {
	return !strings.Contains(name, "/") && (path.Ext(name) == ".html" || strings.HasSuffix(name, SchemaSuffix))
}

// testdataNames match the strings that name files of testdata in the generated files of Go
// whose names end so. They match neither text of a spec nor a path that leads out of that
// folder.
var testdataNames = map[string]*regexp.Regexp{
	"_test.go":         regexp.MustCompile(`File:\s+"` + testdataName + `"`),
	"test/examples.go": regexp.MustCompile(`"` + testdataName + `"}`),
}

const testdataName = `(testdata/[a-zA-Z0-9_-]+/[a-zA-Z0-9_-]+\.json)`

// listed returns the names of the generated files.
func (t tree) listed() map[string]bool {
	ours := map[string]bool{}
	for name, data := range t.files {
		if !isOurs(name, data) {
			continue
		}
		ours[name] = true
		for end, names := range testdataNames {
			if !strings.HasSuffix(name, end) {
				continue
			}
			for _, m := range names.FindAllSubmatch(data, -1) {
				ours[path.Join(path.Dir(name), string(m[1]))] = true
			}
		}
	}
	return ours
}

// oursIn returns a function that reports whether a file, as it was before or after an
// interrupted run, was generated: by its header, or, for a file of testdata, by a
// generated test that names it, which may be staged or moved aside.
func oursIn() func(root *os.Root, name string, data []byte) bool {
	listed := make(map[string]map[string]bool) // by package
	return func(root *os.Root, name string, data []byte) bool {
		pkg, below, _ := strings.Cut(name, "/")
		if listed[pkg] == nil { // before anything of the package has been undone
			listed[pkg] = make(map[string]bool)
			for _, dir := range rewrite.Versions(Staging) {
				t, err := walk(root, path.Join(dir, pkg))
				if err != nil {
					continue
				}
				for file := range t.listed() {
					listed[pkg][strings.TrimPrefix(file, dir+"/")] = true
				}
			}
		}
		return isOurs(name, data) || strings.Contains(below, "testdata/") && listed[pkg][name]
	}
}
