package diff

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/infer"
)

// compareDeliveries compares how deliveries are verified and answered.
func (c *comparison) compareDeliveries() {
	a, b := c.old.Platform, c.new.Platform
	c.delivery("topic/batch", a.Batch != "", b.Batch != "", a.Batch == b.Batch, Change{Code: Widening}, Change{Wire: Breaking})
	was, is := a.Deliveries, b.Deliveries
	c.delivery("deliveries/signature", was.Signature != nil, is.Signature != nil, sameSignature(was.Signature, is.Signature),
		Change{Code: Breaking}, verified(was.Signature, is.Signature))
	for _, source := range []struct {
		key     string
		was, is emit.Source
	}{{"id", was.ID, is.ID}, {"shop", was.Shop, is.Shop}, {"version", was.Version, is.Version}, {"attempt", was.Attempt, is.Attempt}} {
		c.delivery("deliveries/"+source.key, source.was != emit.Source{}, source.is != emit.Source{}, source.was == source.is,
			Change{Code: Widening}, Change{Code: Breaking})
	}
	answer := func(a emit.Answer) [3]any { return [3]any{max(a.Code, 200), a.Type, a.Body} }
	c.delivery("deliveries/answer", true, true, answer(was.Answer) == answer(is.Answer), Change{}, Change{})
	added, changed := Change{Wire: Widening}, Change{Wire: Breaking}
	if takesSetting(was.Handshake) != takesSetting(is.Handshake) { // NewReceiver has a parameter for it
		added.Code, changed.Code = Breaking, Breaking
	}
	c.delivery("deliveries/handshake", was.Handshake != nil, is.Handshake != nil, sameHandshake(was.Handshake, is.Handshake), added, changed)
}

// delivery adds a change of what the spec says at a key. The effects are those of an
// addition and of a change; a removal breaks what an addition adds.
func (c *comparison) delivery(key string, was, is, same bool, added, changed Change) {
	change := changed
	switch {
	case same:
		return
	case !was:
		change, change.Kind = added, Added
	case !is:
		change, change.Kind = added, Removed
		for _, e := range []*Effect{&change.Code, &change.Wire} {
			if *e == Widening {
				*e = Breaking
			}
		}
	case changed.Kind == Added: // which is the zero Kind
		change.Kind = Retyped
	}
	change.What, change.Path = Deliveries, key
	if was {
		change.OldAt = at(infer.Ref("/" + key))
	}
	if is {
		change.NewAt = at(infer.Ref("/" + key))
	}
	c.all = append(c.all, change)
}

// verified compares what two signatures accept.
func verified(old, new *emit.Signature) Change {
	if old == nil || new == nil {
		return Change{}
	}
	switch {
	case accepts(new, old):
		return Change{Kind: Widened, Wire: Widening}
	case accepts(old, new):
		return Change{Kind: Narrowed, Wire: Breaking}
	}
	return Change{Kind: Retyped, Wire: Breaking}
}

// accepts reports whether a verifies whatever b does, because they differ only in what a
// accepts besides.
func accepts(a, b *emit.Signature) bool {
	if slices.ContainsFunc(b.Encodings, func(e string) bool { return !slices.Contains(a.Encodings, e) }) || a.Tolerance < b.Tolerance {
		return false
	}
	like := *b
	like.Encodings, like.Tolerance = a.Encodings, a.Tolerance
	return sameSignature(a, &like)
}

// sameSignature reports whether the same deliveries are verified.
func sameSignature(a, b *emit.Signature) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := *a, *b
	x.Vectors, y.Vectors = nil, nil
	x.Contradictory, y.Contradictory = false, false
	return reflect.DeepEqual(x, y)
}

// sameHandshake reports whether the same requests are answered in the same way.
func sameHandshake(a, b *emit.Handshake) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := *a, *b
	x.Setting, y.Setting = "", ""
	return x == y && takesSetting(a) == takesSetting(b)
}

// takesSetting reports whether NewReceiver takes the answer to a handshake.
func takesSetting(h *emit.Handshake) bool { return h != nil && h.Setting != "" }

// deliveries returns the lines that can say how deliveries are verified and answered: that of a
// key, then those below it, then that above it.
func (c *Causes) deliveries(key infer.Ref) []Cause {
	all := []infer.Ref{key}
	for _, below := range []infer.Ref{
		"algorithm", "secret", "secret/prefix", "secret/encoding", "signs", "at", "encodings",
		"timestamp", "timestamp/unit", "timestamp/tolerance", "header", "query", "member", "list", "prefix",
		"code", "type", "body", "is", "echo", "base64", "setting",
	} {
		all = append(all, key+"/"+below)
	}
	for i := range 8 {
		all = append(all, key+infer.Ref("/signs/"+strconv.Itoa(i)), key+infer.Ref("/encodings/"+strconv.Itoa(i)))
	}
	return c.refs(append(all, "/deliveries")...)
}
