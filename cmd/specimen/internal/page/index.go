package page

import (
	"fmt"
	"html/template"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
)

// index is the data of the page over all platforms.
type index struct {
	head

	Against   string // the revision compared with, or ""
	Counts    string
	Platforms []entry
}

// entry is a platform in the index.
type entry struct {
	ID, Name, About string
	Page            link
	Counts, Source  string
	Facts           []factView // some of those of the page
	Changes         link
	Topics          []place
}

func indexOf(of []*platform.Platform, since *changes.Report) *index {
	x := &index{Against: since.Against}
	topics := 0
	for _, p := range of {
		b := newBuilder(p, nil, since)
		b.listExamples()
		e := entry{
			ID: anchor("platform:" + p.Spec.Name), Name: p.Spec.Name, About: p.Spec.About, Page: b.onPage(link{Text: p.Spec.Title}),
			Counts: countsOf(p), Source: sourceOf(p.Spec.Topic),
		}
		for _, t := range b.topics() {
			e.Topics = append(e.Topics, place{b.onPage(to(t.ID, t.Name)), t.Mark})
		}
		for _, f := range b.deliveries() {
			switch f.Name {
			case "signature", "answer", "retries": // what somebody who writes a receiver asks first
				e.Facts = append(e.Facts, f)
			}
		}
		if since.Against != "" {
			_, summary := b.changes()
			e.Changes = b.onPage(to("changes", summary))
		}
		topics += len(p.Spec.Topics)
		x.Platforms = append(x.Platforms, e)
	}
	x.Counts = fmt.Sprintf("%s, %s", cli.Count(len(of), "platform"), cli.Count(topics, "topic"))
	return x
}

// onPage returns a link to the page of the platform, and to an anchor of it where l has one.
func (b *builder) onPage(l link) link {
	return link{l.Text, template.URL(File(b.Spec.Name)) + l.Href} // a platform has the name of a package
}

func (x *index) title() string {
	if x.Against != "" {
		return "Webhooks since " + x.Against
	}
	return "Webhooks"
}
