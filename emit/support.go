package emit

import (
	"bytes"
	"embed"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

//go:embed payload/*.go payload/payloadtest/*.go
var support embed.FS

// ownPayload is the import path of the run-time support in this module.
const ownPayload = "github.com/specimen-go/specimen/emit/payload"

// Support returns the files of the run-time support that generated packages
// import, sorted by name: package payload, and payload/payloadtest, which their
// tests use. They are those of emit/payload without its own tests. payloadImport
// is the import path that they have where they go.
func Support(payloadImport string) []File {
	var files []File
	for _, dir := range []string{"payload", "payload/payloadtest"} {
		entries, err := fs.ReadDir(support, dir)
		if err != nil {
			panic(err) // embedded: cannot be missing
		}
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			if e.IsDir() || strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := fs.ReadFile(support, name)
			if err != nil {
				panic(err)
			}
			data = bytes.ReplaceAll(data, []byte(strconv.Quote(ownPayload)), []byte(strconv.Quote(payloadImport)))
			files = append(files, File{Name: name, Data: slices.Concat([]byte("// "+header+"\n\n"), data)})
		}
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}
