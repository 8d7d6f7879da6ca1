// Package explain tells why a path has its type: what was seen, the rule that gives the
// type, and the other types that a decision could give it.
//
//	At       Model, path -> Explanation                           of one path
//	Members  Model, struct -> []Explanation                       of a struct's members
//	Instead  Evidence, Decisions, Model, path -> []Alternative    other decisions
//	Nearest  Model, path -> []string                              for a wrong path
//
// It has no rules of its own: infer.Decide records the rule for each path, and Instead
// calls it with other decisions.
package explain
