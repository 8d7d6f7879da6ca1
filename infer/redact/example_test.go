package redact_test

import (
	"fmt"

	"github.com/specimen-go/specimen/infer/redact"
)

func ExampleRedact() {
	result, err := redact.Redact(`{"id": 7, "email": "lee@shop.com", "note": "call Lee", "cc": ["lee@shop.com"]}`, redact.Options{Personal: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Text)
	for _, x := range result.Replaced {
		fmt.Printf("%s: %s\n", x.Path, x.What)
	}
	// Output:
	// {"id": 7, "email": "duv@vor.test", "note": "teko Naz", "cc": ["duv@vor.test"]}
	// /email: e-mail address
	// /note: free text
	// /cc/0: e-mail address
}
