// Package selfcheck type-checks generated packages in memory, before anything is
// written: what does not compile is not worth a file.
//
// The standard library comes from the go command's cache as export data, which
// one call of go list finds; everything generated is checked from its text, test
// files too. Nothing is looked up in a module or on a network, so it works the
// same in any module.
package selfcheck
