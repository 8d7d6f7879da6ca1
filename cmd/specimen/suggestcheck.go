package main

import (
	"slices"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/infer/suggest"
	"github.com/specimen-go/specimen/specs"
)

// specTakes reports whether a platform.yaml with the lines of a change has nothing
// in it that the loader of specs complains about: a name that is too long, say.
func specTakes(c suggest.Change) bool {
	// Places for a type or an enum that is there come without what that has.
	c.Types, c.Enums = slices.Clone(c.Types), slices.Clone(c.Enums)
	for i := range c.Types {
		if c.Types[i].Why == "" {
			c.Types[i].Why = "given elsewhere"
		}
	}
	for i := range c.Enums {
		if len(c.Enums[i].Values) == 0 {
			c.Enums[i].Values, c.Enums[i].Why = []string{"given elsewhere"}, "given elsewhere"
		}
	}
	const begin = "platform: acme\ntitle: Acme\ntopic: {header: X}\n"
	files, err := txtar.FS(&txtar.Archive{Files: []txtar.File{
		{Name: "acme/" + platformYAML, Data: []byte(begin + yamlOf(suggest.Suggestion{Change: c}))},
	}})
	if err != nil {
		return false
	}
	set, err := specs.Load(files, "")
	return err == nil && len(set.Diagnostics) == 0
}
