// Package edit inserts lines into spec files. All other bytes stay as they are:
// comments, order, quotes, indentation and line ends.
//
// The YAML library has the positions at which nodes begin. This package finds their
// ends in the text, and parses each result before it returns it: the result must have
// the content of the old text and what was inserted, and nothing else.
package edit
