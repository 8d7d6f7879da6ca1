package format

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// staging is the folder, beside files that are not in the folder of the specs, in which
// their new texts are made ready.
const staging = ".specimen-fmt"

// folder is a folder with files that are formatted: that of the specs, or another one.
type folder struct {
	dir   string // as the user names it
	specs bool
	files []*file

	root  *os.Root
	apply func([]rewrite.Change) error // nil if nothing is written
	close func()
}

// file is a file that is formatted.
type file struct {
	name            string // in its folder, with slashes
	shown           string // what the user calls it
	text, formatted []byte
}

// resolve returns the files that arguments stand for, by their folders.
func (c *command) resolve(env cli.Env, args []string) ([]*folder, error) {
	home := &folder{dir: c.folders.Specs, specs: true}
	all := []*folder{home}
	var platforms []string
	for _, arg := range args {
		if !strings.ContainsAny(filepath.ToSlash(arg), "/") && path.Ext(arg) != ".yaml" {
			platforms = append(platforms, arg)
			continue
		}
		dir, name := c.place(env, arg)
		i := slices.IndexFunc(all, func(f *folder) bool { return realName(env, f.dir) == realName(env, dir) })
		if i < 0 { // a second one for the same folder would wait for the first one's lock
			i, all = len(all), append(all, &folder{dir: dir})
		}
		all[i].add(name, filepath.ToSlash(arg))
	}
	if len(args) == 0 || len(platforms) > 0 {
		if err := home.addPlatforms(env, platforms); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(all, func(f *folder) bool { return len(f.files) == 0 }), nil
}

// realName returns the name of a folder that it has whatever the user calls it.
func realName(env cli.Env, dir string) string {
	abs, err := filepath.Abs(env.Path(dir))
	if err != nil {
		return dir
	}
	if name, err := filepath.EvalSymlinks(abs); err == nil {
		return name
	}
	return abs
}

// place returns the folder that a file is written in, and its name there: that of the
// specs if the file is in one of its folders, or else the folder of the file itself.
func (c *command) place(env cli.Env, arg string) (dir, name string) {
	specs, err1 := filepath.Abs(env.Path(c.folders.Specs))
	abs, err2 := filepath.Abs(env.Path(arg))
	if err1 == nil && err2 == nil {
		if rel, err := filepath.Rel(specs, abs); err == nil && strings.Count(filepath.ToSlash(rel), "/") == 1 && filepath.IsLocal(rel) {
			return c.folders.Specs, filepath.ToSlash(rel)
		}
	}
	return filepath.Dir(arg), filepath.Base(arg)
}

func (f *folder) add(name, shown string) {
	if !slices.ContainsFunc(f.files, func(x *file) bool { return x.name == name }) {
		f.files = append(f.files, &file{name: name, shown: shown})
	}
}

// addPlatforms adds the files of the named platforms, or of all.
func (f *folder) addPlatforms(env cli.Env, names []string) error {
	entries, err := f.list(env, "")
	if err != nil {
		return err
	}
	var platforms []string
	for _, e := range entries {
		platform := e.Name()
		if !e.IsDir() || platform[0] == '.' || platform[0] == '_' || platform == "testdata" {
			continue
		}
		files, err := f.list(env, platform)
		if err != nil {
			return err
		}
		for _, file := range files {
			if !file.Type().IsRegular() || file.Name()[0] == '.' || path.Ext(file.Name()) != ".yaml" {
				continue
			}
			platforms = append(platforms, platform)
			if len(names) == 0 || slices.Contains(names, platform) {
				within := path.Join(platform, file.Name())
				f.add(within, path.Join(filepath.ToSlash(f.dir), within))
			}
		}
	}
	for _, name := range names {
		if slices.Contains(platforms, name) {
			continue
		}
		hint := diagnostic.Nearest(name, slices.Compact(platforms))
		if hint == "" {
			hint = "a file has a slash in its name, or ends in .yaml, as in ./" + name
		}
		return cli.UsageError{Message: "no platform " + diagnostic.Quote(name) + " in " + filepath.ToSlash(f.dir), Hint: hint}
	}
	if len(f.files) == 0 {
		return cli.UsageError{Message: "no specs in " + filepath.ToSlash(f.dir), Hint: "--specs names another folder"}
	}
	return nil
}

// list returns what is in a folder below, sorted by name; nothing where there is none.
func (f *folder) list(env cli.Env, below string) ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(filepath.Join(env.Path(f.dir), below))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, cli.UsageError{Message: fmt.Sprintf("cannot read the folder %s: %v", path.Join(filepath.ToSlash(f.dir), below), errors.Unwrap(err))} // without its own name of the folder
	}
	return entries, nil
}

// open opens the folder, so that no other run changes it if it is to be written.
func (f *folder) open(env cli.Env, write bool) error {
	dir := env.Path(f.dir)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return cli.UsageError{Message: "there is no folder " + filepath.ToSlash(f.dir)}
	}
	switch {
	case !write:
		root, err := os.OpenRoot(dir)
		if err != nil {
			return err
		}
		f.root, f.close = root, func() { root.Close() }
	case f.specs:
		editing, err := specfolder.At(env, f.dir).OpenExisting()
		if err != nil {
			return err
		}
		f.root, f.apply, f.close = editing.Root, editing.Write, editing.Close
	default:
		opened, err := rewrite.Open(dir, rewrite.Options{Staging: staging, Step: env.Step})
		if err != nil {
			return specfolder.WriteError(err, f.dir)
		}
		f.root, f.close = opened.Root, opened.Close
		f.apply = func(changes []rewrite.Change) error { return specfolder.WriteError(opened.Apply(changes), f.dir) }
	}
	return nil
}

// read reads the files.
func (f *folder) read() error {
	for _, x := range f.files {
		name := filepath.FromSlash(x.name)
		info, err := f.root.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			return cli.UsageError{Message: "there is no file " + x.shown}
		}
		if err == nil && info.IsDir() {
			return cli.UsageError{Message: x.shown + " is a folder", Hint: "name its files, or a platform, as in: specimen fmt acme"}
		}
		if err == nil && !info.Mode().IsRegular() {
			return cli.UsageError{Message: x.shown + " is not a regular file"}
		}
		if err != nil {
			return err
		}
		if x.text, err = f.root.ReadFile(name); err != nil {
			return err
		}
	}
	return nil
}

// write writes the files that changed.
func (f *folder) write() error {
	var changes []rewrite.Change
	for _, x := range f.files {
		if !bytes.Equal(x.text, x.formatted) {
			changes = append(changes, rewrite.Change{Name: x.name, Old: x.text, New: x.formatted})
		}
	}
	if len(changes) == 0 {
		return nil
	}
	return f.apply(changes)
}
