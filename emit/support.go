package emit

import (
	"bytes"
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

//go:embed runtime/*/*.go
var runtime embed.FS

// own is the import path of this module.
const own = "github.com/specimen-go/specimen/"

// supported is a package that generated packages import, or their tests.
type supported struct {
	sources embed.FS
	folder  string // in sources
	path    string // import path in this module
	to      string // folder beside the generated packages
}

// support lists the packages of the run-time support. Only payload, receive and
// record are for importers.
func support() []supported {
	return []supported{
		{jsonpointer.Source, ".", own + "specs/jsonpointer", "internal/jsonpointer"},
		{infer.Sources, "jsontext", own + "infer/jsontext", "internal/jsontext"},
		{infer.Sources, "timetext", own + "infer/timetext", "internal/timetext"},
		{infer.Sources, "base64text", own + "infer/base64text", "internal/base64text"},
		{runtime, "runtime/state", own + "emit/runtime/state", "internal/state"},
		{runtime, "runtime/payload", own + "emit/runtime/payload", "payload"},
		{runtime, "runtime/wire", own + "emit/runtime/wire", "internal/wire"},
		{runtime, "runtime/receive", own + "emit/runtime/receive", "receive"},
		{runtime, "runtime/signature", own + "emit/runtime/signature", "internal/signature"},
		{runtime, "runtime/receiver", own + "emit/runtime/receiver", "internal/receiver"},
		{infer.Sources, "evidence", own + "infer/evidence", "internal/evidence"},
		{infer.Sources, "capture", own + "infer/capture", "internal/capture"},
		{runtime, "runtime/record", own + "emit/runtime/record", "record"},
		{runtime, "runtime/receivertest", own + "emit/runtime/receivertest", "internal/receivertest"},
		{runtime, "runtime/payloadtest", own + "emit/runtime/payloadtest", "internal/payloadtest"},
	}
}

// Support returns the files of the run-time support that generated packages import,
// sorted by name: copies of packages of this module without their tests. base is the
// import path of the folder that holds the generated packages.
func Support(base string) []File {
	var files []File
	for _, p := range support() {
		entries, err := fs.ReadDir(p.sources, p.folder)
		if err != nil {
			panic(err) // embedded: cannot be missing
		}
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			data, err := fs.ReadFile(p.sources, path.Join(p.folder, e.Name()))
			if err != nil {
				panic(err)
			}
			files = append(files, File{Name: path.Join(p.to, e.Name()), Data: copied(data, base)})
		}
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// SupportFolders returns the folders beside those of platforms that Support has files for,
// sorted.
func SupportFolders() []string {
	var all []string
	for _, p := range support() {
		folder, _, _ := strings.Cut(p.to, "/")
		all = append(all, folder)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// copied returns a file of the run-time support as it is beside generated packages: with
// the header of generated files, and the import paths that hold there. It is formatted as
// the file was, apart from the order of imports, which is by path.
func copied(data []byte, base string) []byte {
	for _, p := range support() {
		data = bytes.ReplaceAll(data, []byte(`"`+p.path+`"`), []byte(`"`+base+"/"+p.to+`"`))
	}
	return append([]byte("// "+header+"\n\n"), sortedImports(data)...)
}

// sortedImports returns a file with each group of its imports sorted by path.
func sortedImports(data []byte) []byte {
	before, rest, ok := bytes.Cut(data, []byte("\nimport (\n"))
	imports, after, closed := bytes.Cut(rest, []byte("\n)\n"))
	if !ok || !closed {
		return data
	}
	groups := strings.Split(string(imports), "\n\n")
	for i, g := range groups {
		lines := strings.Split(g, "\n")
		slices.SortFunc(lines, func(a, b string) int { return strings.Compare(importPath(a), importPath(b)) })
		groups[i] = strings.Join(lines, "\n")
	}
	return slices.Concat(before, []byte("\nimport (\n"+strings.Join(groups, "\n\n")+"\n)\n"), after)
}

// importPath returns the path in a line of an import declaration.
func importPath(line string) string {
	_, path, _ := strings.Cut(line, `"`)
	return path
}
