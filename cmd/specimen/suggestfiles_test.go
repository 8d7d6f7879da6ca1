package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
	"github.com/specimen-go/specimen/specs/finding"
)

// text returns the files of a folder of specs by name.
func (s *script) text(folder string) map[string]string {
	all := make(map[string]string)
	for _, name := range s.files(folder) {
		all[strings.TrimPrefix(name, folder+"/")] = string(s.read(filepath.Join(folder, strings.TrimPrefix(name, folder+"/"))))
	}
	return all
}

func show(files map[string]string) string {
	text, _ := json.MarshalIndent(files, "", " ")
	return strings.ReplaceAll(string(text), `\n`, "\n")
}

// inserted returns files with insertions.
func inserted(t *testing.T, files map[string]string, all map[string][]edit.Insertion) map[string]string {
	t.Helper()
	changed := make(map[string]string)
	for name, text := range files {
		now, err := edit.Insert([]byte(text), all[filepath.Base(name)])
		if err != nil {
			t.Fatalf("%s: %v\n%+v\n%s", name, err, all, text)
		}
		changed[name] = string(now)
	}
	return changed
}

// loadOne reads the spec of one platform.
func loadOne(t *testing.T, files map[string]string) (*platform.Platform, diagnostic.List) {
	t.Helper()
	disk := fstest.MapFS{}
	for name, text := range files {
		disk[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, err := specs.Load(disk, "specs")
	if err != nil {
		t.Fatal(err)
	}
	return platform.Of(set.Platforms[0], nil), set.Diagnostics
}

// problemsOf is what generate says of a spec that loads before it writes code,
// warnings included.
func problemsOf(p *platform.Platform) diagnostic.List {
	return slices.Concat(p.Problems, p.Diagnostics(p.Names.Problems))
}

// newTo returns the problems that were not known, warnings included or not. A name
// that collided may still do so, elsewhere.
func newTo(known, now diagnostic.List, warnings bool) diagnostic.List {
	count := make(map[string]int)
	for _, d := range known {
		count[name(d.Message())]++
	}
	var list diagnostic.List
	for _, d := range now {
		if key := name(d.Message()); count[key] > 0 {
			count[key]--
			continue
		}
		if warnings || d.Severity() == finding.Error {
			list.Add(d)
		}
	}
	return list
}

// name is the Go name that a message is about, or the message.
func name(message string) string {
	if _, name, ok := strings.Cut(message, "have the same Go name: "); ok {
		return name
	}
	return message
}

// asJSON writes a text as JSON.
func asJSON(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(data)
}
