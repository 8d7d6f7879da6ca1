package infer

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// notElided adds the problem of a path at which nothing is elided.
func (w *walker) notElided(x *Example, e Elision) {
	p := Problem{
		Where: Where{Ref: e.Ref}, Message: "nothing is elided at " + e.Pointer + " of this example",
		Hint: `an elided value is written as "" or null in the payload`,
	}
	v, err := jsontext.ParseValue(strings.TrimSpace(x.Text))
	if err != nil {
		return
	}
	all := pointers{there: make(map[string]bool)}
	all.add("", v)
	if all.there[e.Pointer] {
		p.Message = "the value at " + e.Pointer + " of this example is not elided"
		p.Hint += ": remove the path"
	} else if near := newNearer(all.elidable).nearest(e.Pointer); len(near) > 0 {
		p.Hint = didYouMean(near)
	}
	w.problems = append(w.problems, p)
}

// pointers are those of the values of a text.
type pointers struct {
	there    map[string]bool
	elidable []string // of values that can stand for what was left out
}

func (p *pointers) add(pointer string, v jsontext.Value) {
	p.there[pointer] = true
	if raw := v.Raw(); raw == `""` || raw == "null" {
		p.elidable = append(p.elidable, pointer)
	}
	for name, member := range v.Members() {
		p.add(pointer+"/"+jsontext.EscapeToken(name), member)
	}
	i := 0
	for elem := range v.Items() {
		p.add(pointer+"/"+strconv.Itoa(i), elem)
		i++
	}
}
