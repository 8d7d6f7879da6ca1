package receive

import (
	"context"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// Options are the options of a Receiver. Set them before the first delivery.
type Options struct {
	// MaxBytes limits the length of a body. The default, 0, means
	// [payload.DefaultMaxBytes].
	MaxBytes int
	// AnyContentType accepts requests of any content type. By default, it has to be one
	// of JSON, or missing.
	AnyContentType bool
	// ReadTimeout limits how long a body may take to arrive. The default, 0, means
	// [DefaultReadTimeout]; a negative one leaves it to the server.
	ReadTimeout time.Duration
	// Tolerance is how far a signed timestamp may be from now. The default, 0, means
	// what the platform's profile says; a negative one accepts any.
	Tolerance time.Duration
	// Now returns the time. The default, nil, means [time.Now].
	Now func() time.Time

	// A panic of any of these is answered with 500, as one of a handler is.

	// Before, if not nil, is called before each handler. The handler and After get the
	// context that it returns, unless that is nil. An error counts as one of the handler.
	Before func(ctx context.Context, event payload.Event) (context.Context, error)
	// After, if not nil, is called after each delivery, whether it was handled or
	// refused, but not for a platform's check of the endpoint. The event is nil if the
	// delivery was refused before it was decoded. The error is an [*Error], or nil; a
	// Receiver does not log it.
	After func(ctx context.Context, event payload.Event, err error)
	// Mismatched, if not nil, is called before the handler of a delivery with values
	// that do not fit their types.
	Mismatched func(ctx context.Context, event payload.Event)
	// Once, if not nil, decides by the ID of a delivery whether it is handled. Deliveries
	// without an ID are always handled.
	Once Once
}

// DefaultReadTimeout is for bodies that arrive at walking pace.
const DefaultReadTimeout = 10 * time.Second

// Once runs the handler of a delivery, unless the delivery was handled before: platforms
// send one again if the answer was late or got lost.
type Once interface {
	// Do calls handle and returns its error, unless a call for the same id has returned
	// nil before; then it returns nil. A delivery whose handler failed is to be handled
	// again. What happens to a second one while the first is being handled is up to the
	// implementation: wait, or return an error, so that it is sent once more.
	Do(ctx context.Context, id string, handle func(context.Context) error) error
}
