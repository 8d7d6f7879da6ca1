package receiver

import (
	"context"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// occurrence is an event of a body, and what became of it.
type occurrence struct {
	event payload.Event
	ctx   context.Context // of the handler; it carries what the delivery says of itself
	err   error           // of the handler or of a hook before it
}

// open authenticates a delivery and decodes its events.
func (r *Receiver) open(in context.Context, d receive.Delivery, owned bool) (ctx context.Context, all []occurrence, err *receive.Error) {
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
	add := func(info receive.Info, body []byte, owned bool) bool {
		var event payload.Event
		if event, err = r.decode(info.Topic, body, owned); err != nil {
			return false
		}
		all = append(all, occurrence{event: event, ctx: receive.NewContext(ctx, info)})
		return true
	}
	info := receive.FromContext(ctx)
	if r.Profile.Batch != "" && jsontext.Parts(string(d.Body), jsontext.Tokens(r.Profile.Batch), func(part string) bool {
		body := []byte(part)
		info.Topic = r.Profile.Topic.First(receive.Delivery{Header: d.Header, Query: d.Query, Body: body})
		return add(info, body, false)
	}) {
		return ctx, all, err
	}
	add(info, d.Body, owned) // one event, or not JSON
	return ctx, all, err
}

// once calls handle, once for an ID if that is wanted. A panic of the store is an error.
func (r *Receiver) once(ctx context.Context, handle func(context.Context) error) (err error) {
	id := receive.FromContext(ctx).ID
	if id == "" || r.Options.Once == nil {
		return handle(ctx)
	}
	defer func() {
		if v := recover(); v != nil {
			err = panicked(v)
		}
	}()
	return r.Options.Once.Do(ctx, id, handle)
}

// handle calls the hooks before a handler, and the handler. It leaves the context that the
// handler got in o. A panic is an error here already, for the store to see it.
func (r *Receiver) handle(ctx context.Context, o *occurrence) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = panicked(v)
		}
	}()
	o.ctx = receive.NewContext(ctx, receive.FromContext(o.ctx))
	if r.Options.Mismatched != nil && len(o.event.Mismatches()) > 0 {
		r.Options.Mismatched(o.ctx, o.event)
	}
	if r.Options.Before != nil {
		next, err := r.Options.Before(o.ctx, o.event)
		if next != nil {
			o.ctx = next
		}
		if err != nil {
			return err
		}
	}
	return r.Handle(o.ctx, o.event)
}
