// Package diff compares two states of a platform: the types of its package, and the
// deliveries that they accept.
//
//	Compare    Side, Side -> []Change
//
// If a member price was 12 in all examples and is 12.5 in a new one, Compare returns
//
//	Change{Kind: Widened, What: Field, Path: "OrderEvent/order/price",
//		Type: "Order", Name: "Price", Old: "int64", New: "payload.Number",
//		Code: Breaking, Wire: Widening, …}
//
// Structs, fields and enums are the same in both states if they have the same path,
// whatever their names in Go. So a new name is one change, a [Renamed], and not a removal
// and an addition. A topic is the same if its name is, or if the old or new name is an
// alias. An event is the same if its name is, or if the same topics have it.
//
// A change has two effects: on Go code that imports the package ([Change.Code]), and on
// deliveries ([Change.Wire]). If a field was a string and is a payload.Opt[string], the
// same deliveries fit, but code that reads the field no longer compiles.
//
// What a change means for the version of the package follows from its effects:
// [Meanings] is the table, and [Change.Verdict] looks a change up in it.
//
// The package is pure. Changes are sorted, and do not depend on an order in the specs.
package diff
