package output

import (
	"bytes"
	"path"
	"regexp"
	"strings"
)

// isOurs reports whether a Go file carries the header.
func isOurs(data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	return string(bytes.TrimSuffix(line, []byte("\r"))) == Header
}

// testdataName matches how a generated test names a file of testdata.
var testdataName = regexp.MustCompile(`"(testdata/[^"\\]+)"`)

// listed returns the names of the files that are ours.
func (t tree) listed() map[string]bool {
	ours := map[string]bool{}
	for name, data := range t.files {
		if !strings.HasSuffix(name, ".go") || !isOurs(data) {
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
