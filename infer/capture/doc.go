// Package capture gathers the evidence of captured deliveries.
//
//	Collector  deliveries -> Capture        what they show, without their values
//	Join       Capture, Capture -> Capture
//	Encode     Capture -> an evidence file, and Decode back
//
// Invariants:
//
//   - A Capture does not depend on the order of the deliveries, or on how they were
//     distributed over captures before those were joined. Equal captures have equal
//     evidence files, byte for byte.
//   - A Capture holds no value. Names of members and topics come from the deliveries too,
//     so names that look like data, such as an id or an address, are replaced by a word
//     for their form. See [Mask].
//
// The package is pure: it has no input, output, clock or state. It imports the standard
// library, the JSON reader and package evidence only, because receivers that record what
// they receive have a copy of it.
package capture
