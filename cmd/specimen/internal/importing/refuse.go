package importing

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// refusals is what the loader or the types did not allow, with the reasons. The next try
// leaves it out.
type refusals struct {
	source   *bool             // where deliveries name their topic
	removing *bool             // lines of lists
	payloads map[string]string // by the ID of the example
	members  map[member]refusedMember
}

// member is a line of a table: the type and the path below it.
type member struct{ typ, path string }

// refusedMember is what of a line was refused: all of it, its type, or what it says of
// presence.
type refusedMember struct {
	all, typ, presence bool
	reason             string
}

func newRefusals() refusals {
	return refusals{source: new(bool), removing: new(bool), payloads: make(map[string]string), members: make(map[member]refusedMember)}
}

// trial is a plan that was applied, with what it refuses.
type trial struct {
	p        *planner
	after    addition.Draft
	refused  refusals
	payloads map[string]*payload // new ones, by the ID of the example
}

func newTrial(p *planner, after addition.Draft, refused refusals) trial {
	t := trial{p, after, refused, make(map[string]*payload)}
	for _, of := range p.order {
		for _, e := range of.examples {
			if e.state == added || e.state == replaced {
				t.payloads[of.name+"#"+e.name] = e.payload
			}
		}
	}
	return t
}

// refuseRoots refuses payloads of another kind than all examples that their event has,
// such as an array where they are objects, and reports whether there are any.
func (p *planner) refuseRoots() bool {
	some := false
	for _, t := range p.order {
		for _, x := range t.examples {
			if x.state != added {
				continue
			}
			if reason := p.draft.OtherRoot(t.event, x.payload.Text); reason != "" {
				p.refused.payloads[t.name+"#"+x.name] = reason
				some = true
			}
		}
	}
	return some
}

// refuseText refuses what causes errors of the text of the spec. It reports false if one
// of them is of something that was not planned.
func (t trial) refuseText(list diagnostic.List) bool {
	all := true
	for _, d := range list {
		all = t.ref(specs.Ref(d.Path), d.Message()) && all
	}
	return all
}

// refuseProblems refuses what causes problems of the types: errors, and lines of tables
// that the payloads contradict. It reports whether there are any.
func (t trial) refuseProblems(found []infer.Problem) bool {
	some := false
	for _, x := range found {
		switch {
		case t.table(x):
			some = true
		case x.Warning():
		case x.Where.Example != "" && t.example(x.Where.Example, x.Message()), t.ref(specs.Ref(x.Where.Ref), x.Message()):
			some = true
		}
	}
	return some
}

// table refuses a line of a planned table that a problem is about.
func (t trial) table(x infer.Problem) bool {
	for _, w := range append([]infer.Where{x.Where}, x.Also...) {
		if strings.HasPrefix(string(w.Ref), "/documented/") && t.ref(specs.Ref(w.Ref), t.reason(x)) {
			return true
		}
	}
	return false
}

// reason returns what is wrong, with the line of the payload.
func (t trial) reason(x infer.Problem) string {
	if of, ok := t.payloads[x.Where.Example]; ok {
		return x.Message() + " (line " + strconv.Itoa(of.line()) + ")"
	}
	return x.Message()
}

// example refuses a new payload.
func (t trial) example(id, reason string) bool {
	_, ok := t.payloads[id]
	if ok {
		t.refused.payloads[id] = reason
	}
	return ok
}

// ref refuses what was planned at a place of the spec.
func (t trial) ref(ref specs.Ref, reason string) bool {
	tokens := jsonpointer.Tokens(string(ref))
	switch {
	case len(tokens) > 0 && tokens[0] == "topic" && !*t.refused.source:
		*t.refused.source = true
		return true
	case len(tokens) > 1 && tokens[0] == "topics":
		of, ok := t.p.topics[tokens[1]]
		if !ok {
			return false
		}
		some := false
		for _, e := range of.examples {
			some = t.example(of.name+"#"+e.name, reason) || some
		}
		return some
	case len(tokens) > 1 && tokens[0] == "documented":
		return t.line(tokens[1:], reason)
	}
	return false
}

// line refuses a line of a planned table: what it says of presence if that is the
// reason, or else its type, or else all of it.
func (t trial) line(tokens []string, reason string) bool {
	i, err := strconv.Atoi(tokens[0])
	documented := t.after.Platform().Documented
	if err != nil || i >= len(documented) || len(tokens) < 3 {
		return false
	}
	m := member{documented[i].Type, tokens[2]}
	if !t.p.inTable[m] {
		return false
	}
	r := t.refused.members[m]
	switch {
	case r.all:
		return false
	case strings.Contains(reason, "required") && !r.presence:
		r.presence = true
	case !r.typ:
		r.typ = true
	default:
		r.all = true
	}
	r.reason = reason
	t.refused.members[m] = r
	return true
}
