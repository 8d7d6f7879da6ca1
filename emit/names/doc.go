// Package names gives every identifier of a generated package its Go name.
//
//	Of   Spec, infer.Model -> Names
//
// It is the stage between deciding on types and printing them, and a pure
// function: it reads the model and the names that the spec gives, and prints
// nothing. For an event Order with the body {"line_items": [{"id": 1}]}, the
// names are
//
//	OrderEvent       the struct of the body
//	LineItems        its field
//	OrderLineItem    the struct of an element
//	orderLineItemShape, SliceOfOrderLineItem, …   helpers of these types
//
// The name of a type or field depends on its own path, and on what the spec calls
// it, and on nothing else: one more example or field never renames another. So
// names can collide. A collision is a problem that shows both paths and the line
// to write, and never a numbered name.
package names
