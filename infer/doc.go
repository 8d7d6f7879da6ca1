// Package infer turns example JSON payloads into types.
//
//	Observe        examples -> Evidence             facts, each with its first origin
//	ObserveTables  tables of documents -> Evidence
//	Accumulator    captured deliveries -> Evidence  in bounded memory
//	Merge          Evidence, Evidence -> Evidence
//	Decide         Evidence, Decisions -> Model     the type at every path
//
// For the examples {"id": 1, "note": null} and {"id": 2, "price": 9.5} of one
// event, the evidence is: id is an integer in both; note is null in one and absent
// from the other; price is a number with a fraction in one and absent from the
// other. The model is: id is an int64, note is any value or absent, price is exact
// decimal text or absent.
//
// These hold for every stage:
//
//   - Every example fits the type that is decided for it.
//   - One more example only widens a type: what it accepted, it still accepts.
//   - Evidence is facts: Merge is commutative and associative, with the zero value
//     as identity, so examples can be observed in any order and in parallel.
//   - Policy is in Decide alone: the spec's decisions first, then the rules that
//     [Rules] lists.
//
// The package does no input or output and keeps no state. It knows neither YAML nor
// the syntax of Go.
package infer
