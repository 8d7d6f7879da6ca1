//go:build !goexperiment.jsonv2

package codec

// moreLibraries is for a toolchain with a second version of encoding/json.
func moreLibraries() []library { return nil }
