package main

import (
	"fmt"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/fecify/fecifyrecord"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/record"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzarecord"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shopline/shoplinerecord"
	"github.com/specimen-go/specimen/generated/shoptop"
	"github.com/specimen-go/specimen/generated/shoptop/shoptoprecord"
)

// decodeAndAdd is what the part record measures beside the decoding alone.
const decodeAndAdd = "specimen Decode, Recorder.Add"

// learnt is how many deliveries a Recorder has got before it is measured: the first ones show
// much that is new, for which their bodies are read again.
const learnt = 10_000

// recording is a Recorder of a platform and a decoder of its orders.
type recording struct {
	recorder *record.Recorder
	decode   func(body []byte) (payload.Event, error)
}

func recordings() map[string]recording {
	return map[string]recording{
		"fecify": {fecifyrecord.New(), func(body []byte) (payload.Event, error) {
			return fecify.Decode(fecify.TopicOrderCreate, body)
		}},
		"shoplazza": {shoplazzarecord.New(), func(body []byte) (payload.Event, error) {
			return shoplazza.Decode(shoplazza.TopicOrdersCreate, body)
		}},
		"shopline": {shoplinerecord.New(), func(body []byte) (payload.Event, error) {
			return shopline.DecodeBody(body)
		}},
		"shoptop": {shoptoprecord.New(), func(body []byte) (payload.Event, error) {
			return shoptop.Decode(shoptop.TopicOrdersCreate, body)
		}},
	}
}

// record measures what a Recorder adds to the decoding of varied orders, after it has learnt
// from others.
func (b *bench) record() error {
	of := recordings()
	var groups []measure.Group
	var corpora []corpus.Corpus
	for _, s := range corpus.Orders() {
		c, err := corpus.Make(b.root, s, "var", b.payloads)
		if err != nil {
			return err
		}
		if !b.corpus.MatchString(c.Name()) {
			continue
		}
		r, n := of[s.Platform], 0
		err = corpus.Each(b.root, s, "var", uint64(len(c.Bodies)), func(body []byte) (more bool, err error) {
			event, err := r.decode(body)
			if err == nil {
				r.recorder.Add(event)
			}
			n++
			return n < learnt, err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", c.Name(), err)
		}
		corpora = append(corpora, c)
		groups = append(groups, measure.Group{Name: c.Name(), Tasks: []measure.Task{
			recordTask(decodeOnly, c.Bodies, r, func(payload.Event) {}),
			recordTask(decodeAndAdd, c.Bodies, r, r.recorder.Add),
		}})
	}
	b.rounds("record", groups, corpora)
	return nil
}

// recordTask returns a task that decodes each body and does something with the event.
func recordTask(name string, bodies [][]byte, r recording, do func(payload.Event)) measure.Task {
	return measure.Task{Name: name, Ops: len(bodies), Run: func() {
		for _, body := range bodies {
			event, err := r.decode(body)
			if err != nil {
				panic(err) // they are what the generated tests decode
			}
			do(event)
			measure.Sink = event
		}
	}}
}
