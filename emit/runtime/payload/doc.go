// Package payload holds the types of the fields of generated packages that plain Go
// types have no room for, and the errors of decoding. Decoding loses nothing: what
// does not fit its field is a [Mismatch], and its object keeps it in [Members], from
// which encoding takes it back.
package payload
