package main

import (
	"bytes"
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

// BenchmarkReceiver compares what a receiver does with a documented order, in one run:
// the MAC of its body alone, its verification, its decoding, and all of it with HTTP.
func BenchmarkReceiver(b *testing.B) {
	order := shoplazzatest.Payload(shoplazza.TopicOrdersCreate, "")
	request := shoplazzatest.Request(shoplazza.TopicOrdersCreate, order, secret)
	b.Run("shoplazza/mac", func(b *testing.B) { benchmarkMAC(b, order) })
	b.Run("shoplazza/verify", func(b *testing.B) {
		d := receive.Delivery{Header: request.Header, Body: order}
		for b.Loop() {
			if err := shoplazza.Verify(d, secret); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("shoplazza/decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := shoplazza.Decode(shoplazza.TopicOrdersCreate, order); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("shoplazza/receiver", func(b *testing.B) {
		r, err := shoplazza.NewReceiver(ignore[shoplazza.Event], secret)
		if err != nil {
			b.Fatal(err)
		}
		benchmarkServe(b, r, request)
	})

	// The documented order has line breaks, as no delivery has: without them, too.
	var compact bytes.Buffer
	if err := json.Compact(&compact, shoplinetest.Payload(shopline.TopicOrderCreate, "")); err != nil {
		b.Fatal(err)
	}
	benchmarkSorted(b, "shopline/compact", compact.Bytes())
	order = shoplinetest.Payload(shopline.TopicOrderCreate, "")
	benchmarkSorted(b, "shopline", order)
	request = shoplinetest.Request(shopline.TopicOrderCreate, order, secret)
	b.Run("shopline/receiver", func(b *testing.B) {
		r, err := shopline.NewReceiver(ignore[shopline.Event], "", secret)
		if err != nil {
			b.Fatal(err)
		}
		benchmarkServe(b, r, request)
	})
}

// benchmarkSorted compares the verification of a body whose members have to be sorted with
// the MAC of the body as it came and with its decoding.
func benchmarkSorted(b *testing.B, name string, body []byte) {
	request := shoplinetest.Request(shopline.TopicOrderCreate, body, secret)
	b.Run(name+"/mac", func(b *testing.B) { benchmarkMAC(b, body) })
	b.Run(name+"/verify", func(b *testing.B) {
		d := receive.Delivery{Header: request.Header, Query: request.URL.Query(), Body: body}
		for b.Loop() {
			if err := shopline.Verify(d, secret); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run(name+"/decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := shopline.DecodeBody(body); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchmarkMAC(b *testing.B, body []byte) {
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		h := hmac.New(sha256.New, []byte(secret))
		h.Write(body)
		h.Sum(nil)
	}
}

// benchmarkServe serves a request again and again.
func benchmarkServe(b *testing.B, h http.Handler, request *http.Request) {
	body := request.Body
	text, err := io.ReadAll(body)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		w := httptest.NewRecorder()
		request.Body = io.NopCloser(bytes.NewReader(text))
		h.ServeHTTP(w, request)
		if w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
	}
}
