package proposal

import (
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/edit"
)

// YAML returns what a suggestion adds to platform.yaml.
func YAML(s suggest.Suggestion) string {
	var members []edit.Member
	for _, x := range insertions(s.Change, infer.Decisions{}) {
		members = append(members, edit.Member{Key: x.Path[0], Value: edit.Block(x.Members)})
	}
	var topics edit.Block
	for _, t := range s.Change.Topics {
		says := edit.Member{Key: "name", Value: edit.Text(t.Name)}
		if t.Name == "" {
			says = edit.Member{Key: "event", Value: edit.Text(t.Event)}
		}
		topics = append(topics, edit.Member{Key: t.Topic, Value: edit.Block{says}})
	}
	if len(topics) > 0 {
		members = append(members, edit.Member{Key: "topics", Value: topics})
	}
	return edit.Render(members)
}
