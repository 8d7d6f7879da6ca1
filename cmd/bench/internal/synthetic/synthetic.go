// Package synthetic makes platforms of any size, to see how the cost of
// generating grows.
package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// Size says how large a platform is.
type Size struct {
	Topics   int // each with an event of its own
	Examples int // per topic
	Members  int // per object at the innermost level
	Depth    int // objects inside one another, with one scalar each on the way
}

// Platform is what the stages need.
type Platform struct {
	Emit     emit.Platform
	Examples []infer.Example
	Bytes    int // of all examples
}

// Make returns a platform of a size. Examples of one topic differ in values and
// in which of their members are null or absent.
func Make(s Size) Platform {
	p := Platform{Emit: emit.Platform{Package: "acme", Title: "Acme", Header: "X-Acme-Topic"}}
	r := rand.New(rand.NewPCG(1, 2))
	for t := range s.Topics {
		topic, event := fmt.Sprintf("thing%d/create", t), fmt.Sprintf("Thing%d", t)
		p.Emit.Topics = append(p.Emit.Topics, emit.Topic{Topic: names.Topic{Name: topic, Event: event}, About: "A thing was created."})
		for e := range s.Examples {
			id := fmt.Sprintf("%s#%d", topic, e)
			text := body(r, s)
			p.Bytes += len(text)
			p.Examples = append(p.Examples, infer.Example{ID: id, Event: event, Text: text})
			p.Emit.Examples = append(p.Emit.Examples, emit.Example{ID: id, Topic: topic, Name: fmt.Sprint("e", e), Text: text})
		}
	}
	return p
}

// body returns the JSON of one example.
func body(r *rand.Rand, s Size) string {
	var b strings.Builder
	for range s.Depth - 1 {
		fmt.Fprintf(&b, `{"id":%d,"in":`, r.IntN(1e6))
	}
	b.WriteByte('{')
	first := true
	for m := range s.Members {
		value := value(r, m)
		if value == "" {
			continue
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		fmt.Fprintf(&b, `"member_%d":%s`, m, value)
	}
	b.WriteString(strings.Repeat("}", s.Depth))
	return b.String()
}

// value returns the JSON of a member, "" where it is absent. Its number decides
// its type.
func value(r *rand.Rand, member int) string {
	switch member % 8 {
	case 0:
		return fmt.Sprint(r.IntN(1e9))
	case 1:
		return fmt.Sprintf("%d.%02d", r.IntN(1e5), r.IntN(100))
	case 2:
		return [...]string{"true", "false"}[r.IntN(2)]
	case 3:
		return fmt.Sprintf(`"2024-%02d-%02dT10:11:12Z"`, 1+r.IntN(12), 1+r.IntN(28))
	case 4:
		if r.IntN(4) == 0 {
			return "null"
		}
	case 5:
		if r.IntN(4) == 0 {
			return ""
		}
	case 6:
		return fmt.Sprintf(`[%d,%d]`, r.IntN(100), r.IntN(100))
	}
	return fmt.Sprintf(`"text %d"`, r.IntN(1e6))
}
