package addition

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// spec is the spec of one platform, with the text of its files.
type spec struct {
	base     string // the folder of the specs, as the user names it
	name     string
	files    map[string][]byte // by name in the folder of the specs
	schema   bool              // the folder of the specs has the schema
	version  cli.Version
	set      *specs.Set
	platform *specs.Platform // nil where there is no platform yet
	coming   []string        // topics that are added later in the same run
	first    []string        // what commonParts gives for all topics, or nil where it was not asked
}

// The files of a spec that a program has to know.
const (
	platformYAML = "platform.yaml"
	schemaName   = "specimen.schema.json"
)

// readSpec reads the spec of a platform, which need not exist. It fails where the spec
// has errors.
func readSpec(folder specfolder.Folder, platform string) (spec, error) {
	s := spec{base: folder.Name, name: platform, version: folder.Version, files: map[string][]byte{}}
	dir := filepath.Join(folder.Path, platform)
	if err := notLink(dir, path.Join(s.base, platform)); err != nil {
		return spec{}, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return spec{}, err
	}
	for _, e := range entries {
		name := path.Join(platform, e.Name())
		if path.Ext(name) != ".yaml" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !e.Type().IsRegular() {
			return spec{}, fmt.Errorf("%s is not a regular file", path.Join(s.base, name))
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return spec{}, err
		}
		s.files[name] = data
	}
	folder.Log().Note("read %s: %s", path.Join(s.base, platform), cli.Count(len(s.files), "file"))
	_, err = os.Stat(filepath.Join(folder.Path, schemaName))
	s.schema = err == nil
	if err := s.load(); err != nil {
		return spec{}, err
	}
	return s, cli.Refuse(s.errors(), s.set.Line)
}

// notLink fails for a folder of a platform that is a link, as loading does: it may lead
// anywhere.
func notLink(dir, name string) error {
	info, err := os.Lstat(dir)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return nil
	}
	pos := token.Position{Filename: name}
	return cli.Refuse(diagnostic.List{
		diagnostic.New(finding.IrregularFile, pos, "", "is a symbolic link", "specs are read from regular files and folders only"),
	}, nil)
}

// load reads the files as a spec.
func (s *spec) load() error {
	s.set = &specs.Set{}
	if len(s.files) == 0 {
		return nil
	}
	var archive txtar.Archive
	for name, data := range s.files {
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: data})
	}
	files, err := txtar.FS(&archive)
	if err != nil {
		return err
	}
	if s.set, err = specs.Load(files, s.base); err != nil {
		return err
	}
	s.platform = s.set.Platforms[0]
	return nil
}

// errors returns the errors that have to be corrected before anything is added. A
// missing platform.yaml is not one of them.
func (s spec) errors() diagnostic.List {
	var list diagnostic.List
	for _, d := range s.set.Diagnostics {
		first := path.Join(s.name, platformYAML)
		if d.Severity() == finding.Error && (s.files[first] != nil || d.Pos.Filename != path.Join(s.base, first)) {
			list.Add(d)
		}
	}
	return list
}

// with returns the spec after changes. It fails where they cause errors.
func (s spec) with(changes []rewrite.Change) (spec, error) {
	before := s.set.Diagnostics
	s.files = maps.Clone(s.files)
	for _, c := range changes {
		s.files[c.Name] = c.New
	}
	if err := s.load(); err != nil {
		return spec{}, err
	}
	return s, cli.Refuse(newErrors(before, s.set.Diagnostics), nil)
}

// begun reports whether the platform has a platform.yaml, but neither topics nor a place
// where deliveries name theirs, as init leaves it: the first payload shows that.
func (s spec) begun() bool {
	return s.platform != nil && s.files[path.Join(s.name, platformYAML)] != nil &&
		s.platform.Topic == specs.TopicSource{} && len(s.platform.Topics) == 0
}

// open reports whether the spec does not say yet where deliveries name their topic.
func (s spec) open() bool {
	return s.files[path.Join(s.name, platformYAML)] == nil || s.begun()
}

// topic returns a topic by its name, or nil.
func (s spec) topic(name string) *specs.Topic {
	if s.platform == nil {
		return nil
	}
	i := slices.IndexFunc(s.platform.Topics, func(t specs.Topic) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	return &s.platform.Topics[i]
}

// fileOf returns the name, in the folder of the specs, of the file with a topic.
func (s spec) fileOf(t specs.Topic) string {
	return strings.TrimPrefix(s.platform.At(t.Ref).Filename, s.base+"/")
}

// newErrors returns the errors that are not in an older list. Their lines are not in
// any file yet, so they are left out.
func newErrors(before, after diagnostic.List) diagnostic.List {
	var list diagnostic.List
	for _, d := range after {
		known := slices.ContainsFunc(before, func(b diagnostic.Diagnostic) bool { return b.Path == d.Path && b.Message() == d.Message() })
		if known || d.Severity() != finding.Error {
			continue
		}
		d.Pos.Line, d.Also = 0, nil
		list.Add(d)
	}
	return list
}
