package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
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

	order = shoplinetest.Payload(shopline.TopicOrderCreate, "")
	request = shoplinetest.Request(shopline.TopicOrderCreate, order, secret)
	b.Run("shopline/mac", func(b *testing.B) { benchmarkMAC(b, order) })
	b.Run("shopline/verify", func(b *testing.B) {
		d := receive.Delivery{Header: request.Header, Query: request.URL.Query(), Body: order}
		for b.Loop() {
			if err := shopline.Verify(d, secret); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("shopline/decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := shopline.DecodeBody(order); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("shopline/receiver", func(b *testing.B) {
		r, err := shopline.NewReceiver(ignore[shopline.Event], "", secret)
		if err != nil {
			b.Fatal(err)
		}
		benchmarkServe(b, r, request)
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
