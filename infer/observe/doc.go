// Package observe holds captured deliveries against the types of a platform.
//
//	Collector  deliveries -> Capture        what they show, without a value of them
//	Merge      Capture, Capture -> Capture
//	Compare    Capture, Model -> Report     what did not fit, was unknown, never came
//
// The delivery {"topic": "orders/create", "body": {"id": "7", "note": 1}} shows
// of orders/create that /id was a string once, where the types want an integer,
// that /note is a member that they do not know, and that /price never came.
//
// What holds:
//
//   - A Capture is what its deliveries show, whatever their order, and however
//     they were told apart before they were merged; so is its file, byte for byte.
//   - Neither a Capture nor a Report holds a value. Names of members and topics
//     are text of the deliveries as well: those that look like data, an id or an
//     address, are replaced by a word for their form. See [Mask].
//
// The package is pure: no input, output, clock or state.
package observe
