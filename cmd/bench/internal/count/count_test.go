package count

import (
	"os"
	"path/filepath"
	"testing"
)

const source = `package acme

type OrderEvent struct {
	delivery
	Envelope
	Order Order           ` + "`json:\"order\"`" + `
	Extra payload.Members ` + "`json:\"-\"`" + `
}

type Envelope struct {
	Event string ` + "`json:\"event\"`" + `
	Topic string ` + "`json:\"topic\"`" + `
}

type Order struct {
	ID    int64               ` + "`json:\"id\"`" + `
	Note  payload.Opt[string] ` + "`json:\"note,omitzero\"`" + `
	Extra payload.Members     ` + "`json:\"-\"`" + `
}

type delivery struct{ topic Topic }
`

func TestPackage(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "types.go"), []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "x_test.go"), []byte("not Go"), 0o666); err != nil {
		t.Fatal(err)
	}
	// order, event and topic of OrderEvent; id and note of Order.
	members, lines, err := Package(dir)
	if err != nil || members != 5 || lines != 21 {
		t.Errorf("Package = %d members, %d lines, %v, want 5, 21", members, lines, err)
	}
}
