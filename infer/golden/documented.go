package golden

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/infer"
)

// table returns the table of a line under documented, of which
//
//	documented: {AEvent/price: number optional, Address/lines: list of string}
//
// has two. A root that ends in Event is that of an event.
func table(path string, n *yaml.Node, order int) infer.Table {
	root, below, _ := strings.Cut(path, "/")
	m := infer.TableMember{Path: below, Order: order, Ref: ref(n)}
	at := &m.Type
	for _, word := range strings.Fields(n.Value) {
		switch word {
		case "null":
			m.Null = true
		case "optional":
			m.Optional = true
		case "required":
			m.Required = true
		case "of":
			at = &(*at).Of
		default:
			*at = &infer.TableType{Word: word}
		}
	}
	t := infer.Table{Type: root, Members: []infer.TableMember{m}}
	if event, ok := infer.EventOf(root); ok {
		t.Event, t.Type = event, ""
	}
	return t
}
