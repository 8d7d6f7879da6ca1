package wire

import "github.com/specimen-go/specimen/emit/runtime/payload"

// Unique is unique, for tests.
func Unique[T any](list payload.Map[T]) payload.Map[T] { return unique(list) }
