// Package observe compares what captured deliveries show with the types of a platform.
//
//	Know     Model -> capture.Collector        the types that deliveries may have
//	Compare  capture.Capture, Model -> Report  mismatches, unknown members, missing ones
//
// The delivery {"topic": "orders/create", "body": {"id": "7", "note": 1}} shows that,
// in one delivery of orders/create, /id was a string where the types want an integer,
// that /note is a member that the types do not have, and that /price was missing.
//
// A Report holds no value. The package is pure: it has no input, output, clock or state.
package observe
