package proposal

import (
	"path"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/edit"
)

// insertions returns what a change adds to platform.yaml beyond the old decisions.
func insertions(now suggest.Change, old infer.Decisions) []edit.Insertion {
	all := slices.Concat(
		[]edit.Insertion{envelopeInsertion(now, old.Envelope)},
		typeInsertions(now.Types, old.Types), fieldInsertions(now.Fields, old.Fields), enumInsertions(now.Enums, old.Enums),
	)
	return slices.DeleteFunc(all, func(x edit.Insertion) bool { return len(x.Members)+len(x.Items) == 0 })
}

// envelopeInsertion returns the envelope if it has more members than the old one.
func envelopeInsertion(now suggest.Change, old []infer.EnvelopeMember) edit.Insertion {
	envelope := edit.Insertion{Path: []string{"envelope"}}
	if len(now.Envelope) <= len(old) {
		return envelope
	}
	var members, optional edit.List
	for _, m := range now.Envelope {
		if m.Optional {
			optional = append(optional, m.Name)
		} else {
			members = append(members, m.Name)
		}
	}
	envelope.Members = []edit.Member{{Key: "members", Value: members}}
	if len(optional) > 0 {
		envelope.Members = append(envelope.Members, edit.Member{Key: "optional", Value: optional})
	}
	envelope.Members = append(envelope.Members, edit.Member{Key: "why", Value: edit.Text(now.Why)})
	return envelope
}

// typeInsertions returns the new types, in the order of their names, and what is added to
// old ones.
func typeInsertions(now, old []infer.TypeDecision) []edit.Insertion {
	types := edit.Insertion{Path: []string{"types"}}
	var more []edit.Insertion
	for _, t := range now {
		i := slices.IndexFunc(old, func(u infer.TypeDecision) bool { return u.Name == t.Name })
		if i >= 0 {
			more = append(more, edit.Insertion{Path: []string{"types", t.Name, "at"}, Items: newPaths(t.At, old[i].At)})
			continue
		}
		entry := edit.Block{{Key: "at", Value: listOf(t.At)}}
		if t.Why != "" {
			entry = append(entry, edit.Member{Key: "why", Value: edit.Text(t.Why)})
		}
		types.Members = append(types.Members, edit.Member{Key: t.Name, Value: entry})
	}
	slices.SortFunc(types.Members, func(a, b edit.Member) int { return strings.Compare(a.Key, b.Key) })
	return append([]edit.Insertion{types}, more...)
}

// fieldInsertions returns the new decisions on fields, and what is added to old ones.
func fieldInsertions(now, old []infer.FieldDecision) []edit.Insertion {
	fields := edit.Insertion{Path: []string{"fields"}}
	var more []edit.Insertion
	for _, f := range now {
		i := slices.IndexFunc(old, func(g infer.FieldDecision) bool { return g.Path == f.Path })
		if i >= 0 {
			more = append(more, edit.Insertion{Path: []string{"fields", f.Path}, Members: fieldMembers(f, old[i])})
			continue
		}
		fields.Members = append(fields.Members, edit.Member{Key: f.Path, Value: edit.Inline(fieldMembers(f, infer.FieldDecision{}))})
	}
	return append([]edit.Insertion{fields}, more...)
}

// enumInsertions returns the new enums, and what is added to old ones.
func enumInsertions(now, old []infer.EnumDecision) []edit.Insertion {
	enums := edit.Insertion{Path: []string{"enums"}}
	var more []edit.Insertion
	for _, e := range now {
		i := slices.IndexFunc(old, func(u infer.EnumDecision) bool { return u.Name == e.Name })
		if i >= 0 {
			more = append(more, edit.Insertion{Path: []string{"enums", e.Name, "at"}, Items: newPaths(e.At, old[i].At)})
			continue
		}
		entry := edit.Block{{Key: "at", Value: listOf(e.At)}}
		if len(e.Values) > 0 {
			values := edit.Value(edit.List(e.Texts()))
			if e.Integers {
				values = edit.Integers(e.Texts())
			}
			entry = append(entry, edit.Member{Key: "values", Value: values}, edit.Member{Key: "why", Value: edit.Text(e.Why)})
		}
		enums.Members = append(enums.Members, edit.Member{Key: e.Name, Value: entry})
	}
	return append([]edit.Insertion{enums}, more...)
}

func listOf(at []infer.PathRef) edit.List { return newPaths(at, nil) }

// newPaths returns the paths that are not among the old ones.
func newPaths(at, old []infer.PathRef) []string {
	var paths []string
	for _, p := range at {
		if !slices.ContainsFunc(old, func(q infer.PathRef) bool { return q.Path == p.Path }) {
			paths = append(paths, p.Path)
		}
	}
	return paths
}

// fieldMembers returns what a decision on a field says that an old one does not.
func fieldMembers(f, old infer.FieldDecision) []edit.Member {
	var all []edit.Member
	for _, m := range []struct{ key, now, old string }{
		{"type", f.Type, old.Type}, {"name", f.Name, old.Name}, {"about", f.About, old.About}, {"why", f.Why, old.Why},
	} {
		if m.now != "" && m.old == "" {
			all = append(all, edit.Member{Key: m.key, Value: edit.Text(m.now)})
		}
		if m.key == "name" && f.Required && !old.Required {
			all = append(all, edit.Member{Key: "required", Value: edit.Bool(true)})
		}
	}
	return all
}

// Insertions returns what the suggestions add to the platform's files, by the names of
// these in its folder.
func (p Proposal) Insertions() map[string][]edit.Insertion {
	all := make(map[string][]edit.Insertion)
	now := suggest.Change{Envelope: p.After.Envelope, Types: p.After.Types, Fields: p.After.Fields, Enums: p.After.Enums, Why: p.why()}
	if more := append(insertions(now, p.Platform.Decisions), p.declined()...); len(more) > 0 {
		all[path.Base(p.Platform.Spec.At("").Filename)] = more
	}
	for _, s := range p.All {
		for _, t := range s.Change.Topics {
			if t.Name == "" {
				continue // shown only
			}
			file := path.Base(p.Platform.Spec.At(p.topic(t.Topic).Ref).Filename)
			all[file] = append(all[file], edit.Insertion{
				Path: []string{"topics", t.Topic}, Members: []edit.Member{{Key: "name", Value: edit.Text(t.Name)}},
			})
		}
	}
	return all
}

// declined returns the entries for suggestions that are declined.
func (p Proposal) declined() []edit.Insertion {
	var all []edit.Block
	for _, x := range p.Declined {
		all = append(all, edit.Block{
			{Key: "path", Value: edit.Text(x.Path)}, {Key: "kind", Value: edit.Text(x.Kind)}, {Key: "why", Value: edit.Text(x.Why)},
		})
	}
	if len(all) == 0 {
		return nil
	}
	return []edit.Insertion{{Path: []string{"declined"}, Blocks: all}}
}

// topic returns a topic of the platform.
func (p Proposal) topic(name string) specs.Topic {
	topics := p.Platform.Spec.Topics
	return topics[slices.IndexFunc(topics, func(t specs.Topic) bool { return t.Name == name })]
}

// why returns the reason of the suggested envelope, or "".
func (p Proposal) why() string {
	for _, s := range p.All {
		if s.Change.Why != "" {
			return s.Change.Why
		}
	}
	return ""
}
