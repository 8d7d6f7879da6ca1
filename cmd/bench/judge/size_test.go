package main

import "testing"

func TestSizeAdd(t *testing.T) {
	for _, test := range []struct {
		line string
		want Size
	}{
		{" 1f0 10 T example.com/acme.(*Order).decode", Size{Decode: 10}},
		{" 1f0 10 T example.com/acme.(*Order).decode.func1", Size{Decode: 10}},
		{" 1f0 10 T example.com/acme.decodeStringSlice", Size{Decode: 10}},
		{" 1f0 10 T example.com/acme.Decoder.Decode", Size{Decode: 10}},
		{" 1f0 10 T example.com/acme.init.func51", Size{Decode: 10}},
		{" 1f0 10 T example.com/acme.(*Order).AppendJSON", Size{Encode: 10}},
		{" 1f0 10 T example.com/acme.appendStringSlice", Size{Encode: 10}},
		{" 1f0 10 T example.com/acme.Order.MarshalJSON", Size{Methods: 10}},
		{" 1f0 10 T example.com/acme.(*Order).UnmarshalJSON", Size{Methods: 10}},
		{" 1f0 10 T example.com/acme.Topics", Size{Other: 10}},
		{" 1f0 10 T type:.eq.example.com/acme.Order", Size{Other: 10}},
		{" 1f0 10 T example.com/payload.(*Opt[go.shape.string]).Fill", Size{Generic: 10}},
		{" 1f0 10 R example.com/acme.orderShape", Size{}},
		{"          U runtime.memequal", Size{}},
	} {
		var got Size
		got.add("example.com/acme", test.line)
		if got != test.want {
			t.Errorf("add(%q) gives %+v, want %+v", test.line, got, test.want)
		}
	}
}
