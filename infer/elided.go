package infer

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// notElided reports a path under elided at which no value is elided.
func (x *examination) notElided(e Elision) {
	v, err := jsontext.ParseValue(strings.TrimSpace(x.example.Text))
	if err != nil {
		return
	}
	all := pointers{there: make(map[string]bool)}
	all.add("", v)
	x.problems = append(x.problems, Problem{Where: Where{Ref: e.Ref}, Cause: notElided{
		pointer: e.Pointer, exists: all.there[e.Pointer], near: didYouMean(newNearer(all.elidable).nearest(e.Pointer)),
	}})
}

// pointers are the JSON Pointers of the values of a text.
type pointers struct {
	there    map[string]bool
	elidable []string // of the values that are "" or null
}

func (p *pointers) add(pointer string, v jsontext.Value) {
	p.there[pointer] = true
	if raw := v.Raw(); raw == `""` || raw == "null" {
		p.elidable = append(p.elidable, pointer)
	}
	for name, member := range v.Members() {
		p.add(pointer+"/"+jsonpointer.Escape(name), member)
	}
	i := 0
	for elem := range v.Items() {
		p.add(pointer+"/"+strconv.Itoa(i), elem)
		i++
	}
}
