package main

import (
	"go/token"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
	"github.com/specimen-go/specimen/specs"
)

// The form of explain --json. Lists are never null.
type (
	explained struct {
		Platform string `json:"platform"`
		Kind     string `json:"kind"`
		Topic    string `json:"topic,omitempty"`
		explainedPlace
		Instead   []explainedInstead `json:"instead"`
		Write     *explainedWrite    `json:"write,omitempty"`
		Suggested []suggested        `json:"suggested"`
		Members   []explainedPlace   `json:"members"`
	}
	explainedPlace struct {
		Path     string             `json:"path"`
		Go       string             `json:"go,omitempty"`
		Type     string             `json:"type,omitempty"`
		Rule     infer.Rule         `json:"rule,omitempty"`
		Because  string             `json:"because,omitempty"`
		Without  string             `json:"without,omitempty"`
		Objects  int                `json:"objects"`
		Present  int                `json:"present"`
		Null     int                `json:"null"`
		Values   int                `json:"values"`
		Decision *explainedDecision `json:"decision,omitempty"`
		Seen     []explainedSeen    `json:"seen"`
	}
	explainedDecision struct {
		place
		Why string `json:"why"`
	}
	explainedSeen struct {
		What  string `json:"what"`
		Count int    `json:"count"`
		place
	}
	explainedInstead struct {
		Word string `json:"word"`
		Type string `json:"type"`
		But  string `json:"but,omitempty"`
		*place
	}
	explainedWrite struct {
		File string `json:"file"`
		Text string `json:"text"`
	}
)

// json is an explanation for tools.
func (x explainer) json(s subject) explained {
	out := explained{
		Platform: x.platform.Name, Kind: s.kind, Instead: []explainedInstead{}, Suggested: []suggested{}, Members: []explainedPlace{},
		explainedPlace: explainedPlace{Path: s.path, Go: x.goName(s), Seen: []explainedSeen{}},
	}
	if s.topic != nil {
		out.Topic = s.topic.Name
		if s.topic.Event == "" {
			out.Path, out.Go = "", "UnknownEvent"
		}
	}
	if s.place != nil {
		out.explainedPlace = x.jsonPlace(*s.place)
		all := explain.Instead(x.evidence, x.decisions, x.model, s.path)
		for _, a := range all {
			out.Instead = append(out.Instead, x.jsonInstead(a))
		}
		if len(all) > 0 {
			file, text := x.write(*s.place, all[0].Word)
			out.Write = &explainedWrite{file, text}
			for _, s := range x.suggestions(s.path) {
				out.Suggested = append(out.Suggested, proposal{platform: x.platform}.json(s))
			}
		}
	}
	if s.enum != nil {
		out.Decision = &explainedDecision{jsonAt(x.platform.At(specs.Ref(s.enum.Ref))), s.enum.Why}
		for _, m := range x.enumPlaces(*s.enum) {
			out.Members = append(out.Members, x.jsonPlace(m.Place))
		}
	}
	if s.of != nil {
		for _, m := range x.tree(s.of) {
			out.Members = append(out.Members, x.jsonPlace(m.Place))
		}
	}
	return out
}

func (x explainer) jsonPlace(p explain.Place) explainedPlace {
	out := explainedPlace{
		Path: p.Path, Go: x.goName(subject{path: p.Path, place: &p, of: x.model.StructAt(p.Path)}), Type: x.names.Type(p.Type),
		Rule: p.Rule, Because: p.Rule.Text(), Objects: p.Objects, Present: p.Present(), Null: p.Null(), Values: p.Values(),
		Seen: []explainedSeen{},
	}
	if p.Rule == infer.RuleSpec {
		out.Decision = &explainedDecision{jsonAt(x.platform.At(specs.Ref(p.Ref))), x.why(p.Ref)}
		if p.Alone != nil {
			out.Without = x.names.Type(p.Alone)
		}
	}
	for _, s := range p.Seen {
		out.Seen = append(out.Seen, explainedSeen{s.What, s.Count, jsonAt(x.at(s.At))})
	}
	return out
}

func (x explainer) jsonInstead(a explain.Alternative) explainedInstead {
	out := explainedInstead{Word: a.Word, But: a.But}
	if a.Type != nil {
		out.Type = x.names.Type(a.Type)
	}
	if at := placeOf(x.platform, a.At); at.IsValid() {
		out.place = new(jsonAt(at))
	}
	return out
}

func jsonAt(pos token.Position) place { return place{pos.Filename, pos.Line, pos.Column} }
