// Package observe compares captured deliveries with the types of a platform.
//
//	Collector  deliveries -> Capture        what they show, without their values
//	Join       Capture, Capture -> Capture
//	Compare    Capture, Model -> Report     mismatches, unknown members, missing ones
//
// The delivery {"topic": "orders/create", "body": {"id": "7", "note": 1}} shows that,
// in one delivery of orders/create, /id was a string where the types want an integer,
// that /note is a member that the types do not have, and that /price was missing.
//
// Invariants:
//
//   - A Capture does not depend on the order of the deliveries, or on how they were
//     distributed over captures before those were merged. Equal captures have equal
//     evidence files, byte for byte.
//   - Neither a Capture nor a Report holds a value. Names of members and topics come
//     from the deliveries too, so names that look like data, such as an id or an
//     address, are replaced by a word for their form. See [Mask].
//
// The package is pure: it has no input, output, clock or state.
package observe
