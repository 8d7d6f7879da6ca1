package signature

import (
	"hash"

	"github.com/specimen-go/specimen/emit/runtime/receive"
)

// signed is the signed text of a delivery.
type signed struct {
	parts   []Part
	body    []byte
	sorted  *sorted // of the body, or nil for the body as it came
	numbers bool    // whether numbers of sorted are those of JavaScript
}

// texts appends the texts of what is signed, "" for the body.
func (p *Profile) texts(d receive.Delivery, texts []string) ([]string, error) {
	for i := range p.Signed {
		part := &p.Signed[i]
		text := part.Text
		if text == "" && part.Body == 0 {
			var err error
			if text, err = part.Source.first(d); err != nil {
				return nil, err
			}
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// sorts reports whether members of the body are sorted in the signed text.
func (s *signed) sorts() bool {
	for i := range s.parts {
		if s.parts[i].Body == SortedBody {
			return true
		}
	}
	return false
}

// writeTo writes the text to h. texts are those of its parts; room is for copies of them.
func (s *signed) writeTo(h hash.Hash, texts []string, room []byte) {
	for i, text := range texts {
		switch {
		case s.parts[i].Body == 0:
			h.Write(append(room[:0], text...))
		case s.parts[i].Body == RawBody || s.sorted == nil:
			h.Write(s.body)
		default:
			s.sorted.writeTo(h, s.numbers)
		}
	}
}
