package main

import (
	"io/fs"
	"path"
	"strings"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/observing"
)

// Platform is what workers need to observe deliveries of a platform. It is sent to them as
// JSON, because they have no folder of specs.
type Platform struct {
	Name, Topic string
	Dir         string            // what messages call the folder of the specs
	Files       map[string]string // of the platform's spec, by name in that folder
}

// newPlatform reads the spec of a platform, and fails if that has errors.
func newPlatform(specs fs.FS, dir, name, topic string) (Platform, error) {
	p := Platform{Name: name, Topic: topic, Dir: dir, Files: make(map[string]string)}
	if !fs.ValidPath(name) || strings.Contains(name, "/") {
		name = "."
	}
	err := fs.WalkDir(specs, name, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(file) != ".yaml" && path.Ext(file) != ".yml" {
			return err
		}
		text, err := fs.ReadFile(specs, file)
		p.Files[file] = string(text)
		return err
	})
	if err != nil {
		return p, err
	}
	_, err = p.observer()
	return p, err
}

// observer returns the observer of the platform.
func (p Platform) observer() (*observing.Observer, error) {
	files := make(fstest.MapFS, len(p.Files))
	for name, text := range p.Files {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return observing.Load(files, p.Dir, p.Name, p.Topic)
}
