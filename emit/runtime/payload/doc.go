// Package payload has the field types of generated packages that Go has no type for, and
// the errors of decoding. A value that does not fit its field is a [Mismatch], and the
// [Members] of its object keep it, so that encoding loses nothing.
package payload
