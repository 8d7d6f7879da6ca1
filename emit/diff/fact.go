package diff

import (
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// fact is something that examples show, or tables say, of a path and that the type depends on.
type fact struct {
	what     string
	presence bool // it is about null or absence
	lacks    bool // where is an object without the member
	where    infer.Where
}

// facts returns what examples show at the first of some paths that they have.
func (h *half) facts(paths []string) []fact {
	for _, path := range paths {
		if n, absent := h.Model.Evidence(path); n != nil {
			return factsOf(n, absent)
		}
		if s := h.Model.StructAt(path); s != nil {
			return []fact{{what: "object", where: infer.AtOrigin(s.At)}}
		}
	}
	return nil
}

func factsOf(n *infer.Node, absent infer.Fact) []fact {
	var all []fact
	add := func(what string, f infer.Fact, presence bool) {
		if f.Seen() {
			all = append(all, fact{what, presence, what == "absent", infer.AtOrigin(f.At)})
		}
	}
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		add(k.String(), n.Kinds[k], false)
	}
	for _, k := range []infer.FactKind{infer.FactFraction, infer.FactWide, infer.FactNotTimestamp} {
		add(k.String(), n.Facts[k], false)
	}
	add(jsontext.KindNull.String(), n.Kinds[jsontext.KindNull], true)
	add(infer.FactElided.String(), n.Facts[infer.FactElided], true)
	add("absent", absent, true)
	if n.Claims != nil {
		for c, f := range n.Claims {
			add(infer.Claim(c).Phrase(), f, !infer.Claim(c).IsType())
		}
	}
	return all
}
