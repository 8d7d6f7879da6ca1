// Package payload has what all generated packages share: field types, [Event], and the
// errors of decoding. Each type says how it tells absent, null and zero apart.
package payload
