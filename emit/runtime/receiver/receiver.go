package receiver

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/emit/runtime/signature"
)

// Receiver handles deliveries of one platform.
type Receiver struct {
	Options *receive.Options
	Profile *Profile
	// Topic is that of all deliveries, if Profile does not say where they name it.
	Topic string
	// Authenticate returns an error for a delivery that the platform did not send.
	Authenticate func(context.Context, receive.Delivery) error
	// Decode returns the event of a body. It may keep the body if that is owned.
	Decode func(topic string, body []byte, owned bool) (payload.Event, error)
	// Unknown returns the event of a body whose root is not of the kind that its topic
	// has.
	Unknown func(topic string, body []byte, mismatches []payload.Mismatch) payload.Event
	// Handle calls the handler of an event.
	Handle func(context.Context, payload.Event) error
	// Setting is what the answer to a handshake is made of.
	Setting string
}

// Signed returns a function that verifies signatures with the keys of secrets.
func Signed(p *signature.Profile, o *receive.Options, secrets []string) (func(context.Context, receive.Delivery) error, error) {
	keys, err := p.Keys(secrets...)
	if err != nil {
		return nil, err
	}
	return func(_ context.Context, d receive.Delivery) error {
		now := time.Now
		if o.Now != nil {
			now = o.Now
		}
		return p.Verify(d, keys, now(), o.Tolerance)
	}, nil
}

// Profile is what a platform's deliveries have besides their bodies, and how they are
// answered.
type Profile struct {
	Topic, ID, Shop, Version, Attempt signature.Source
	Answer                            Answer
	Handshake                         *Handshake
}

// Answer is the answer to a delivery that was handled. The zero Answer is 200 without a
// body.
type Answer struct {
	Status      int
	ContentType string
	Body        string
}

// info returns what the delivery says of itself.
func (p *Profile) info(d receive.Delivery) receive.Info {
	return receive.Info{
		Topic: p.Topic.First(d), ID: p.ID.First(d), Shop: p.Shop.First(d),
		Version: p.Version.First(d), Attempt: p.Attempt.First(d),
	}
}

// Deliver authenticates a delivery, decodes it and calls its handler. The error is a
// *receive.Error, or nil.
func (r *Receiver) Deliver(ctx context.Context, d receive.Delivery) error {
	return r.deliver(ctx, d, false)
}

// errNotMade is the error of a Receiver that no constructor made.
var errNotMade = errors.New("the Receiver was not made by NewReceiver")

func (r *Receiver) deliver(ctx context.Context, d receive.Delivery, owned bool) error {
	if r.Authenticate == nil {
		return &receive.Error{Status: http.StatusInternalServerError, Err: errNotMade}
	}
	event, ctx, refused := r.take(ctx, d, owned)
	if refused == nil {
		refused = r.call(ctx, event)
	}
	var err error
	if refused != nil { // a nil *Error is not a nil error
		err = refused
	}
	r.after(ctx, event, err)
	return err
}

func (r *Receiver) maxBytes() int { return cmp.Or(r.Options.MaxBytes, payload.DefaultMaxBytes) }

func tooLong(limit int) *receive.Error {
	return &receive.Error{Status: http.StatusRequestEntityTooLarge, Err: &payload.LimitError{Limit: "bytes", Max: limit}}
}

// after calls the hook.
func (r *Receiver) after(ctx context.Context, event payload.Event, err error) {
	if r.Options.After != nil {
		r.Options.After(ctx, event, err)
	}
}

// take authenticates a delivery and decodes it. The context carries what the delivery
// says of itself.
func (r *Receiver) take(ctx context.Context, d receive.Delivery, owned bool) (payload.Event, context.Context, *receive.Error) {
	if limit := r.maxBytes(); len(d.Body) > limit {
		return nil, ctx, tooLong(limit)
	}
	info := r.Profile.info(d)
	if r.Topic != "" {
		info.Topic = r.Topic
	}
	ctx = receive.NewContext(ctx, info)
	if err := r.Authenticate(ctx, d); err != nil {
		return nil, ctx, &receive.Error{Status: http.StatusUnauthorized, Err: err}
	}
	event, err := r.Decode(info.Topic, d.Body, owned)
	var mismatch *payload.MismatchError
	if errors.As(err, &mismatch) {
		return r.Unknown(info.Topic, d.Body, mismatch.Mismatches), ctx, nil
	}
	if err != nil {
		return nil, ctx, &receive.Error{Status: statusOf(err), Err: err}
	}
	return event, ctx, nil
}

// call calls the handler of an event, once if that is wanted.
func (r *Receiver) call(ctx context.Context, event payload.Event) *receive.Error {
	if r.Options.Mismatched != nil && len(event.Mismatches()) > 0 {
		r.Options.Mismatched(ctx, event)
	}
	handle := func(ctx context.Context) error { return r.handle(ctx, event) }
	var err error
	if id := receive.FromContext(ctx).ID; id != "" && r.Options.Once != nil {
		err = r.Options.Once.Do(ctx, id, handle)
	} else {
		err = handle(ctx)
	}
	if err != nil {
		return &receive.Error{Status: http.StatusInternalServerError, Err: err}
	}
	return nil
}

// statusOf returns the status for an error of Decode.
func statusOf(err error) int {
	var limit *payload.LimitError
	if errors.As(err, &limit) && limit.Limit == "bytes" {
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusBadRequest
}

// handle calls the hook and the handler. A panic is an error like others, so that the
// delivery is sent again.
func (r *Receiver) handle(ctx context.Context, event payload.Event) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &receive.PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	if r.Options.Before != nil {
		if ctx, err = r.Options.Before(ctx, event); err != nil {
			return err
		}
	}
	return r.Handle(ctx, event)
}
