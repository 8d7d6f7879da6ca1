package infer

import "embed"

// Sources holds the packages that generated packages have copies of: those below this one
// that import the standard library only.
//
//go:embed jsontext/*.go timetext/*.go
var Sources embed.FS
