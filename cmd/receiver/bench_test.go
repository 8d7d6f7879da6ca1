package main

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/specimen-go/specimen/generated/receive"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzatest"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shopline/shoplinetest"
)

// receiving is what a receiver does with deliveries of a platform.
type receiving struct {
	request  *http.Request // signed
	body     []byte
	verify   func(receive.Delivery) error
	decode   func() error
	receiver interface {
		http.Handler
		Handle(context.Context, receive.Delivery) error
	}
}

// BenchmarkReceiver compares what a receiver does with a documented order, in one run:
// the MAC of its body alone, its verification and its decoding, and both without HTTP; a
// handler that only reads the body, and the receiver as a handler.
func BenchmarkReceiver(b *testing.B) {
	order := shoplazzatest.Payload(shoplazza.TopicOrdersCreate, "")
	r, err := shoplazza.NewReceiver(ignore[shoplazza.Event], secret)
	if err != nil {
		b.Fatal(err)
	}
	benchmarkReceiving(b, "shoplazza", receiving{
		shoplazzatest.Request(shoplazza.TopicOrdersCreate, order, secret), order,
		func(d receive.Delivery) error { return shoplazza.Verify(d, secret) },
		func() error { _, err := shoplazza.Decode(shoplazza.TopicOrdersCreate, order); return err },
		r,
	})
	// The documented order has line breaks, as no delivery has.
	order = shoplinetest.Payload(shopline.TopicOrderCreate, "")
	var compact bytes.Buffer
	if err := json.Compact(&compact, order); err != nil {
		b.Fatal(err)
	}
	benchmarkSorted(b, "shopline", compact.Bytes())
	benchmarkSorted(b, "shopline/lines", order)
}

// benchmarkSorted is benchmarkReceiving for a platform that signs the members sorted.
func benchmarkSorted(b *testing.B, name string, body []byte) {
	r, err := shopline.NewReceiver(ignore[shopline.Event], "", secret)
	if err != nil {
		b.Fatal(err)
	}
	benchmarkReceiving(b, name, receiving{
		shoplinetest.Request(shopline.TopicOrderCreate, body, secret), body,
		func(d receive.Delivery) error { return shopline.Verify(d, secret) },
		func() error { _, err := shopline.DecodeBody(body); return err },
		r,
	})
}

func benchmarkReceiving(b *testing.B, name string, r receiving) {
	d := receive.Delivery{Header: r.request.Header, Query: r.request.URL.Query(), Body: r.body}
	benchmark(b, name+"/mac", func() error {
		h := hmac.New(sha256.New, []byte(secret))
		h.Write(r.body)
		h.Sum(nil)
		return nil
	})
	benchmark(b, name+"/verify", func() error { return r.verify(d) })
	benchmark(b, name+"/decode", r.decode)
	benchmark(b, name+"/handle", func() error { return r.receiver.Handle(b.Context(), d) })
	benchmarkServe(b, name+"/http", http.HandlerFunc(readOnly), r)
	benchmarkServe(b, name+"/receiver", r.receiver, r)
}

func benchmark(b *testing.B, name string, do func() error) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := do(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// readOnly reads the body of a request and answers it.
func readOnly(w http.ResponseWriter, req *http.Request) {
	if _, err := io.ReadFull(req.Body, make([]byte, req.ContentLength)); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// benchmarkServe serves a request again and again.
func benchmarkServe(b *testing.B, name string, h http.Handler, r receiving) {
	request := r.request.Clone(b.Context())
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w := httptest.NewRecorder()
			request.Body = io.NopCloser(bytes.NewReader(r.body))
			h.ServeHTTP(w, request)
			if w.Code != http.StatusOK {
				b.Fatal(w.Code)
			}
		}
	})
}
