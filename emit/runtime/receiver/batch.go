package receiver

import (
	"context"
	"errors"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// one is an event of a batch, with the context of its handler.
type one struct {
	event payload.Event
	ctx   context.Context
}

// deliverBatch does what deliver does with a body that holds several events. All are
// decoded first, so that a body that cannot be read calls no handler; then all handlers are
// called, whatever the others return, and one error means that the body is sent again. The
// ID of the delivery is that of all of its events.
func (r *Receiver) deliverBatch(in context.Context, d receive.Delivery) *receive.Error {
	ctx, events, err := r.open(in, d)
	if err != nil {
		return r.after(ctx, nil, err)
	}
	handle := func(context.Context) error {
		var all []error
		for _, e := range events {
			if err := r.handleOne(e); err != nil {
				all = append(all, err)
			}
		}
		return errors.Join(all...)
	}
	called, wrong := r.once(ctx, handle)
	switch {
	case wrong == nil:
		return nil
	case !called: // no event reached the hook
		return r.after(ctx, nil, failed(wrong))
	}
	return failed(wrong)
}

// open authenticates a delivery and decodes its events.
func (r *Receiver) open(in context.Context, d receive.Delivery) (ctx context.Context, events []one, err *receive.Error) {
	ctx = in
	defer func() {
		if v := recover(); v != nil {
			err = failed(panicked(v))
		}
	}()
	if limit := r.maxBytes(); len(d.Body) > limit {
		return ctx, nil, tooLong(limit)
	}
	ctx = r.inform(in, d)
	if err := r.admit(ctx, d); err != nil {
		return ctx, nil, err
	}
	add := func(body []byte) bool {
		info := receive.FromContext(ctx)
		info.Topic = r.Profile.Topic.First(receive.Delivery{Header: d.Header, Query: d.Query, Body: body})
		event, wrong := r.decode(info.Topic, body, false)
		if wrong != nil {
			err = wrong
			return false
		}
		events = append(events, one{event, receive.NewContext(ctx, info)})
		return true
	}
	if !jsontext.Parts(string(d.Body), jsontext.Tokens(r.Profile.Batch), func(part string) bool { return add([]byte(part)) }) {
		add(d.Body) // an event of its own, or not JSON
	}
	return ctx, events, err
}

// handleOne calls the handler of an event and its hooks. A panic of one of them is an
// error, so that the other events are handled all the same.
func (r *Receiver) handleOne(e one) error {
	ctx, err := r.tell(e)
	if err == nil {
		ctx, err = r.handle(e.ctx, e.event)
	}
	var refused *receive.Error
	if err != nil {
		refused = failed(err)
	}
	if refused = r.after(ctx, e.event, refused); refused != nil {
		return refused.Err
	}
	return nil
}

// tell calls the hook for mismatches.
func (r *Receiver) tell(e one) (ctx context.Context, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = panicked(v)
		}
	}()
	if r.Options.Mismatched != nil && len(e.event.Mismatches()) > 0 {
		r.Options.Mismatched(e.ctx, e.event)
	}
	return e.ctx, nil
}

// once calls handle, once for an ID if that is wanted, and tells whether it was called. A
// panic of the store is an error.
func (r *Receiver) once(ctx context.Context, handle func(context.Context) error) (called bool, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = panicked(v)
		}
	}()
	id := receive.FromContext(ctx).ID
	if id == "" || r.Options.Once == nil {
		return true, handle(ctx)
	}
	err = r.Options.Once.Do(ctx, id, func(ctx context.Context) error {
		called = true
		return handle(ctx)
	})
	return called, err
}
