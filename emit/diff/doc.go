// Package diff compares what two states of a platform's spec give: the types
// of its package, and the deliveries that fit them.
//
//	Compare    Side, Side -> []Change
//
// Of a member price that was 12 in every example and is 12.5 in a new one,
// Compare says:
//
//	Change{Kind: Widened, What: Field, Path: "OrderEvent/order/price",
//		Type: "Order", Name: "Price", Old: "int64", New: "payload.Number",
//		Code: Breaking, Wire: Widening, …}
//
// Structs, fields and enums are the same in both states when they stand at the
// same place, whatever they are called in Go. So another name is one change, a
// [Renamed], and not the end of one thing and the beginning of another. An event
// or a topic is the same when its name is, when the other name is one of its
// aliases, or when the same topics have it.
//
// Two questions are answered apart, because they have different answers: what
// happens to Go code that imports the package ([Change.Code]), and to deliveries
// ([Change.Wire]). A field that was string and becomes payload.Opt[string] takes
// the same deliveries as before, and no program that reads it compiles any more.
//
// The package is pure. Changes come sorted, and do not depend on any order in
// the specs.
package diff
