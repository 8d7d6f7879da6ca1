package specs

import (
	"cmp"
	"path"
	"slices"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// maxProblems is how many problems of a file are reported. A file of another kind has
// no end of them.
const maxProblems = 200

// readPlatform reads the files of a folder into a platform. partial says that some file
// could not be read; then the files are not checked against each other.
func readPlatform(name, folder string, files []*file, problems *diagnostic.List, partial bool) *Platform {
	p := &Platform{Name: name, index: newIndex()}
	p.index.first.Filename = path.Join(folder, platformFile)
	found := false
	for _, f := range files {
		isPlatform := path.Base(f.name) == platformFile
		if isPlatform {
			found = true
			p.index.first = f.at(1, 1)
		}
		if !readFile(f, isPlatform, p, problems) {
			partial = true
		}
	}
	if !found && !partial {
		problems.Add(diagnostic.New(finding.NoPlatformFile, p.index.first, "", "no such file", "it needs at least platform, title and topic"))
	}
	if !partial {
		checker{p, problems, make(map[string]*cause)}.check()
	}
	p.resolve()
	p.declare()
	p.sort()
	return p
}

// readFile reads a file into p. It reports false if the file could not be read.
func readFile(f *file, isPlatform bool, p *Platform, problems *diagnostic.List) bool {
	count := 0
	add := func(d diagnostic.Diagnostic) {
		switch count++; {
		case count == maxProblems:
			problems.Add(diagnostic.New(finding.ManyFindings, d.Pos, "", "too many problems in this file; the rest is not shown", ""))
		case count < maxProblems:
			problems.Add(d)
		}
	}
	root := parse(f, add)
	if root == nil {
		return false
	}
	lint(f, root, add)
	r := &reader{file: f, index: p.index, add: add, meant: make(map[Ref]bool)}
	if isPlatform {
		readObject(r, node{Node: root}, "the platform", "a mapping", platformKeys(), p)
	} else {
		n := node{Node: root}
		readObject(r, n, "the file", "a mapping", topicFileKeys(), p)
		if _, ok := r.member(n, "documented"); !ok && !slices.Contains(r.keysOf(n), "topics") {
			r.missingKey(n, "the file", "topics")
		}
	}
	return true
}

// resolve gives topics that are like another one its event.
func (p *Platform) resolve() {
	events := map[string]string{}
	for _, t := range p.Topics {
		if t.Payload == Documented {
			events[t.Name] = t.Event
		}
	}
	for i, t := range p.Topics {
		if t.Payload == Like {
			p.Topics[i].Event = events[t.Like.Topic]
		}
	}
}

// sort sorts decisions, documents and headers by name, so that nothing depends on the order in
// which they are listed. Topics and their examples stay in the order of the spec: files
// by name, then as listed.
func (p *Platform) sort() {
	slices.SortStableFunc(p.Headers, func(a, b Header) int { return cmp.Compare(a.Name, b.Name) })
	for _, v := range p.Deliveries.Signature.Vectors {
		slices.SortFunc(v.Header, func(a, b Pair) int { return cmp.Compare(a.Name, b.Name) })
		slices.SortFunc(v.Query, func(a, b Pair) int { return cmp.Compare(a.Name, b.Name) })
	}
	slices.SortStableFunc(p.Documents, func(a, b Document) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(p.Types, func(a, b Type) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortStableFunc(p.Fields, func(a, b Field) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortStableFunc(p.Enums, func(a, b Enum) int { return cmp.Compare(a.Name, b.Name) })
}
