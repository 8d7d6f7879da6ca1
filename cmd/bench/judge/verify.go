package main

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"net/http"

	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/generated/receive"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzatest"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shopline/shoplinetest"
)

const secret = "a secret of this benchmark"

// The rows of the part verify.
const (
	macAlone   = "MAC alone"
	verifyOnly = "specimen Verify"
	decodeOnly = "specimen Decode"
	handleAll  = "specimen Receiver.Handle"
)

// receiving is what a receiver does with deliveries of a platform.
type receiving struct {
	request func(body []byte) *http.Request // signed
	verify  func(d receive.Delivery) error
	decode  func(body []byte) (any, error)
	handle  func(ctx context.Context, d receive.Delivery) error
}

// receivers returns what makes them, by platform: Shoplazza signs the body as it is, SHOPLINE
// its members sorted.
func receivers() map[string]func(topic string) (receiving, error) {
	return map[string]func(string) (receiving, error){
		"shopline": func(name string) (receiving, error) {
			topic := shopline.Topic(name)
			r, err := shopline.NewReceiver(func(_ context.Context, e shopline.Event) error { measure.Sink = e; return nil }, "", secret)
			if err != nil {
				return receiving{}, err
			}
			return receiving{
				func(body []byte) *http.Request { return shoplinetest.Request(topic, body, secret) },
				func(d receive.Delivery) error { return shopline.Verify(d, secret) },
				func(body []byte) (any, error) { return shopline.DecodeBody(body) },
				r.Handle,
			}, nil
		},
		"shoplazza": func(name string) (receiving, error) {
			topic := shoplazza.Topic(name)
			r, err := shoplazza.NewReceiver(func(_ context.Context, e shoplazza.Event) error { measure.Sink = e; return nil }, secret)
			if err != nil {
				return receiving{}, err
			}
			return receiving{
				func(body []byte) *http.Request { return shoplazzatest.Request(topic, body, secret) },
				func(d receive.Delivery) error { return shoplazza.Verify(d, secret) },
				func(body []byte) (any, error) { return shoplazza.Decode(topic, body) },
				r.Handle,
			}, nil
		},
	}
}

// verify measures the verification of deliveries beside the MAC of their bodies, their
// decoding, and all that a Receiver does with them.
func (b *bench) verify() error {
	corpora, err := b.make([]string{"var"})
	if err != nil {
		return err
	}
	of := receivers()
	var groups []measure.Group
	for _, c := range corpora {
		r, err := of[c.Source.Platform](c.Source.Topic)
		if err != nil {
			return err
		}
		var all []receive.Delivery
		for _, body := range c.Bodies {
			request := r.request(body)
			d := receive.Delivery{Header: request.Header, Query: request.URL.Query(), Body: body}
			if err := r.verify(d); err != nil {
				return fmt.Errorf("%s: %w", c.Name(), err)
			}
			all = append(all, d)
		}
		groups = append(groups, measure.Group{Name: c.Name(), Tasks: []measure.Task{
			deliver(macAlone, all, func(d receive.Delivery) error {
				h := hmac.New(sha256.New, []byte(secret))
				h.Write(d.Body)
				measure.Text = h.Sum(nil)
				return nil
			}),
			deliver(verifyOnly, all, r.verify),
			deliver(decodeOnly, all, func(d receive.Delivery) (err error) {
				measure.Sink, err = r.decode(d.Body)
				return err
			}),
			deliver(handleAll, all, func(d receive.Delivery) error { return r.handle(context.Background(), d) }),
		}})
	}
	b.rounds("verify", groups, corpora)
	return nil
}

// deliver returns a task that does something with each delivery.
func deliver(name string, all []receive.Delivery, do func(receive.Delivery) error) measure.Task {
	return measure.Task{Name: name, Ops: len(all), Run: func() {
		for _, d := range all {
			if err := do(d); err != nil {
				panic(err) // each was verified, and all decoders agreed
			}
		}
	}}
}
