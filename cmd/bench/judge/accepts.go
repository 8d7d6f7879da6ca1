package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
)

// Probe is an unusual payload and who accepts it: speed that comes from checks
// left out is another speed.
type Probe struct {
	What     string
	Accepts  []string
	Rejects  []string
	Standard bool // whether encoding/json accepts it
}

// probes returns changes of a compact SHOPLINE order.
func probes() []struct{ what, old, new string } {
	deep := strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000)
	return []struct{ what, old, new string }{
		{"a control character in a string", `"created_by":"`, "\"created_by\":\"\x01"},
		{"bytes that are not UTF-8 in a string", `"created_by":"`, "\"created_by\":\"\xff"},
		{"half a surrogate pair in a string", `"created_by":"`, `"created_by":"\ud800`},
		{"the number 01", `"order_points":`, `"order_points":0`},
		{"the number 1. in an unknown member", `"created_by":`, `"added":1.,"created_by":`},
		{"a control character in an unknown member", `"created_by":`, "\"added\":\"\x01\",\"created_by\":"},
		{"an unknown member 20,000 lists deep", `"created_by":`, `"added":` + deep + `,"created_by":`},
		{"a member twice", `"created_by":`, `"created_by":"","created_by":`},
		{"a comma before a closing brace", `"order_points":`, `"order_points":1,},"x":{"y":`},
		{"null for a string", `"created_by":"shop"`, `"created_by":null`},
		{"a number for a string", `"created_by":"shop"`, `"created_by":7`},
		{"a string for an integer", `"order_points":0`, `"order_points":"7"`},
		{"an object for a list", `"tags":[]`, `"tags":{}`},
		{"an integer beyond 64 bits", `"order_points":0`, `"order_points":12345678901234567890`},
		{"something after the value", "", ""},
		{"no end", "", ""},
	}
}

func (b *bench) accepts() error {
	c, err := corpus.Make(b.root, corpus.Sources()[0], "one", 1)
	if err != nil {
		return err
	}
	body := c.Bodies[0]
	for _, p := range probes() {
		var changed []byte
		switch p.what {
		case "something after the value":
			changed = append(bytes.Clone(body), "{}"...)
		case "no end":
			changed = body[:len(body)-1]
		default:
			if !bytes.Contains(body, []byte(p.old)) {
				return fmt.Errorf("%s: the example has no %s", p.what, p.old)
			}
			changed = bytes.Replace(body, []byte(p.old), []byte(p.new), 1)
		}
		probe := Probe{What: p.what}
		for _, d := range codec.Decoders(c) {
			_, err := d.Decode(changed)
			if err != nil {
				probe.Rejects = append(probe.Rejects, d.Name)
			} else {
				probe.Accepts = append(probe.Accepts, d.Name)
			}
			if d.Name == codec.Base {
				probe.Standard = err == nil
			}
		}
		b.report.Accepts = append(b.report.Accepts, probe)
	}
	return nil
}
