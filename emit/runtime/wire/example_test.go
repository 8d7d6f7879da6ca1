package wire_test

import (
	"encoding/json"
	"fmt"
)

// Item is a type like those that are generated. Its Extra holds what a body had beyond
// the fields, and encoding writes it back.
func Example() {
	var item Item
	body := `{"id": "a", "count": null, "gift_wrap": {"colour": "red"}}`
	if err := json.Unmarshal([]byte(body), &item); err != nil {
		fmt.Println(err)
	}
	wrap, _ := item.Extra.Get("gift_wrap")
	colour, _ := wrap.Get("colour")
	fmt.Println(colour.Text())
	for name, value := range item.Extra.All() {
		fmt.Println(name, value.Kind())
	}

	item.ID = "b"
	again, _ := json.Marshal(&item)
	fmt.Println(string(again))
	// Output:
	// red true
	// count null
	// gift_wrap object
	// {"id":"b","count":null,"gift_wrap":{"colour":"red"}}
}
