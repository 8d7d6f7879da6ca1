package payloadtest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// The events of this file and the next two stand for a generated package. They
// are written as the generator writes, but for helpers that are generic where it
// writes one for each type, and for the flaws.

// flaw names what the events do wrong, "" for nothing. See flaws.
var flaw string

// orderEvent is an event with a member of every type.
type orderEvent struct {
	EventDelivery
	Envelope
	Order order           `json:"order" payload:"required"`
	Extra payload.Members `json:"-"`
}

// batchEvent is an event whose body is a list.
type batchEvent struct {
	EventDelivery
	Payload []item
	Extra   payload.Members `json:"-"`
}

type Envelope struct {
	Shop string            `json:"shop"`
	At   payload.Timestamp `json:"at"`
}

type order struct {
	ID      string               `json:"id"`
	Count   int64                `json:"count" payload:"required"`
	Price   payload.Number       `json:"price"`
	Open    bool                 `json:"open"`
	Nothing payload.Value        `json:"nothing,omitzero"`
	Note    payload.Opt[string]  `json:"note,omitzero"`
	Active  payload.Flag         `json:"active"`
	Ratio   float64              `json:"ratio"`
	Status  status               `json:"status"`
	Tags    []string             `json:"tags" payload:"required"`
	Labels  payload.Map[string]  `json:"labels"`
	Gift    payload.Or[item]     `json:"gift,omitzero"`
	Inside  payload.JSON[inside] `json:"inside,omitzero"`
	Part    payload.Opt[part]    `json:"part,omitzero"`
	Late    payload.Opt[[]int64] `json:"late,omitzero"`
	AB      int64                `json:"a/b~"`
	Odd     odd                  `json:"odd"`
	Items   []item               `json:"items"`
	Extra   payload.Members      `json:"-"`
}

type status string

type item struct {
	SKU   string                       `json:"sku"`
	Qty   int64                        `json:"qty"`
	More  payload.Opt[[]payload.Value] `json:"more,omitzero"`
	Extra payload.Members              `json:"-"`
}

type inside struct {
	A     int64           `json:"a"`
	B     []int64         `json:"b"`
	Extra payload.Members `json:"-"`
}

type part struct {
	X     int64           `json:"x"`
	Extra payload.Members `json:"-"`
}

// odd has a member that no tag can name.
type odd struct {
	Quote payload.Opt[int64] // the member is named "
	Plain string             `json:"plain"`
	Extra payload.Members    `json:"-"`
}

// EventDelivery is what every event knows of its delivery.
type EventDelivery struct {
	raw        []byte
	mismatches []payload.Mismatch
}

// Equal says that it is not part of the payload.
func (EventDelivery) Equal(EventDelivery) bool { return true }

func (d *EventDelivery) Forget() {
	if flaw != "remembers" {
		*d = EventDelivery{}
	}
}

func (d *EventDelivery) Mismatches() []payload.Mismatch {
	switch list := d.mismatches; {
	case flaw == "silent":
		return nil
	case flaw == "twice" && list != nil:
		return append(list[:len(list):len(list)], list...)
	case flaw == "elsewhere" && list != nil:
		m := list[0]
		m.Path = strings.Replace(m.Path, "/order", "/ordel", 1)
		return []payload.Mismatch{m}
	case flaw == "offset" && list != nil:
		m := list[0]
		m.Offset = 0
		return []payload.Mismatch{m}
	case flaw == "wants nothing" && list != nil:
		m := list[0]
		m.Want = payload.KindAbsent
		return []payload.Mismatch{m}
	case flaw == "false alarm" && list == nil:
		return []payload.Mismatch{{Path: "/order", Want: payload.KindArray, Got: payload.KindObject}}
	}
	if flaw == "lends its mismatches" {
		return d.mismatches
	}
	return slices.Clone(d.mismatches)
}

func (d *EventDelivery) Raw() []byte {
	if flaw == "lends its body" {
		return d.raw
	}
	return slices.Clone(d.raw)
}

// decodeDouble is the Decode of the package.
func decodeDouble(topic string, body []byte) (Event, error) {
	limits := wire.Limits{}
	if flaw == "limit" {
		limits.MaxBytes = 1 << 16
	}
	var r wire.Reader
	r.Start(body, limits)
	switch flaw {
	case "keeps the body":
	case "writes behind the body":
		_ = append(body, 0)
		fallthrough
	default:
		body = slices.Clone(body)
	}
	if topic == "batch/sent" {
		v := new(batchEvent)
		err := r.End(v.decode(&r, r.Begin(), ""), payload.KindArray)
		v.EventDelivery = EventDelivery{body, r.Mismatches()}
		return v, err
	}
	v := new(orderEvent)
	err := r.End(v.decode(&r, r.Begin(), ""), payload.KindObject)
	if flaw != "" {
		err = flawed(err, &r)
	}
	if err != nil {
		return nil, err
	}
	v.EventDelivery = EventDelivery{body, r.Mismatches()}
	return v, nil
}

// flawed returns the error of a decoder with a flaw.
func flawed(err error, r *wire.Reader) error {
	syntax, isSyntax := err.(*payload.SyntaxError)
	_, isMismatch := err.(*payload.MismatchError)
	switch {
	case flaw == "no syntax error" && isSyntax:
		return nil
	case flaw == "lenient" && isSyntax && syntax.Offset < len(r.Body()):
		return nil
	case flaw == "late syntax error" && isSyntax:
		syntax.Offset++
	case flaw == "any root" && isMismatch:
		return nil
	case flaw == "root unnamed" && isMismatch:
		return &payload.MismatchError{}
	case flaw == "root elsewhere" && isMismatch:
		return &payload.MismatchError{Mismatches: []payload.Mismatch{{Path: "/", Want: payload.KindObject, Got: payload.KindNull}}}
	case flaw == "strict" && len(r.Mismatches()) > 0:
		return &payload.MismatchError{Mismatches: r.Mismatches()}
	}
	return err
}
