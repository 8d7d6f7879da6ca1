package initialize

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// staging is the folder, in the working directory, in which new files are prepared.
const staging = ".specimen-init"

// places are the folders that init writes to. Until close, no other run changes them.
type places struct {
	spec  *addition.Spec
	here  *rewrite.Folder // the working directory, or nil where it is that of the specs
	specs string          // the name of the folder of the specs
	log   *cli.Log
}

// open opens the folders, and undoes what an interrupted run left there.
func (c *command) open(env cli.Env, folder specfolder.Folder, platform string) (*places, error) {
	spec, err := addition.Open(folder, platform)
	if err != nil {
		return nil, err
	}
	p := &places{spec: spec, specs: filepath.Clean(c.folders.Specs), log: env.Log}
	if !cli.IsSameFile(env.Path("."), folder.Path) {
		p.here, err = rewrite.Open(env.Path("."), rewrite.Options{Staging: staging, Step: env.Step, May: isBeside})
	}
	if err != nil {
		p.close()
		return nil, specfolder.WriteError(err, ".")
	}
	return p, nil
}

func (p *places) close() {
	if p.here != nil {
		p.here.Close()
	}
	p.spec.Close()
}

// write writes the spec, and the other files that are not there. Those in the folder of the
// specs are written together with the spec. Those in the working directory come first, and
// are removed again where the spec cannot be written.
func (p *places) write(others []file) error {
	var beside, here []rewrite.Change
	for _, f := range others {
		change := rewrite.Change{Name: filepath.Base(f.name), New: f.text}
		switch {
		case !f.fresh:
		case p.here == nil || filepath.Dir(f.name) == p.specs:
			beside = append(beside, change)
		default:
			here = append(here, change)
		}
	}
	if len(here) == 0 {
		return p.spec.Write(beside...)
	}
	if err := p.here.Apply(here); err != nil {
		return specfolder.WriteError(err, ".")
	}
	err := p.spec.Write(beside...)
	if err == nil {
		for _, change := range here {
			p.log.Note("wrote %s", change.Name)
		}
		return nil
	}
	for i, change := range here {
		here[i] = rewrite.Change{Name: change.Name, Old: change.New}
	}
	return errors.Join(err, p.here.Apply(here))
}

func isBeside(_ *os.Root, name string, _ []byte) bool { return specfolder.IsBeside(name) }
