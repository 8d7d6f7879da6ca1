// Package interop tests what the tools that Go programs use every day make of the events of
// generated packages, and of their fields: the table of TestTools has a row for each. A tool
// brings back what it was given, or it refuses it; nothing is lost without an error. The
// package is a module of its own, because nobody who generates code needs all these tools.
package interop
