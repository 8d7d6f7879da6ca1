// Package infer turns example JSON payloads into types.
//
//	Observe   example -> Evidence      facts, with where they were seen
//	Collector deliveries -> Evidence   the same of any number of captured ones
//	Merge     Evidence, Evidence -> Evidence
//	Decide    Evidence, Decisions -> Model
//
// For the examples {"id": 1, "note": null} and {"id": 2, "price": 9.5} of one
// event, the evidence is: id an integer in both; note null in one and absent
// from the other; price a number with a fraction in one and absent from the
// other. The decision is: id an integer, note any value or absent, price exact
// decimal text or absent.
//
// What holds for every stage:
//
//   - Every example fits the type that was decided for it.
//   - One more example only widens a type: what it accepted stays accepted.
//   - Evidence has no opinions: Merge is commutative and associative, with the
//     zero value as identity, so examples can be observed in any order.
//   - Opinions are in Decide alone, and the spec's decisions come before its
//     rules, which [Rules] lists.
//
// The package is pure: no input, output, clock or state. It knows neither YAML
// nor the syntax of Go.
package infer
