package receive

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
)

// A Delivery is a webhook delivery as it arrived. Body is all of it and exactly as it
// came, because signatures are over these bytes.
type Delivery struct {
	Header http.Header
	Query  url.Values // of the URL
	Body   []byte
}

// Info is what a delivery says of itself besides its body, where the platform documents
// such headers; a part that it does not say is "". Nothing of it is a secret. Whether it
// is signed depends on the platform: most sign the body only.
type Info struct {
	Topic   string // as the delivery names it
	ID      string // of the delivery; the same for each time it is sent
	Shop    string // that it comes from
	Version string // of the platform's API
	Attempt string // how often it was sent, or sent again
}

// LogValue returns the parts that are not "" as a group.
func (i Info) LogValue() slog.Value {
	var all []slog.Attr
	for _, a := range []slog.Attr{
		slog.String("topic", i.Topic), slog.String("id", i.ID), slog.String("shop", i.Shop),
		slog.String("version", i.Version), slog.String("attempt", i.Attempt),
	} {
		if a.Value.String() != "" {
			all = append(all, a)
		}
	}
	return slog.GroupValue(all...)
}

type infoKey struct{}

// NewContext returns a context that carries info. A Receiver passes such a context to
// its handlers; tests of a handler can do the same.
func NewContext(ctx context.Context, info Info) context.Context {
	return context.WithValue(ctx, infoKey{}, info)
}

// FromContext returns the Info of the delivery that a handler was called for. It is
// zero in any other context.
func FromContext(ctx context.Context) Info {
	info, _ := ctx.Value(infoKey{}).(Info)
	return info
}
