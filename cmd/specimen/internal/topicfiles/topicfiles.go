// Package topicfiles finds files of payloads, which are named after topics.
package topicfiles

import (
	"cmp"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// File is a file with payloads.
type File struct {
	Path  string
	Topic string // that its name says, or ""
}

// In returns a file, the files of JSON in a folder and those below, or the standard
// input, whose name says no topic.
func In(env cli.Env, name string) ([]File, error) {
	if name == cli.Std {
		return []File{{Path: name}}, nil
	}
	root := env.Path(name)
	info, err := env.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir():
		return []File{{name, topicOf(filepath.Base(name))}}, nil
	}
	var all []File
	err = cli.WalkFiles(root, func(path string) error {
		switch filepath.Ext(path) {
		case ".json", ".ndjson", ".jsonl":
			below, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			all = append(all, File{filepath.Join(name, below), topicOf(filepath.ToSlash(below))})
		}
		return nil
	})
	slices.SortStableFunc(all, func(a, b File) int {
		return cmp.Or(cmp.Compare(a.Topic, b.Topic), cmp.Compare(len(a.Path), len(b.Path)))
	})
	return all, err
}

// again is the end of the name of a file with one more payload of a topic.
var again = regexp.MustCompile(`--[0-9]+$`)

// topicOf returns the topic that the name of a file says: orders/create for
// orders%2Fcreate.json, orders/create.json and orders%2Fcreate--2.json.
func topicOf(name string) string {
	name = again.ReplaceAllString(strings.TrimSuffix(name, filepath.Ext(name)), "")
	if topic, err := url.PathUnescape(name); err == nil {
		return topic
	}
	return name
}
