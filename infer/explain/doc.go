// Package explain says why a place has the type that it has: what was seen, by
// which rule that gives the type, and what else a line in the spec could make it.
//
//	At       Model, path -> Explanation     one place
//	Members  Model, struct -> []Explanation the members of a type
//	Nearest  Model, path -> []string  what may have been meant by a path that is none
//
// It decides nothing: infer.Decide has noted what it did for each place, and is
// asked again, with one decision more, what that would do.
package explain
