package jsonpointer

import "embed"

// Source holds the source of this package, of which generated packages have a copy.
//
//go:embed jsonpointer.go
var Source embed.FS
