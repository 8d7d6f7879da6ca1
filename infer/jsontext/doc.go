// Package jsontext reads and writes JSON text (RFC 8259). The generator reads examples
// with it, and generated packages read deliveries with a copy of it, so that both agree
// on what is JSON.
//
// There are two ways to read. A [Scanner] has a cursor and moves it from value to
// value; it is for code that reads a text once and for whatever reason. A [Text] is
// read by offsets, which callers keep; it is for code that must be fast. [Value] is
// one whole JSON value, kept as its text.
//
// Reading is strict, and each text has one error, the first one: after it, every
// method does nothing and returns zero values.
//
// The package imports the standard library only and keeps no state.
package jsontext
