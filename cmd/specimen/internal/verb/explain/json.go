package explain

import (
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
)

// The form of explain --json. Lists are never null.
type (
	explained struct {
		Platform string `json:"platform"`
		Kind     string `json:"kind"`
		Topic    string `json:"topic,omitempty"`
		explainedPath
		Instead   []explainedInstead   `json:"instead"`
		Write     *explainedWrite      `json:"write,omitempty"`
		Ignored   []explainedIgnored   `json:"ignored,omitempty"`
		Suggested []proposal.Suggested `json:"suggested"`
		Members   []explainedPath      `json:"members"`
	}
	explainedPath struct {
		Path     string             `json:"path"`
		Go       string             `json:"go,omitempty"`
		Type     string             `json:"type,omitempty"`
		Rule     infer.Rule         `json:"rule,omitempty"`
		Because  string             `json:"because,omitempty"`
		Without  string             `json:"without,omitempty"`
		Objects  int                `json:"objects"`
		Present  int                `json:"present"`
		Null     int                `json:"null"`
		Required infer.Rule         `json:"required,omitempty"`
		Values   int                `json:"values"`
		Decision *explainedDecision `json:"decision,omitempty"`
		Seen     []explainedSeen    `json:"seen"`
	}
	explainedDecision struct {
		cli.Position
		Why string `json:"why"`
	}
	explainedSeen struct {
		What  string `json:"what"`
		Count int    `json:"count"`
		cli.Position
	}
	explainedInstead struct {
		Word string `json:"word"`
		Type string `json:"type"`
		But  string `json:"but,omitempty"`
		*cli.Position
	}
	explainedWrite struct {
		File string `json:"file"`
		Text string `json:"text"`
	}
)

// json returns an explanation for JSON.
func (x explainer) json(s subject) explained {
	out := explained{
		Platform: x.Spec.Name, Kind: s.kind, Instead: []explainedInstead{}, Suggested: []proposal.Suggested{}, Members: []explainedPath{},
		explainedPath: explainedPath{Path: s.path, Go: x.goName(s), Seen: []explainedSeen{}},
	}
	if s.topic != nil {
		out.Topic = s.topic.Name
		if s.topic.Event == "" {
			out.Path, out.Go = "", names.UnknownEvent
		}
	}
	if s.about != nil {
		out.explainedPath, out.Ignored = x.jsonPath(*s.about), x.ignored(s.path)
		all := explain.Instead(x.Evidence, x.Decisions, x.Model, s.path)
		for _, a := range all {
			out.Instead = append(out.Instead, x.jsonInstead(a))
		}
		if len(all) > 0 {
			file, text := x.write(*s.about, all[0].Word)
			out.Write = &explainedWrite{file, text}
			for _, s := range x.suggestions(s.path) {
				out.Suggested = append(out.Suggested, proposal.Proposal{Platform: x.Platform}.JSON(s))
			}
		}
	}
	if s.enum != nil {
		out.Decision = &explainedDecision{cli.PositionOf(x.AtRef(s.enum.Ref)), s.enum.Why}
		for _, m := range x.enumPaths(*s.enum) {
			out.Members = append(out.Members, x.jsonPath(m.Explanation))
		}
	}
	if s.of != nil {
		for _, m := range x.tree(s.of) {
			out.Members = append(out.Members, x.jsonPath(m.Explanation))
		}
	}
	return out
}

func (x explainer) jsonPath(p explain.Explanation) explainedPath {
	out := explainedPath{
		Path: p.Path, Go: x.goName(subject{path: p.Path, about: &p, of: x.Model.StructAt(p.Path)}), Type: x.Names.Type(p.Type),
		Rule: p.Rule, Because: p.Rule.Text(), Objects: p.Objects, Present: p.Present(), Null: p.Null(), Required: p.Required, Values: p.Values(),
		Seen: []explainedSeen{},
	}
	if p.Rule == infer.RuleSpec {
		out.Decision = &explainedDecision{cli.PositionOf(x.AtRef(p.Ref)), x.why(p.Ref)}
		if p.Alone != nil {
			out.Without = x.Names.Type(p.Alone)
		}
	}
	for _, s := range p.Seen {
		out.Seen = append(out.Seen, explainedSeen{s.What, s.Count, cli.PositionOf(x.Within(s.At))})
	}
	return out
}

func (x explainer) jsonInstead(a explain.Alternative) explainedInstead {
	out := explainedInstead{Word: a.Word, But: a.But}
	if a.Type != nil {
		out.Type = x.Names.Type(a.Type)
	}
	if a.At != (infer.Where{}) {
		out.Position = new(cli.PositionOf(x.At(a.At)))
	}
	return out
}
