// Package suggest finds the decisions that a careful person would write into a spec
// after looking at all examples of a platform: which objects have one type, which
// members every event carries, which strings hold decimals.
//
// For an order with shipping_address and billing_address, each with the same six
// members, it suggests
//
//	types: Address: {at: [OrderEvent/order/billing_address, OrderEvent/order/shipping_address]}
//
// Every suggestion has these properties:
//
//   - It does not repeat a decision of the spec.
//   - It can be applied together with those before it: a spec can hold it,
//     infer.Decide accepts it without a problem, and no more Go names collide. Each
//     suggestion has been test-applied.
//   - It depends on the evidence and the decisions, but not on their order.
//   - Once all strong suggestions are applied, there are no more strong ones.
//
// Types come before fields, in four steps, none of which compares all objects with all:
//
//	homes      the objects at each path, with what their members hold
//	kinship    homes that are examples of one thing: a small one with all its members
//	           in another one, homes that say the same type of themselves, and so on.
//	           What they hold is united with them, or nothing is
//	naming     names for all of these things, together
//	search     all candidates applied at once; what infer.Decide and the names object
//	           to is dropped, by the tag of the decision that they name, or by halves
//
// The opinions are in two files: lexicon.go has the words that names are judged by,
// policy.go has the thresholds. The other files hold one kind of suggestion each, as
// a function from the view of the current decisions to candidates. Find applies
// candidates until there are no more. Suggestions that change paths (the envelope,
// JSON in strings, maps, types) come first, so that the paths of the others are
// short.
package suggest
