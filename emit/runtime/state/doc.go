// Package state has the layouts of the types of package payload into which decoders write.
// payload.Opt is defined as state.Opt, so pointers convert: importers see payload's methods,
// decoders use the parts.
//
// The generic types have no methods. The compiler makes each method of a generic type for
// each type argument, whether or not something calls it, and the generated packages have
// hundreds of those. For the same reason the methods of payload's generic types are calls
// of functions that are not generic and that take a pointer to the value as an any.
package state
