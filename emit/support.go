package emit

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed payload/*.go
var support embed.FS

// Support returns the files of the run-time support that generated packages
// import, by name. They are those of package emit/payload without its tests.
func Support() []File {
	var files []File
	for _, dir := range []string{"payload"} {
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
			files = append(files, File{Name: name, Data: slices.Concat([]byte("// "+header+"\n\n"), data)})
		}
	}
	return files
}
