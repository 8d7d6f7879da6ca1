//go:build !goexperiment.jsonv2

package codec

// Base is what ratios are relative to.
const Base = BaseV1

// moreLibraries is for a toolchain with a second version of encoding/json.
func moreLibraries() []library { return nil }
