package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// Own returns the Go files, by name, that lie beside the Go files among the generated ones
// and were not generated themselves. The output folder need not exist.
func Own(dir string, files map[string][]byte) (map[string][]byte, error) {
	root, err := open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	own := map[string][]byte{}
	seen := map[string]bool{}
	for name := range files {
		if pkg := path.Dir(name); path.Ext(name) == ".go" && !seen[pkg] {
			seen[pkg] = true
			if err := ownIn(root, pkg, files, own); err != nil {
				return nil, err
			}
		}
	}
	return own, nil
}

// ownIn adds the files of one folder to own.
func ownIn(root *os.Root, pkg string, files, own map[string][]byte) error {
	entries, err := fs.ReadDir(root.FS(), pkg)
	if err != nil {
		return nil // there is none, or not a folder, which Compare reports
	}
	for _, e := range entries {
		name := path.Join(pkg, e.Name())
		if _, generated := files[name]; generated || !e.Type().IsRegular() || path.Ext(name) != ".go" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		data, err := root.ReadFile(name)
		if err != nil {
			return err
		}
		if !isOurs(name, data) {
			own[name] = data
		}
	}
	return nil
}
