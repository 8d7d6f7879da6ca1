package diff

import (
	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// changeJSON is a change in JSON. Lists are never null.
type changeJSON struct {
	Platform     string        `json:"platform"`
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
	At           *cli.Position `json:"at,omitempty"`
	Was          *cli.Position `json:"was,omitempty"`
}

// jsonOf returns a change for JSON.
func jsonOf(c changes.Change) changeJSON {
	out := changeJSON{
		Platform: c.Platform, Kind: c.Kind.String(), What: c.What.String(), Path: c.Path, WasPath: c.Was,
		Type: c.Type, WasType: c.WasType, Name: c.Name, Old: c.Old, New: c.New, WasThere: c.WasThere, IsThere: c.IsThere,
		Code: c.Code.String(), Wire: c.Wire.String(),
		Events: append([]string{}, c.Events...), Topics: append([]string{}, c.Topics...), Message: c.String(),
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
