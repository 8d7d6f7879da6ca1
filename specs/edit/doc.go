// Package edit inserts lines into spec files, and changes the values of keys. All other
// bytes stay as they are: comments, order, quotes, indentation and line ends.
//
//	Insert    text, insertions -> text
//	Apply     text, changes -> text; a change of a value stays in its place
//
// The YAML library has the positions at which nodes begin. This package finds their
// ends in the text, and parses each result before it returns it: the result must have
// the content of the old text and what was changed, and nothing else.
package edit
