package output

import (
	"bytes"
	"path"
	"regexp"
	"strings"
)

// isOurs reports whether a Go file or a page carries its header.
func isOurs(name string, data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	header := string(bytes.TrimSuffix(line, []byte("\r")))
	switch path.Ext(name) {
	case ".go":
		return header == Header
	case ".html":
		return header == PageHeader && isPage(name)
	}
	return false
}

// isPage reports whether a name is one that a page can have.
func isPage(name string) bool { return !strings.Contains(name, "/") && path.Ext(name) == ".html" }

// testdataName matches how a generated test names a file of testdata.
var testdataName = regexp.MustCompile(`"(testdata/[^"\\]+)"`)

// listed returns the names of the files that are ours.
func (t tree) listed() map[string]bool {
	ours := map[string]bool{}
	for name, data := range t.files {
		if !isOurs(name, data) {
			continue
		}
		ours[name] = true
		if !strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range testdataName.FindAllSubmatch(data, -1) {
			ours[path.Join(path.Dir(name), string(m[1]))] = true
		}
	}
	return ours
}
