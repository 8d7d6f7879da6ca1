package emit

import "github.com/specimen-go/specimen/infer"

// Names are the Go names of a platform's types and fields.
type Names struct {
	Types  map[*infer.Struct]string
	Fields map[*infer.Field]string
}

// NamesOf returns the Go names that the package of a platform has, and the
// problems that Package would report of them.
func NamesOf(p Platform, m infer.Model) (Names, []infer.Problem) {
	s := newScheme(p, m, "")
	n := Names{make(map[*infer.Struct]string), make(map[*infer.Field]string)}
	for _, st := range s.ordered {
		n.Types[st.Struct] = st.name
		for _, f := range st.fields {
			n.Fields[f.Field] = f.name
		}
	}
	return n, s.problems
}

// GoName returns the exported Go name of a member or topic: its words in Pascal
// case. Every key has one.
func GoName(key string) string { return goName(key) }

// Singular returns the Go name of one element of a list by the list's Go name.
func Singular(name string) string { return singular(name) }
