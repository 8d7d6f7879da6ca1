package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
)

// TestPeersAreCurrent compares the peers' types with what the generated packages
// ask for now. That easyjson's file is current shows where decoders are compared.
func TestPeersAreCurrent(t *testing.T) {
	for _, s := range corpus.Sources() {
		files, err := generate(s, filepath.Join("..", "..", ".."))
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range files {
			path := filepath.Join("..", "internal", "peer", s.Platform, name)
			got, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s is stale: run go generate in cmd/bench", path)
			}
		}
	}
}
