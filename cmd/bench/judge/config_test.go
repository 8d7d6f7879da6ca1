package main

import (
	"strings"
	"testing"
)

func TestParseConfig(t *testing.T) {
	c, err := parseConfig([]string{"-quick", "-only", "decode,size", "-rounds", "3", "-corpus", "shopline"})
	if err != nil {
		t.Fatal(err)
	}
	if !c.wants("size") || c.wants("encode") || c.rounds != 3 || c.payloads != quickPayloads || c.slice != quickSlice {
		t.Errorf("parseConfig gives %+v", c)
	}
	if c.root == "" {
		t.Error("parseConfig finds no module")
	}
}

func TestParseConfigFails(t *testing.T) {
	for _, test := range []struct{ args, want string }{
		{"-only speed", `no part "speed"`},
		{"-corpus (", "-corpus"},
		{"-codec [", "-codec"},
		{"decode", `unexpected argument "decode"`},
	} {
		_, err := parseConfig(strings.Fields(test.args))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("parseConfig(%s) gives the error %v, want %s", test.args, err, test.want)
		}
	}
}
