package receiver

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"runtime/debug"
	"slices"
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

// Verify verifies the signature of a delivery with the secrets.
func Verify(p *signature.Profile, d receive.Delivery, secrets []string) error {
	keys, err := p.Keys(secrets...)
	if err != nil {
		return err
	}
	return p.Verify(d, keys, time.Now(), 0)
}

// Profile is what a platform's deliveries have besides their bodies, and how they are
// answered.
type Profile struct {
	Topic, ID, Shop, Version, Attempt signature.Source
	Batch                             string // where a body has its events, as jsontext.Parts takes it, or ""
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
	if err := r.deliver(ctx, d, false); err != nil { // a nil *Error is not a nil error
		return err
	}
	return nil
}

// errNotMade is the error of a Receiver that no constructor made.
var errNotMade = errors.New("the Receiver was not made by NewReceiver")

// deliver authenticates a delivery, decodes its events, of which most bodies have one, and
// calls their handlers. A body that cannot be read calls none; then all are called,
// whatever the others return, and one error means that the body is sent again.
func (r *Receiver) deliver(in context.Context, d receive.Delivery, owned bool) *receive.Error {
	if r.Authenticate == nil {
		return failed(errNotMade)
	}
	ctx, all, refused := r.open(in, d, owned)
	if refused != nil {
		return r.after(ctx, nil, refused)
	}
	err := r.once(ctx, all)
	own := func(o occurrence) bool { return o.err != nil }
	if err != nil && !slices.ContainsFunc(all, own) { // of the store
		for i := range all {
			all[i].err = err
		}
	}
	return r.tell(ctx, all, err)
}

// tell calls the hook for each event, and returns the error of the delivery.
func (r *Receiver) tell(ctx context.Context, all []occurrence, err error) *receive.Error {
	var out *receive.Error
	if err != nil {
		out = failed(err)
	}
	if len(all) == 0 && out != nil {
		return r.after(ctx, nil, out)
	}
	for _, o := range all {
		var wrong *receive.Error
		if o.err != nil {
			wrong = failed(o.err)
		}
		if wrong = r.after(o.ctx, o.event, wrong); out == nil {
			out = wrong
		}
	}
	return out
}

func (r *Receiver) maxBytes() int { return cmp.Or(r.Options.MaxBytes, payload.DefaultMaxBytes) }

func tooLong(limit int) *receive.Error {
	return &receive.Error{Status: http.StatusRequestEntityTooLarge, Err: &payload.LimitError{Limit: "bytes", Max: limit}}
}

// failed returns the error for a delivery that is to be sent again.
func failed(err error) *receive.Error {
	return &receive.Error{Status: http.StatusInternalServerError, Err: err}
}

// panicked returns the error for a value that was recovered.
func panicked(v any) error { return &receive.PanicError{Value: v, Stack: debug.Stack()} }

// after calls the hook and returns err, or the error of a panic of the hook.
func (r *Receiver) after(ctx context.Context, event payload.Event, err *receive.Error) (out *receive.Error) {
	if r.Options.After == nil {
		return err
	}
	defer func() {
		if v := recover(); v != nil {
			out = failed(panicked(v))
		}
	}()
	if err == nil {
		r.Options.After(ctx, event, nil)
	} else {
		r.Options.After(ctx, event, err)
	}
	return err
}

// inform returns a context that carries what a delivery says of itself.
func (r *Receiver) inform(ctx context.Context, d receive.Delivery) context.Context {
	info := r.Profile.info(d)
	if r.Topic != "" {
		info.Topic = r.Topic
	}
	return receive.NewContext(ctx, info)
}

// admit authenticates a delivery.
func (r *Receiver) admit(ctx context.Context, d receive.Delivery) *receive.Error {
	err := r.Authenticate(ctx, d)
	if err == nil {
		return nil
	}
	var own *receive.Error
	if errors.As(err, &own) { // such as 503, for a secret that could not be looked up
		return own
	}
	return &receive.Error{Status: http.StatusUnauthorized, Err: err}
}

// decode returns the event of a body.
func (r *Receiver) decode(topic string, body []byte, owned bool) (payload.Event, *receive.Error) {
	event, err := r.Decode(topic, body, owned)
	if err == nil {
		return event, nil
	}
	var mismatch *payload.MismatchError
	if errors.As(err, &mismatch) {
		return r.Unknown(topic, body, mismatch.Mismatches), nil
	}
	return nil, &receive.Error{Status: statusOf(err), Err: err}
}

// statusOf returns the status for an error of Decode.
func statusOf(err error) int {
	var limit *payload.LimitError
	if errors.As(err, &limit) && limit.Limit == "bytes" {
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusBadRequest
}
