// Package corpus makes the payloads that decoders are measured on. All of them
// come from two documented examples, by seeded variation: the same seed gives
// the same bytes.
//
//	doc       the example as documented
//	one       the example, compact
//	var       copies of it with other values, compact
//	shuffled  var, the members of every object in another order
//	pretty    var, indented by two spaces
//	lines     var, a line end after each token, as SHOPLINE documents it
//	sparse    var, a fifth of the members absent
//	unknown   var, a tenth of unknown members added
//	escaped   var, \uXXXX for everything beyond ASCII
//
// A fixed payload flatters every decoder, and the fastest most, because the
// processor learns its branches: ratios are to be taken from var.
package corpus

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/shape"
	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// Source is a documented example and what it is an example of.
type Source struct {
	Platform string
	Topic    string
	File     string       // in the testdata of the platform's package
	Event    reflect.Type // what the topic decodes to
	Texts    bool         // whether strings of it hold JSON
	Lines    string       // the list that has one element per line of the order
	slugs    []string     // folders of the topics with this event
}

// Sources are the two largest payloads of all documents.
func Sources() []Source {
	line := Source{
		Platform: "shopline", Topic: "order/create", File: "order-create/documented.json",
		Event: reflect.TypeFor[shopline.OrderEvent](), Lines: "subtotal_items",
	}
	for _, t := range shopline.Topics() {
		if e, _ := shopline.Decode(t, []byte("{}")); reflect.TypeOf(e) == reflect.PointerTo(line.Event) {
			line.slugs = append(line.slugs, slug(string(t)))
		}
	}
	lazza := Source{
		Platform: "shoplazza", Topic: "orders/create", File: "orders-create/newer.json",
		Event: reflect.TypeFor[shoplazza.OrderEvent](), Texts: true, Lines: "line_items",
	}
	for _, t := range shoplazza.Topics() {
		if e, _ := shoplazza.Decode(t, []byte("{}")); reflect.TypeOf(e) == reflect.PointerTo(lazza.Event) {
			lazza.slugs = append(lazza.slugs, slug(string(t)))
		}
	}
	return []Source{line, lazza}
}

// Orders are the orders of all platforms.
func Orders() []Source {
	return append(Sources(), Source{
		Platform: "shoptop", Topic: "orders/create", File: "orders-create/documented.json",
		Event: reflect.TypeFor[shoptop.OrderEvent](), Lines: "lineItems", slugs: []string{"orders-create"},
	}, Source{
		Platform: "fecify", Topic: "order_create", File: "order_create/documented.json",
		Event: reflect.TypeFor[fecify.OrderEvent](), Lines: "order_goods", slugs: []string{"order_create"},
	})
}

// slug returns the folder of a topic's examples.
func slug(topic string) string { return strings.NewReplacer("/", "-", "_", "-").Replace(topic) }

// Example returns the example's text. root is the folder of the generated
// packages' module.
func (s Source) Example(root string) ([]byte, error) {
	return os.ReadFile(filepath.Join(s.folder(root), filepath.FromSlash(s.File)))
}

func (s Source) folder(root string) string {
	return filepath.Join(root, "generated", s.Platform, s.Platform+"test", "testdata")
}

// Forms returns what all the examples of the event show.
func (s Source) Forms(root string) (shape.Forms, error) {
	forms := shape.NewForms()
	for _, folder := range s.slugs {
		files, err := filepath.Glob(filepath.Join(s.folder(root), folder, "*.json"))
		if err != nil {
			return forms, err
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return forms, err
			}
			if err := forms.Observe(s.Event, data); err != nil {
				return forms, fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return forms, nil
}

// Corpus is a list of payloads of one topic and form.
type Corpus struct {
	Source Source
	Form   string
	Bodies [][]byte
	// TextOnly says that the peers keep a string that holds JSON as a string,
	// while the generated decoders look inside it all the same.
	TextOnly bool
}

// Name is how flags and tables call the corpus.
func (c Corpus) Name() string { return c.Source.Platform + "." + c.Form }

// Mean returns the mean length of the payloads in bytes.
func (c Corpus) Mean() int {
	total := 0
	for _, b := range c.Bodies {
		total += len(b)
	}
	return total / len(c.Bodies)
}

// spare is the capacity behind each payload, as the buffers of receivers have.
// It is for decoders to whom the buffer is given away.
const spare = 64

// Forms returns the names of all forms, in the order of tables.
func Forms() []string {
	return []string{"doc", "one", "var", "text", "shuffled", "pretty", "lines", "sparse", "unknown", "escaped"}
}

// Make returns a source's corpus of a form, with n payloads where the form is
// varied.
func Make(root string, s Source, form string, n int) (Corpus, error) {
	c := Corpus{Source: s, Form: form, TextOnly: form == "text"}
	example, err := s.Example(root)
	if err != nil {
		return c, err
	}
	tree, err := parse(example)
	if err != nil {
		return c, fmt.Errorf("%s: %w", s.File, err)
	}
	switch form {
	case "doc":
		c.Bodies = [][]byte{slices.Grow(example, spare)}
		return c, nil
	case "one":
		c.Bodies = [][]byte{slices.Grow(layout{}.write(nil, tree, 0), spare)}
		return c, nil
	}
	if n == 0 {
		return c, nil
	}
	return c, Each(root, s, form, 0, func(body []byte) (more bool, err error) {
		c.Bodies = append(c.Bodies, body)
		return len(c.Bodies) < n, nil
	})
}

// Each calls f with one varied payload after the other, from the one of number
// first on, until f wants no more of them.
func Each(root string, s Source, form string, first uint64, f func(body []byte) (more bool, err error)) error {
	example, err := s.Example(root)
	if err != nil {
		return err
	}
	tree, err := parse(example)
	if err != nil {
		return fmt.Errorf("%s: %w", s.File, err)
	}
	forms, err := s.Forms(root)
	if err != nil {
		return err
	}
	v := variation{forms: forms, index: shape.Index{}, lines: s.Lines}
	for i := first; ; i++ {
		body, err := v.one(s, tree.clone(), form, i)
		if err != nil {
			return err
		}
		if more, err := f(body); err != nil || !more {
			return err
		}
	}
}

// one returns the i-th varied payload in a form. The variation depends on the
// platform and i alone, so that all forms of it hold the same values.
func (v *variation) one(s Source, tree *node, form string, i uint64) ([]byte, error) {
	v.rand = generator(s.Platform, i)
	v.event(tree, s.Event, s.Topic)
	r := generator(s.Platform+form, i)
	var l layout
	switch form {
	case "var", "text":
	case "shuffled":
		shuffle(r, tree)
	case "pretty":
		l = layout{lines: true, indent: "  "}
	case "lines":
		l = layout{lines: true}
	case "sparse":
		for _, m := range tree.members { // the root itself keeps its members
			thin(r, m.value)
		}
	case "unknown":
		extend(r, tree)
	case "escaped":
		l = layout{ascii: true}
	default:
		return nil, fmt.Errorf("no form %q", form)
	}
	return slices.Grow(l.write(nil, tree, 0), spare), nil
}

func generator(name string, i uint64) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(h.Sum64(), i))
}
