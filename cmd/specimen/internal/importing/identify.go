package importing

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/edit"
)

// identify finds the document in the spec, or gives it an id that is free there and among
// the documents before it.
func (r *reader) identify(d *doc, before []*doc) error {
	var known []specs.Document
	if p := r.draft.Platform(); p != nil {
		known = p.Documents
	}
	for _, is := range []func(specs.Document) bool{
		func(x specs.Document) bool { return d.ID != "" && x.ID == d.ID },
		func(x specs.Document) bool { return d.ID == "" && x.SHA256 == d.SHA256 },
		func(x specs.Document) bool { return d.ID == "" && d.URL != "" && x.URL == d.URL },
		func(x specs.Document) bool { return d.ID == "" && d.File != "" && x.File == d.File },
	} {
		if i := slices.IndexFunc(known, is); i >= 0 && d.was == nil {
			d.was, d.id = &known[i], known[i].ID
		}
	}
	taken := func(id string) bool {
		return slices.ContainsFunc(known, func(x specs.Document) bool { return x.ID == id }) ||
			slices.ContainsFunc(before, func(x *doc) bool { return x.id == id })
	}
	if d.was != nil {
		if i := slices.IndexFunc(before, func(x *doc) bool { return x.id == d.id }); i >= 0 {
			return cli.UsageError{Message: fmt.Sprintf("%s and %s are both the document %s", before[i].Name, d.Name, d.id), Hint: "import them one after the other, each with --document"}
		}
		return nil
	}
	if d.id = d.ID; d.id != "" {
		return nil
	}
	id := slug(baseName(d.File), slug(d.Reading.Title, "document"))
	d.id = id
	for n := 2; taken(d.id); n++ {
		d.id = fmt.Sprintf("%s-%d", id, n)
	}
	return nil
}

// title returns what the spec calls the document.
func (d *doc) title() string {
	if d.was != nil {
		return cmp.Or(d.Title, d.was.Title)
	}
	return cmp.Or(oneLine(d.Title, maxLine), oneLine(d.Reading.Title, maxLine), oneLine(d.File, maxLine), d.id)
}

// asOf says which copy of a document this is: the day, or else the digest.
func (d *doc) asOf() string {
	if d.Retrieved != "" {
		return d.Retrieved
	}
	return "the copy with the digest " + d.SHA256[:min(len(d.SHA256), 12)]
}

// entry returns the document as a spec has it.
func (d *doc) entry() edit.Member {
	b := edit.Inline{{Key: "title", Value: edit.Text(d.title())}}
	if file := oneLine(d.File, maxLine); file != "" {
		b = append(b, edit.Member{Key: "file", Value: edit.Text(file)})
	}
	return edit.Member{Key: d.id, Value: edit.Block(append(b, d.facts()...))}
}

// facts returns what is new of a document: its address, the day and the digest.
func (d *doc) facts() []edit.Member {
	was := specs.Document{}
	if d.was != nil {
		was = *d.was
	}
	var b []edit.Member
	if d.was != nil && d.Title != "" && d.Title != was.Title {
		b = append(b, edit.Member{Key: "title", Value: edit.Text(d.Title)})
	}
	if d.URL != "" && d.URL != was.URL {
		b = append(b, edit.Member{Key: "url", Value: edit.Text(d.URL)})
	}
	if d.Retrieved != "" && d.Retrieved != was.Retrieved {
		b = append(b, edit.Member{Key: "retrieved", Value: edit.Plain(d.Retrieved)})
	}
	if d.SHA256 != was.SHA256 {
		b = append(b, edit.Member{Key: "sha256", Value: edit.Text(d.SHA256)})
	}
	return b
}

// outdated returns the facts of a document that no longer hold: the day of another copy.
func (d *doc) outdated() []string {
	if d.was != nil && !d.same() && d.was.SHA256 != "" && d.was.Retrieved != "" && d.Retrieved == "" {
		return []string{"retrieved"}
	}
	return nil
}

// CheckFacts returns what is wrong with what the user says of a document, and a hint. Both
// are "" if nothing is.
func CheckFacts(s Source) (problem, hint string) {
	return specs.CheckDocument(specs.Document{ID: s.ID, Title: s.Title, URL: s.URL})
}
