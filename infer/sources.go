package infer

import "embed"

// Sources holds the source of packages of which generated packages have copies. They import
// the standard library and one another only.
//
//go:embed jsontext/*.go timetext/*.go base64text/*.go evidence/*.go capture/*.go
var Sources embed.FS
