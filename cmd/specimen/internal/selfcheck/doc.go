// Package selfcheck type-checks generated packages in memory before they are written,
// and runs their tests.
//
//	Checker.Check   files -> the errors that the compiler would report
//	Trial.Run       files -> the tests that fail
//
// The standard library is read as export data from the go command's cache, where one
// call of go list finds it. Generated packages import nothing else, so the result does
// not depend on a module or a network.
package selfcheck
