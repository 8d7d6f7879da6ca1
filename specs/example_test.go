package specs_test

import (
	"fmt"
	"os"
	"testing/fstest"

	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// folder returns a folder of specs, like os.DirFS("specs").
func folder() fstest.MapFS {
	return fstest.MapFS{
		"acme/platform.yaml": {Data: []byte(`
platform: acme
title: Acme
topic: {header: X-Acme-Topic}
`)},
		"acme/orders.yaml": {Data: []byte(`
topics:
  orders/create:
    evnt: Order
    examples:
      - name: plain
        payload: |
          {"order": {"id": 1}}
`)},
	}
}

func ExampleLoad() {
	set, err := specs.Load(folder(), "specs")
	if err != nil {
		fmt.Println(err) // a folder or a file could not be read
		return
	}
	printer := diagnostic.Printer{Source: set.Line}
	for _, d := range set.Diagnostics {
		_ = printer.Print(os.Stdout, d)
	}
	// Output:
	// specs/acme/orders.yaml:4:5: /topics/orders~1create/evnt: unknown key "evnt" [unknown-key]
	//     4 |     evnt: Order
	//       |     ^ hint: did you mean "event"?
}

// A later stage can report a byte of a payload.
func ExamplePlatform_Within() {
	set, err := specs.Load(folder(), "specs")
	if err != nil {
		fmt.Println(err)
		return
	}
	platform := set.Platforms[0]
	example := platform.Topics[0].Examples[0]
	fmt.Println(example.Text)
	fmt.Println(platform.Within(example.ID, 11))
	// Output:
	// {"order": {"id": 1}}
	// specs/acme/orders.yaml:8:22
}
