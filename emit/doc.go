// Package emit writes Go packages for inferred types.
//
//	Package   Platform, names.Names -> []File   the package of a platform
//	Support   -> []File                         the run-time support that packages share
//
// It is pure: files are returned, not written. Package names has decided all names; emit
// prints them. For the event Order with the body
// {"id": "7"}, types.go holds
//
//	type OrderEvent struct {
//		ID    string          `json:"id"`
//		Extra payload.Members `json:"-"`
//		…
//	}
//
// and decode.go a method that reads it member by member, without reflection.
//
// The same input gives the same bytes, and text of a spec is only ever in comments and
// quoted literals.
package emit
