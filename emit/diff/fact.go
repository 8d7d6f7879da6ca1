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
			return []fact{{what: "object", where: where(s.At)}}
		}
	}
	return nil
}

func factsOf(n *infer.Node, absent infer.Fact) []fact {
	var all []fact
	add := func(what string, f infer.Fact, presence bool) {
		if f.Seen() {
			all = append(all, fact{what, presence, what == "absent", where(f.At)})
		}
	}
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		add(k.String(), n.Kinds[k], false)
	}
	add("fraction", n.Facts[infer.FactFraction], false)
	add("wide", n.Facts[infer.FactWide], false)
	add("no timestamp", n.Facts[infer.FactNotTimestamp], false)
	add("null", n.Kinds[jsontext.KindNull], true)
	add("elided", n.Facts[infer.FactElided], true)
	add("absent", absent, true)
	if n.Claims != nil {
		for c, f := range n.Claims {
			add(infer.Claim(c).Phrase(), f, !infer.Claim(c).IsType())
		}
	}
	return all
}

func where(at infer.Origin) infer.Where {
	return infer.Where{Example: at.Example, Offset: at.Offset}
}
