package main

import (
	"context"
	"crypto/subtle"
	"errors"
	"log/slog"
	"net/http"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/receive"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// newMux returns a handler with a path for each platform whose secret is set.
func newMux(getenv func(string) string, log *slog.Logger) (*http.ServeMux, error) {
	mux := http.NewServeMux()
	var errs []error
	add := func(path string, h http.Handler, err error) {
		if err != nil {
			errs = append(errs, err)
			return
		}
		mux.Handle(path, h)
	}
	if secret := getenv("SHOPLAZZA_SECRET"); secret != "" {
		h, err := newShoplazza(log, secret)
		add("/shoplazza", h, err)
	}
	if secret := getenv("SHOPLINE_SECRET"); secret != "" {
		h, err := newShopline(log, getenv("SHOPLINE_APP_ID"), secret)
		add("/shopline", h, err)
	}
	if secret := getenv("SHOPTOP_SECRET"); secret != "" {
		h, err := newShoptop(log, secret)
		add("/shoptop", h, err)
	}
	if token := getenv("FECIFY_TOKEN"); token != "" {
		h, err := newFecify(log, token)
		add("/fecify", h, err)
	}
	return mux, errors.Join(errs...)
}

// logged returns the options of all receivers: what comes in is logged, without values.
func logged(log *slog.Logger) receive.Options {
	return receive.Options{
		After: func(ctx context.Context, event payload.Event, err error) {
			attrs := []slog.Attr{slog.Any("delivery", receive.FromContext(ctx))}
			if event != nil {
				attrs = append(attrs, slog.Any("event", event))
			}
			if err != nil {
				log.LogAttrs(ctx, slog.LevelError, "refused", append(attrs, slog.Any("error", err))...)
				return
			}
			log.LogAttrs(ctx, slog.LevelInfo, "handled", attrs...)
		},
	}
}

// ignore is a fallback: it takes the events that nothing else handles.
func ignore[E payload.Event](context.Context, E) error { return nil }

func newShoplazza(log *slog.Logger, secret string) (http.Handler, error) {
	r, err := shoplazza.NewReceiver(ignore[shoplazza.Event], secret)
	if err != nil {
		return nil, err
	}
	r.Options = logged(log)
	r.OnOrder = func(ctx context.Context, e *shoplazza.OrderEvent) error {
		log.InfoContext(ctx, "order", "topic", e.Topic(), "total", e.Order.TotalPrice)
		return nil
	}
	return r, nil
}

func newShopline(log *slog.Logger, appID, secret string) (http.Handler, error) {
	r, err := shopline.NewReceiver(ignore[shopline.Event], appID, secret)
	if err != nil {
		return nil, err
	}
	r.Options = logged(log)
	r.OnOrder = func(ctx context.Context, e *shopline.OrderEvent) error {
		log.InfoContext(ctx, "order", "topic", e.Topic(), "total", e.Resource.Total.Label)
		return nil
	}
	return r, nil
}

func newShoptop(log *slog.Logger, secret string) (http.Handler, error) {
	r, err := shoptop.NewReceiver(ignore[shoptop.Event], secret)
	if err != nil {
		return nil, err
	}
	r.Options = logged(log)
	return r, nil
}

// newFecify authenticates deliveries by a token in the URL that the platform was given,
// because how it signs them is not documented.
func newFecify(log *slog.Logger, token string) (http.Handler, error) {
	r, err := fecify.NewReceiver(ignore[fecify.Event], func(_ context.Context, d receive.Delivery) error {
		if subtle.ConstantTimeCompare([]byte(d.Query.Get("token")), []byte(token)) == 0 {
			return receive.ErrSignature
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	r.Options = logged(log)
	return r, nil
}
