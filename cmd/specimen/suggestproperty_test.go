package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/specs/edit"
)

// TestSuggestedSpecsLoad holds, for random payloads that add accepts, that every
// suggestion gives a spec that loads, decides and names without an error; that
// after suggest -w, the specs generate; and that a second suggest -w writes
// nothing. SPECIMEN_SUGGEST_SEEDS is how many platforms are tried; with
// SPECIMEN_SUGGEST_CHECK, what some of them give passes its own tests as well.
func TestSuggestedSpecsLoad(t *testing.T) {
	seeds := 8
	if n, err := strconv.Atoi(os.Getenv("SPECIMEN_SUGGEST_SEEDS")); err == nil {
		seeds = n
	}
	for seed := range uint64(seeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			suggestedSpecLoads(t, seed, seed%12 == 0)
		})
	}
}

// FuzzSuggestedSpecsLoad is TestSuggestedSpecsLoad for other seeds, with nothing type-checked:
// the first that is has the go command compile what it imports, and a fuzz target that
// takes ten seconds for one input counts as hung.
func FuzzSuggestedSpecsLoad(f *testing.F) {
	f.Add(uint64(1 << 32))
	f.Fuzz(func(t *testing.T, seed uint64) { suggestedSpecLoads(t, seed, false) })
}

// suggestedSpecLoads tries one platform; in full, with the code type-checked, which
// takes the most time.
func suggestedSpecLoads(t *testing.T, seed uint64, full bool) {
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/m\n\ngo 1.26\n"))
	added := 0
	for _, d := range newRandomPayloads(seed).deliveries() {
		var out bytes.Buffer
		env := cli.Env{Stdin: strings.NewReader(d.body), Stdout: cli.Stream{Writer: &out}, Stderr: cli.Stream{Writer: &out}, Dir: s.dir}
		args := []string{"add", "acme", d.topic, "-", "--keep-secrets"}
		if added == 0 {
			args = append(args, "--header", "X")
		}
		switch runWith(env, args...) {
		case cli.ExitFine:
			added++
		case cli.ExitFailure:
			if strings.Contains(out.String(), "internal error") {
				t.Errorf("add %s: %s", d.body, out.String())
			}
		}
	}
	if added > 0 {
		checkFormatted(t, "add", nil, s.specs())
		suggestionsLoad(t, s, append([][]string{nil, {"weak"}}, kindsAlone()...))
		writtenLoads(t, s, full)
	}
}

// TestSuggestedRealSpecsLoad is TestSuggestedSpecsLoad for the payloads of real
// platforms: those of this repository without what their specs decide, and those of
// the cases in testdata.
func TestSuggestedRealSpecsLoad(t *testing.T) {
	tried := 0
	try := func(name string, files map[string]string) {
		tried++
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := &script{t: t, dir: testfolder.New(t)}
			s.write("go.mod", []byte("module example.com/m\n\ngo 1.26\n"))
			for name, text := range files {
				s.write("specs/"+name, []byte(text))
			}
			if len(files) < 10 {
				suggestionsLoad(t, s, [][]string{nil})
			}
			writtenLoads(t, s, false)
		})
	}
	platforms, _ := filepath.Glob("../../specs/*/platform.yaml")
	for _, file := range platforms {
		folder := filepath.Base(filepath.Dir(file))
		files := make(map[string]string)
		names, _ := filepath.Glob(filepath.Dir(file) + "/*.yaml")
		for _, name := range names {
			if filepath.Base(name) == "documented.yaml" {
				continue // which is about the types that the spec declares
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[folder+"/"+filepath.Base(name)] = withoutDecisions(string(data))
		}
		try(folder, files)
	}
	cases, _ := filepath.Glob("testdata/suggest-*.txtar")
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files := make(map[string]string)
		for _, f := range archive.Files {
			if name, ok := strings.CutPrefix(f.Name, "specs/"); ok {
				files[name] = string(f.Data)
			}
		}
		if len(files) > 0 {
			try(filepath.Base(name), files)
		}
	}
	if tried < 10 {
		t.Errorf("%d platforms", tried)
	}
}

