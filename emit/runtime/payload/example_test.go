package payload_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

func ExampleNumber() {
	var order struct {
		Total, Tax, Tip payload.Number
	}
	if err := json.Unmarshal([]byte(`{"total": 19.90, "tax": "1.10", "tip": "none"}`), &order); err != nil {
		fmt.Println(err)
	}
	total, _ := order.Total.Rat() // exact: no float64 in between
	tax, _ := order.Tax.Rat()
	fmt.Println(total.Add(total, tax).FloatString(2))
	fmt.Println(order.Tip, order.Tip.Valid())

	text, _ := json.Marshal(order)
	fmt.Println(string(text)) // as it came, zeros and quotes included
	// Output:
	// 21.00
	// none false
	// {"Total":19.90,"Tax":"1.10","Tip":"none"}
}

func ExampleTimestamp() {
	created := payload.Timestamp("2024-05-06T07:08:09+08:00")
	at, err := created.Time()
	fmt.Println(at.UTC(), err)

	// A text that names no zone is never taken for UTC.
	shipped := payload.Timestamp("2024-05-06 07:08:09")
	_, err = shipped.Time()
	fmt.Println(err == payload.ErrNoZone)
	at, err = shipped.TimeIn(time.FixedZone("shop", 8*3600))
	fmt.Println(at.UTC(), err)
	// Output:
	// 2024-05-05 23:08:09 +0000 UTC <nil>
	// true
	// 2024-05-05 23:08:09 +0000 UTC <nil>
}

func ExampleBase64() {
	image := payload.Base64("R0lGODlh")
	data, err := image.Bytes()
	fmt.Println(string(data), err)

	_, err = payload.Base64("").Bytes()
	fmt.Println(err == payload.ErrAbsent)
	_, err = payload.Base64("not base64").Bytes()
	fmt.Println(err)
	// Output:
	// GIF89a <nil>
	// true
	// payload: the text of a Base64 is not base64
}

// One line item may come as an object, and several as a list of them.
func ExampleObjectOrList() {
	type item struct{ SKU string }
	for _, text := range []string{`{"SKU":"a"}`, `[{"SKU":"a"},{"SKU":"b"}]`, `[]`, `null`} {
		var o payload.ObjectOrList[item, item]
		if err := json.Unmarshal([]byte(text), &o); err != nil {
			fmt.Println(err)
		}
		items := o.List
		if o.Object != nil {
			items = []item{*o.Object}
		}
		again, _ := json.Marshal(o)
		fmt.Println(len(items), string(again))
	}
	// Output:
	// 1 {"SKU":"a"}
	// 2 [{"SKU":"a"},{"SKU":"b"}]
	// 0 []
	// 0 null
}

// A member may be absent, null or a value.
func ExampleOpt() {
	type customer struct {
		Phone payload.Opt[string] `json:"phone,omitzero"`
	}
	for _, text := range []string{`{}`, `{"phone":null}`, `{"phone":"555-0100"}`} {
		var c customer
		if err := json.Unmarshal([]byte(text), &c); err != nil {
			fmt.Println(err)
		}
		phone, ok := c.Phone.Get()
		again, _ := json.Marshal(c)
		fmt.Printf("%q %t absent=%t null=%t %s\n", phone, ok, c.Phone.IsAbsent(), c.Phone.IsNull(), again)
	}
	// Output:
	// "" false absent=true null=false {}
	// "" false absent=false null=true {"phone":null}
	// "555-0100" true absent=false null=false {"phone":"555-0100"}
}

// An address that is "" or [] when there is none.
func ExampleOr() {
	type address struct{ City string }
	for _, text := range []string{`{"City":"Bern"}`, `""`, `[]`} {
		var billing payload.Or[address]
		if err := json.Unmarshal([]byte(text), &billing); err != nil {
			fmt.Println(err)
		}
		if a, ok := billing.Get(); ok {
			fmt.Println("to", a.City)
		} else {
			fmt.Println("no address, but the", billing.Other().Kind(), billing.Other().Raw())
		}
	}
	// Output:
	// to Bern
	// no address, but the string ""
	// no address, but the array []
}

// A string that holds JSON.
func ExampleJSON() {
	type device struct{ OS string }
	var info payload.JSON[device]
	if err := json.Unmarshal([]byte(`"{\"OS\": \"Plan 9\"}"`), &info); err != nil {
		fmt.Println(err)
	}
	d, ok := info.Get()
	fmt.Println(d.OS, ok)
	fmt.Println(info.Text())
	// Output:
	// Plan 9 true
	// {"OS": "Plan 9"}
}

// Extra, in every generated struct, holds what a body had beyond the fields.
func ExampleMembers() {
	var extra payload.Members
	wrap, err := payload.ParseValue(`{"colour": "red"}`)
	if err != nil {
		fmt.Println(err)
	}
	extra.Set("gift_wrap", wrap)

	wrap, ok := extra.Get("gift_wrap")
	colour, _ := wrap.Get("colour")
	fmt.Println(colour.Raw(), ok)
	for name, value := range extra.All() {
		fmt.Println(name, value.Kind())
	}
	// Output:
	// "red" true
	// gift_wrap object
}
