package infer

import "embed"

// Sources holds the source of jsontext and timetext, of which generated packages have
// copies. They import the standard library only.
//
//go:embed jsontext/*.go timetext/*.go
var Sources embed.FS
