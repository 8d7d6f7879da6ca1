package diff

import (
	"io"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs/finding"
)

// changeJSON is a change in JSON. Lists are never null.
type changeJSON struct {
	Platform     string        `json:"platform"`
	Rule         string        `json:"rule"`
	Kind         string        `json:"kind"`
	What         string        `json:"what"`
	Path         string        `json:"path"`
	WasPath      string        `json:"wasPath,omitempty"`
	Type         string        `json:"type,omitempty"`
	WasType      string        `json:"wasType,omitempty"`
	Name         string        `json:"name,omitempty"`
	Old          string        `json:"old,omitempty"`
	New          string        `json:"new,omitempty"`
	WasThere     string        `json:"wasThere,omitempty"`
	IsThere      string        `json:"isThere,omitempty"`
	Code         string        `json:"code"`
	Wire         string        `json:"wire"`
	Acknowledged string        `json:"acknowledged,omitempty"`
	Events       []string      `json:"events"`
	Topics       []string      `json:"topics"`
	Message      string        `json:"message"`
	Verdict      string        `json:"verdict"`
	At           *cli.Position `json:"at,omitempty"`
	Was          *cli.Position `json:"was,omitempty"`
	Before       *lineJSON     `json:"before,omitempty"`
	After        *lineJSON     `json:"after,omitempty"`
}

// lineJSON is a line of the specs in JSON.
type lineJSON struct {
	cli.Position
	Text string `json:"text"`
}

// verdictJSON is the verdict on a platform in JSON, behind its changes.
type verdictJSON struct {
	Platform string `json:"platform"`
	Rule     string `json:"rule"`
	Verdict  string `json:"verdict"`
	Changes  int    `json:"changes"`
	Message  string `json:"message"`
}

// json writes one object for each change, and one for each platform that has any.
func (r printer) json(w io.Writer) error {
	for _, v := range r.Verdicts {
		n := 0
		for x := range r.of(v.Platform) {
			n++
			if err := cli.WriteJSON(w, jsonOf(x), ""); err != nil {
				return err
			}
		}
		if v.Verdict == diff.None {
			continue
		}
		if err := cli.WriteJSON(w, verdictJSON{v.Platform, finding.Verdict.String(), v.Verdict.String(), n, r.count(v.Platform)}, ""); err != nil {
			return err
		}
	}
	return nil
}

// jsonOf returns a change for JSON.
func jsonOf(c changes.Change) changeJSON {
	out := changeJSON{
		Platform: c.Platform, Rule: ruleOf(c).String(), Kind: c.Kind.String(), What: c.What.String(), Path: c.Path, WasPath: c.Was,
		Type: c.Type, WasType: c.WasType, Name: c.Name, Old: c.Old, New: c.New, WasThere: c.WasThere, IsThere: c.IsThere,
		Code: c.Code.String(), Wire: c.Wire.String(),
		Events: append([]string{}, c.Events...), Topics: append([]string{}, c.Topics...), Message: c.String(),
		Verdict: c.Verdict().String(), Before: lineOf(c.Before), After: lineOf(c.After),
	}
	if c.Breaking() {
		out.Acknowledged = c.Why
	}
	if c.Pos.Filename != "" {
		out.At = new(cli.PositionOf(c.Pos))
	}
	if c.OldPos.IsValid() && c.OldPos != c.Pos {
		out.Was = new(cli.PositionOf(c.OldPos))
	}
	return out
}

func lineOf(x *changes.Line) *lineJSON {
	if x == nil {
		return nil
	}
	return &lineJSON{cli.PositionOf(x.Pos), x.Text}
}
