// Package signature verifies signatures of webhook deliveries as a [Profile] describes
// them.
//
// It compares MACs as bytes and in constant time, whatever their text was: hexadecimal
// of either case, and base64. Its errors are those of package receive, which hold
// neither a MAC nor a secret.
package signature
