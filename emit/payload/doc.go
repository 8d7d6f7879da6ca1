// Package payload is the run-time support of the packages that specimen
// generates: the JSON reader and writer of their decoders, and the types that
// hold what plain Go types have no room for.
//
//	Number     exact decimal text, quoted or not
//	Timestamp  the text of a date or time, parsed on demand
//	Opt[T]     absent, null or a value, told apart
//	Or[T]      a T, or JSON of another shape kept raw
//	JSON[T]    a T written as JSON inside a JSON string
//	Flag       true or false, or 0 or 1 for them, quoted or not
//	Map[T]     an object used as a map, in the order of its members
//	Value      any JSON, raw
//	Members    what an object held beyond its typed members
//
// Decoding claims little and loses nothing. A member may be absent or null
// wherever it stands; a value that does not fit its type is listed as a
// [Mismatch] and kept raw in the [Members] of its object, from where encoding
// takes it back. So decoding and encoding any payload gives an equal one.
//
// Reader, Object, Array and the Append functions are for generated code. The
// package imports the standard library only and keeps no state.
package payload
