//go:build goexperiment.jsonv2

package codec

import json2 "encoding/json/v2"

// moreLibraries is for a toolchain with a second version of encoding/json.
func moreLibraries() []library {
	return []library{plain("encoding/json/v2",
		func(b []byte, v any) error { return json2.Unmarshal(b, v) },
		func(v any) ([]byte, error) {
			return json2.Marshal(v, json2.FormatNilSliceAsNull(true), json2.FormatNilMapAsNull(true))
		})}
}
