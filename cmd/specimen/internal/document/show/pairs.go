package show

import (
	"cmp"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document/collect"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Pairs returns headers in any of the forms that tools write them in: an object with their
// values, or with lists of which the first counts, a list of objects with a name and a
// value, or a list of such pairs.
func Pairs(n tree.Node) []collect.Pair {
	var all []collect.Pair
	add := func(name string, value tree.Node) {
		for value.Is(jsontext.KindArray) {
			first := tree.Node{}
			for item := range value.Items() {
				first = item
				break
			}
			value = first
		}
		if text := value.Text(); name != "" && text != "" {
			all = append(all, collect.Pair{Name: name, Value: text})
		}
	}
	for name, value := range n.Members() {
		add(name, value)
	}
	for item := range n.Items() {
		name := cmp.Or(item.Get("name").Text(), item.Get("key").Text())
		if item.Is(jsontext.KindArray) {
			i := 0
			for part := range item.Items() {
				if i++; i == 1 {
					name = part.Text()
				} else if i == 2 {
					add(name, part)
				}
			}
			continue
		}
		if !item.Get("disabled").Bool() {
			add(name, item.Get("value"))
		}
	}
	return all
}
