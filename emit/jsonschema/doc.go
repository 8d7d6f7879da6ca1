// Package jsonschema makes a JSON Schema, 2020-12, of the types of a platform, for
// programs that are not written in Go.
//
//	Of           emit.Platform, names.Names -> Types
//	Types.Index  -> Schema of an object with a member for each topic
//	Types.Event  -> Schema of the bodies of an event
//
// A schema claims as little as the Go types do: a body that decodes without a mismatch is
// valid. If a member price was 12 and "12.50" in the examples, and paid was true, null or
// absent, the fields payload.Number and payload.Opt[bool] become
//
//	"properties": {
//	  "price": {"type": ["number", "string", "null"]},
//	  "paid": {"type": ["boolean", "null"]}
//	}
//
// Null is accepted everywhere but for required members, and so are unknown members. A
// Timestamp is any string, and so is a value of an enum: known values are examples.
//
// Each struct, enum and event has a definition in $defs with the name of its Go type. The
// package is pure, and the same types give the same schema.
package jsonschema
