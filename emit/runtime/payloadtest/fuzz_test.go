package payloadtest

import (
	"math/rand/v2"
	"os"
	"testing"
)

// FuzzDouble fuzzes events without a flaw.
func FuzzDouble(f *testing.F) {
	Fuzz(f, decodeDouble, doubles())
}

func doubles() []Case {
	return []Case{
		{Topic: "order/create", File: "testdata/order-create/full.json"},
		{Topic: "batch/sent", File: "testdata/batch-sent/one.json"},
	}
}

// TestFuzzed checks that flaws of every sort are found by a few thousand bodies,
// and none where there is none.
func TestFuzzed(t *testing.T) {
	defer func() { flaw = "" }()
	text, err := os.ReadFile("testdata/order-create/full.json")
	if err != nil {
		t.Fatal(err)
	}
	root := made(string(text))
	tests := map[string]bool{
		"":               false,
		"keeps the body": true, "no syntax error": true, "any root": true, "strict": true, "offset": true,
		"drops unknown": true, "drops misfits": true, "no absence": true, "folds case": true, "merges": true, "stale": true,
		"floats": true, "null is empty": true, "forgets the raw": true, "drops the text": true,
		"writes behind unknown members": true,
	}
	for name, want := range tests {
		flaw = name
		found := ""
		lot := rand.New(rand.NewPCG(1, 2))
		for range 4000 {
			edits, others := make([]byte, lot.IntN(30)), make([]byte, 3*lot.IntN(2))
			for i := range edits {
				edits[i] = byte(lot.IntN(256))
			}
			for i := range others {
				others[i] = byte(lot.IntN(256))
			}
			body := distorted(root, edits, byte(lot.IntN(9)), others)
			if found = fuzzed(decodeDouble, "order/create", body); found != "" {
				break
			}
		}
		if (found != "") != want {
			t.Errorf("flaw %q: found %q", name, found)
		}
	}
}
