// Package addition adds payloads to the spec of a platform, as examples, and says what
// that changes in the types.
//
//	Open    folder, platform -> Spec
//	Add     Spec, Payload -> Added; changes the Spec in memory
//	Begin   Spec -> a Spec with a platform and no payload
//	Write   Spec -> files, all of them or none
//	Print   Added -> what was added, replaced and changed
//
// What is missing is created: the topic with its event, the file of topics, the
// platform.
package addition

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Payload is a payload to add, with the options of the user.
type Payload struct {
	Topic  string
	Source string // what the user calls the file of the payload, for positions
	Text   string

	Name, Document        string // of the example
	Event, About          string // of a new topic
	Title, Header, Member string // of a new platform; Header and Member name the topic
	Batch                 string // of a new platform: where a body has its events

	Redact      bool // replace personal data, not only secrets
	KeepSecrets bool // replace nothing
	KeepForm    bool // keep a payload in one long line
	OtherRoot   bool // accept a body of another kind than every example has
}

// Spec is the spec of a platform that payloads are added to. Until Close, no other run
// changes the folder of the specs.
type Spec struct {
	files       *specfolder.Editing
	before, now spec
}

// CheckPlatform fails for a name that a platform cannot have.
func CheckPlatform(name string) error {
	if problem, hint := specs.CheckPlatformName(name); problem != "" {
		return cli.UsageError{Message: "the platform " + problem, Hint: hint}
	}
	return nil
}

// CheckNew fails for the name of a platform that does not exist and that looks like a
// misspelling of one that does: a new platform of this name has to be asked for, as a hint
// says.
func CheckNew(folder specfolder.Folder, platform, ask string) error {
	entries, err := os.ReadDir(folder.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	hint := diagnostic.Nearest(platform, names)
	if hint == "" || slices.Contains(names, platform) {
		return nil
	}
	return cli.UsageError{
		Message: fmt.Sprintf("no platform %q in %s", platform, folder.Name),
		Hint:    hint + " If it is a new platform, " + ask,
	}
}

// Open opens the spec of a platform, which need not exist. It fails where the spec has
// errors.
func Open(folder specfolder.Folder, platform string) (*Spec, error) {
	files, err := folder.Open()
	if err != nil {
		return nil, err
	}
	s, err := readSpec(folder, platform)
	if err != nil {
		files.Close()
		return nil, err
	}
	return &Spec{files, s, s}, nil
}

// Source returns where deliveries of the platform name their topic, or nothing if there is
// no platform yet.
func (s *Spec) Source() capture.Source {
	if s.now.platform == nil {
		return capture.Source{}
	}
	t := s.now.platform.Topic
	return capture.Source{Header: t.Header, Member: t.Member, Batch: t.Batch}
}

// Close lets other runs change the folder of the specs.
func (s *Spec) Close() { s.files.Close() }

// Write writes all that was added, and more files of the folder of the specs.
func (s *Spec) Write(more ...rewrite.Change) error {
	return s.files.Write(append(s.before.changesTo(s.now), more...))
}

// Added is a payload that was added.
type Added struct {
	Payload
	before, after spec
	old, now      *platform.Platform
	example       redact.Result // the payload as it is in the spec
}

// Add adds a payload. If the spec or the payload does not allow it, the spec stays as it
// was, and the error is cli.Problems or cli.UsageError.
func (s *Spec) Add(x Payload) (Added, error) {
	added, err := x.apply(s.now)
	if err == nil {
		s.now = added.after
	}
	return added, err
}

// apply returns the payload as added to a spec.
func (x Payload) apply(before spec) (Added, error) {
	given := source{x.Source, x.Text}
	if before.open() && x.Header == "" {
		x.Member = cmp.Or(x.Member, memberWith(x.Text, x.Topic))
	}
	id, err := x.complete(before)
	if err != nil {
		return Added{}, err
	}
	example, err := x.prepare(before, id, given)
	if err != nil {
		return Added{}, err
	}
	changes, err := x.edit(before, example.Text)
	if err != nil {
		return Added{}, err
	}
	after, err := before.with(changes)
	if err != nil {
		return Added{}, err
	}
	old, now := before.decide(id, ""), after.decide(id, x.Text)
	if err := given.contradicts(before, problemsOf(old), problemsOf(now), id); err != nil {
		return Added{}, err
	}
	if err := x.keepsRoot(given, before, old, now); err != nil {
		return Added{}, err
	}
	if example.Text != x.Text {
		// From here on, positions are those in what is written.
		now = after.decide("", "")
		if err := cli.Refuse(newErrors(nil, now.Diagnostics(problemsOf(now))), nil); err != nil {
			return Added{}, err
		}
	}
	return Added{x, before, after, old, now, example}, nil
}

// prepare returns the payload as it goes into the spec, with what was replaced in it.
// It fails for a payload that is not JSON, or that the topic has already.
func (x Payload) prepare(s spec, id string, given source) (redact.Result, error) {
	if err := cli.Refuse(given.problems(infer.Example{ID: id, Event: x.Event, Text: given.text}), given.lines()); err != nil {
		return redact.Result{}, err
	}
	result, err := x.redacted(s.platform)
	if err != nil {
		return redact.Result{}, err
	}
	return result, x.isNew(s.platform, result.Text)
}

// Print says what was added, and what that changes.
func (a Added) Print(env cli.Env) error {
	changes := diff.Compare(a.before.side(a.old), a.after.side(a.now))
	if err := a.report(env.Stdout, changes); err != nil {
		return err
	}
	a.printMisspelt(env)
	return cli.Print(env.Stderr, "text", a.collisions(), a.after.set.Line)
}

// changesTo returns the changes of files that lead to another spec.
func (s spec) changesTo(after spec) []rewrite.Change {
	var changes []rewrite.Change
	for name, text := range after.files {
		if old, ok := s.files[name]; !ok || !bytes.Equal(old, text) {
			changes = append(changes, rewrite.Change{Name: name, Old: old, New: text})
		}
	}
	return changes
}
