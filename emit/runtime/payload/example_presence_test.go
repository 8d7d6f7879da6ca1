package payload_test

import (
	"encoding/json"
	"fmt"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// The texts of the examples below: a member that is absent, null and zero.
func presences(zero string) []string { return []string{`{}`, `{"x":null}`, `{"x":` + zero + `}`} }

// decode decodes a text as a struct that has one member x.
func decode[T any](text string) T {
	var v struct{ X T }
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		fmt.Println(err)
	}
	return v.X
}

// A Number that is absent or null is not 0. Which of them it was, Extra of the struct says.
func ExampleNumber_presence() {
	for _, text := range presences("0") {
		n := decode[payload.Number](text)
		cents, ok := n.Minor(2)
		fmt.Println(text, n.IsZero(), cents, ok)
	}
	// Output:
	// {} true 0 false
	// {"x":null} true 0 false
	// {"x":0} false 0 true
}

// A Flag that is absent or null is neither true nor false.
func ExampleFlag_presence() {
	for _, text := range presences("0") {
		f := decode[payload.Flag](text)
		value, ok := f.Bool()
		fmt.Println(text, f.IsZero(), value, ok, f.Or(true))
	}
	// Output:
	// {} true false false true
	// {"x":null} true false false true
	// {"x":0} false false true false
}

// A Timestamp has no room for presence: Extra of the struct says which of the three it was.
func ExampleTimestamp_presence() {
	for _, text := range presences(`""`) {
		_, err := decode[payload.Timestamp](text).Time()
		fmt.Println(text, err == payload.ErrAbsent)
	}
	// Output:
	// {} true
	// {"x":null} true
	// {"x":""} true
}

// An Opt tells all three apart.
func ExampleOpt_presence() {
	for _, text := range presences("0") {
		o := decode[payload.Opt[int64]](text)
		value, ok := o.Get()
		fmt.Println(text, o.IsAbsent(), o.IsNull(), value, ok, o.Or(-1))
	}
	// Output:
	// {} true false 0 false -1
	// {"x":null} false true 0 false -1
	// {"x":0} false false 0 true 0
}

// An Or tells all three apart, and takes JSON of another shape.
func ExampleOr_presence() {
	for _, text := range append(presences("0"), `{"x":[]}`) {
		o := decode[payload.Or[int64]](text)
		value, ok := o.Get()
		fmt.Println(text, o.IsZero(), value, ok, o.Other().Kind())
	}
	// Output:
	// {} true 0 false absent
	// {"x":null} false 0 false null
	// {"x":0} false 0 true absent
	// {"x":[]} false 0 false array
}

// A JSON tells all three apart, and takes a string that does not hold JSON of its kind.
func ExampleJSON_presence() {
	for _, text := range append(presences(`"[]"`), `{"x":[]}`, `{"x":""}`) {
		j := decode[payload.JSON[[]string]](text)
		value, ok := j.Get()
		fmt.Printf("%s %t %t %q %t %q\n", text, j.IsAbsent(), j.IsNull(), value, ok, j.Text())
	}
	// Output:
	// {} true false [] false ""
	// {"x":null} false true [] false ""
	// {"x":"[]"} false false [] true "[]"
	// {"x":[]} false false [] true "[]"
	// {"x":""} false false [] false ""
}

// A Value tells all three apart.
func ExampleValue_presence() {
	for _, text := range presences("0") {
		v := decode[payload.Value](text)
		fmt.Println(text, v.IsZero(), v.Kind())
	}
	// Output:
	// {} true absent
	// {"x":null} false null
	// {"x":0} false number
}

// A nil Map or list is null, or was absent, which Extra of the struct says.
func ExampleMap_presence() {
	for _, text := range presences(`{}`) {
		m := decode[payload.Map[string]](text)
		fmt.Println(text, m == nil, len(m), m.Or("none", "en"))
	}
	// Output:
	// {} true 0 none
	// {"x":null} true 0 none
	// {"x":{}} false 0 none
}
