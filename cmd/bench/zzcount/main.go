package main

import (
	"fmt"
	"os"
	"strconv"
	"encoding/json"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
)

type ev interface{ AppendJSON([]byte) []byte }

var Sink any

func main() {
	root, platform, form, op := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	n, _ := strconv.Atoi(os.Args[5])
	for _, s := range corpus.Sources() {
		if s.Platform != platform {
			continue
		}
		c, err := corpus.Make(root, s, form, 40)
		if err != nil {
			panic(err)
		}
		dec := func(b []byte) ev {
			var v any
			var err error
			if platform == "shopline" {
				v, err = shopline.Decode(shopline.Topic(s.Topic), b)
			} else {
				v, err = shoplazza.Decode(shoplazza.Topic(s.Topic), b)
			}
			if err != nil {
				panic(err)
			}
			return v.(ev)
		}
		var evs []ev
		total, mism := 0, 0
		for _, b := range c.Bodies {
			e := dec(b)
			evs = append(evs, e)
			total += len(b)
			mism += len(e.(interface{ Raw() []byte }).Raw()) - len(b)
		}
		var buf []byte
		for i := 0; i < n; i++ {
			for k := range evs {
				switch op {
				case "decode":
					Sink = dec(c.Bodies[k])
				case "unmarshal":
					if platform == "shopline" {
						v := new(shopline.OrderEvent)
						json.Unmarshal(c.Bodies[k], v)
						Sink = v
					} else {
						v := new(shoplazza.OrderEvent)
						json.Unmarshal(c.Bodies[k], v)
						Sink = v
					}
				case "encode":
					buf = evs[k].AppendJSON(nil)
				case "reused":
					buf = evs[k].AppendJSON(buf[:0])
				}
			}
		}
		fmt.Println(len(c.Bodies), total, len(buf))
	}
}
