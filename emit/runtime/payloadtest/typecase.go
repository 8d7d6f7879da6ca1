package payloadtest

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// Type is what a pointer to a generated struct can do.
type Type interface {
	json.Unmarshaler
	AppendJSON(b []byte) []byte
}

// TypeCase is an example of a type.
type TypeCase struct {
	File string // "testdata/type-address/reference.json", from the package's folder
	Want Type   // the literal that decoding gives
}

// RunTypes checks every case in a subtest that is named after its file: the example
// decodes to the literal, and encodes to an equal value.
func RunTypes(t *testing.T, cases []TypeCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(strings.TrimSuffix(strings.TrimPrefix(c.File, "testdata/"), ".json"), func(t *testing.T) {
			text, err := Case{File: c.File}.read()
			if err != nil {
				t.Fatal(err)
			}
			for _, problem := range checkType(c, string(text)) {
				t.Error(problem)
			}
		})
	}
}

// checkType returns what is wrong with a case.
func checkType(c TypeCase, text string) []string {
	got := reflect.New(reflect.TypeOf(c.Want).Elem()).Interface().(Type)
	if err := got.UnmarshalJSON([]byte(text)); err != nil {
		return []string{"decoding the example: " + err.Error()}
	}
	if event, ok := got.(Event); ok {
		event.Forget()
	}
	if different := unequalValues(reflect.ValueOf(got), reflect.ValueOf(c.Want)); different != nil {
		return different
	}
	tree, err := parse(string(got.AppendJSON(nil)))
	if err != nil {
		return []string{"AppendJSON: " + err.Error()}
	}
	return differences(tree, made(text))
}
