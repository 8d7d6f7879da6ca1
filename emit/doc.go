// Package emit writes Go packages for inferred types.
//
//	Package   Platform, infer.Model -> []File   one platform's package
//	Support   -> []File                         the run-time support they share
//
// It is pure: the files are returned, not written. For the event Order with a
// struct of one member, {"id": "7"}, types.go holds
//
//	type OrderEvent struct {
//		ID    string          `json:"id"`
//		Extra payload.Members `json:"-"`
//		…
//	}
//
// and decode.go a method that reads it member by member, without reflection.
//
// What holds for the output: the same input gives the same bytes; every name is
// a function of its own path and the spec's decisions, and a collision is a
// problem, never a numbered name; text of the spec appears in comments and
// quoted literals only.
package emit
