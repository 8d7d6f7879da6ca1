package payload

import "github.com/specimen-go/specimen/infer/jsontext"

// The limits of a body. Webhook bodies are some kilobytes long, a dozen levels deep, and
// list some dozens of things; the default limits are a thousand times that, which is an
// accident or an attack.
const (
	DefaultMaxBytes = jsontext.DefaultMaxBytes
	DefaultMaxDepth = jsontext.DefaultMaxDepth // arrays and objects inside one another
	DefaultMaxItems = 250_000                  // elements of lists and maps, in total

	// A decoded body keeps at most MemoryFactor times its length in bytes, or that of
	// MemoryFloor bytes for a shorter one: in [{},{},…], three bytes may make a kilobyte.
	// A list or map that exceeds this is left unset and kept raw, which is a mismatch.
	MemoryFactor = 20
	MemoryFloor  = 64 << 10

	// A longer number is a mismatch and is kept raw; more mismatches are kept raw like
	// others, but not listed.
	MaxNumber     = jsontext.MaxNumber // bytes of a number
	MaxMismatches = 1000
)
