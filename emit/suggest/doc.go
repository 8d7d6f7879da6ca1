// Package suggest finds the decisions that a careful person would write into a
// spec after looking at all examples of a platform: which objects are one type,
// which members every event carries, which strings hold decimals.
//
// For an order with shipping_address and billing_address, each with the same six
// members, it suggests
//
//	types: Address: {at: [OrderEvent/order/billing_address, OrderEvent/order/shipping_address]}
//
// What holds for every suggestion:
//
//   - It says nothing that a decision says already.
//   - It can be applied, beside all that were suggested before it: a spec can
//     hold it, infer.Decide takes it without a word, and no more names of the
//     generated code collide. That is tried, not argued.
//   - It depends on the evidence and the decisions only, on the order of neither.
//   - Once all strong ones are applied, there are no strong ones any more.
//
// Suggestions build on each other. Those that move other places (the envelope,
// JSON in strings, maps, types) come first, so that the paths of the others are
// as short as they can be.
package suggest