// withoutDecisions drops the sections of a spec that decide something.
func withoutDecisions(text string) string {
	var kept strings.Builder
	drop := false
	for line := range strings.Lines(text) {
		if line[0] != ' ' && line[0] != '\n' && line[0] != '#' {
			drop = regexp.MustCompile(`^(types|fields|enums|envelope|ignore|changes):`).MatchString(line)
		}
		if !drop {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// writtenLoads checks it for what suggest -w writes.
func writtenLoads(t *testing.T, s *script, full bool) {
	was := s.specs()
	if code, text := runIn(s.dir, "suggest", "-w"); code != cli.ExitFine {
		t.Fatalf("suggest -w: exit %d\n%s\n%s", code, text, s.content("specs"))
	}
	checkFormatted(t, "suggest -w", was, s.specs())
	before := s.content("specs")
	if code, text := runIn(s.dir, "suggest", "-w"); code != cli.ExitFine || s.content("specs") != before {
		t.Errorf("a second suggest -w: exit %d\n%s\nwrites\n%s\nafter\n%s", code, text, s.content("specs"), before)
	}
	decided, problems := loadOne(t, s.text("specs"))
	if problems = append(problems, problemsOf(decided)...); len(problems) > 0 {
		t.Errorf("after suggest -w: %v\n%s", problems, before)
	}
	if !full {
		if made, problems := build.Files(decided, module.Target{Base: "example.com/m/generated"}); made == nil {
			t.Errorf("after suggest -w: %v\n%s", problems, before)
		}
		return
	}
	verbs := []string{"generate"}
	if os.Getenv("SPECIMEN_SUGGEST_CHECK") != "" {
		verbs = append(verbs, "check")
	}
	for _, verb := range verbs {
		if code, text := runIn(s.dir, verb); code != cli.ExitFine {
			t.Errorf("%s: exit %d\n%s\n%s", verb, code, text, before)
		}
	}
}

// suggestionsLoad checks it for what is suggested in some runs: nil is one without
// flags, "weak" one with --weak, every other word one with --only. All that -w would
// write is tried together, and without flags each weak suggestion beside that.
//
// A weak one beside the strong ones may say again what one of them says, which is a
// warning.
func suggestionsLoad(t *testing.T, s *script, runs [][]string) {
	files := s.text("specs")
	decided, problems := loadOne(t, files)
	if len(problems) > 0 {
		t.Fatalf("add wrote %v\n%v", problems, files)
	}
	known := problemsOf(decided)
	for _, run := range runs {
		only := run
		if slices.Equal(run, []string{"weak"}) {
			only = nil
		}
		p := proposal.Find(decided, proposal.Options{Kinds: only, Weak: run != nil})
		all := []map[string][]edit.Insertion{p.Insertions()}
		if run == nil {
			for _, x := range p.All {
				if x.Weak {
					all = append(all, with(p, x).Insertions())
				}
			}
		}
		for i, insertions := range all {
			changed := inserted(t, files, insertions)
			now, problems := loadOne(t, changed)
			if len(problems) == 0 {
				problems = newTo(known, problemsOf(now), i == 0)
			}
			if len(problems) > 0 {
				t.Errorf("%v: %v\n%s\n%s", run, problems, changed["acme/platform.yaml"], show(files))
				return
			}
		}
	}
}

func kindsAlone() [][]string {
	var all [][]string
	for _, kind := range suggest.Kinds() {
		all = append(all, []string{kind})
	}
	return all
}

// with is a proposal with one weak suggestion besides the strong ones.
func with(p proposal.Proposal, x suggest.Suggestion) proposal.Proposal {
	p.After = x.Change.Apply(p.After)
	return p
}
