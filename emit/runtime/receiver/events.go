package receiver

import (
	"context"
	"errors"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
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
	if r.Profile.Batch != "" {
		if all, batch, err := r.openBatch(ctx, d); batch {
			return ctx, all, err
		}
	}
	event, err := r.decode(receive.FromContext(ctx).Topic, d.Body, owned)
	if err != nil {
		return ctx, nil, err
	}
	return ctx, []occurrence{{event: event, ctx: ctx}}, nil
}

// openBatch decodes the events of a body. It reports false for a body that is not of
// several: it has one event, or is not JSON.
func (r *Receiver) openBatch(ctx context.Context, d receive.Delivery) (all []occurrence, batch bool, err *receive.Error) {
	info := receive.FromContext(ctx)
	batch = jsontext.Parts(string(d.Body), jsonpointer.Tokens(r.Profile.Batch), func(part string) bool {
		body := []byte(part)
		info.Topic = r.Profile.Topic.First(receive.Delivery{Header: d.Header, Query: d.Query, Body: body})
		var event payload.Event
		if event, err = r.decode(info.Topic, body, false); err != nil {
			return false
		}
		all = append(all, occurrence{event: event, ctx: receive.NewContext(ctx, info)})
		return true
	})
	return all, batch, err
}

// once handles events, once for an ID if that is wanted. A panic of the store is an error.
func (r *Receiver) once(ctx context.Context, all []occurrence) (err error) {
	id := receive.FromContext(ctx).ID
	if id == "" || r.Options.Once == nil {
		return r.handleAll(ctx, all)
	}
	defer func() {
		if v := recover(); v != nil {
			err = panicked(v)
		}
	}()
	return r.Options.Once.Do(ctx, id, func(ctx context.Context) error { return r.handleAll(ctx, all) })
}

// handleAll handles events, and returns the errors of all.
func (r *Receiver) handleAll(ctx context.Context, all []occurrence) error {
	var wrong []error
	for i := range all {
		if all[i].err = r.handle(ctx, &all[i]); all[i].err != nil {
			wrong = append(wrong, all[i].err)
		}
	}
	return errors.Join(wrong...)
}

// handle calls the hooks before a handler, and the handler. It leaves the context that the
// handler got in o. A panic is an error here already, for the store to see it.
func (r *Receiver) handle(ctx context.Context, o *occurrence) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = panicked(v)
		}
	}()
	if r.Options.Once != nil { // which may have passed on another context
		o.ctx = receive.NewContext(ctx, receive.FromContext(o.ctx))
	}
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
