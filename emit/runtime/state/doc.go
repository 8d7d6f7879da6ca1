// Package state has the layouts of the types of package payload into which decoders write.
// payload.Opt is defined as state.Opt, so pointers convert: importers see payload's methods,
// decoders state's.
package state
