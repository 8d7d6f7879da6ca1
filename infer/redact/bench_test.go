package redact_test

import (
	"os"
	"testing"

	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
)

// BenchmarkRedact redacts every payload of the platforms here.
func BenchmarkRedact(b *testing.B) {
	set, err := specs.Load(os.DirFS("../../specs"), "specs")
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	bytes := 0
	for _, p := range set.Platforms {
		for _, t := range p.Topics {
			for _, x := range t.Examples {
				texts = append(texts, x.Text)
				bytes += len(x.Text)
			}
		}
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, text := range texts {
			if _, _, err := redact.Redact(text, redact.Options{Personal: true}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
