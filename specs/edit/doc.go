// Package edit changes the text of spec files the way a careful person would: a
// few lines are put in, and every other byte stays what it was, comments, order,
// quotes, indentation and line ends included.
//
// The YAML library tells where nodes begin. Where they end is found in the text,
// and each change is read again before it is returned: it must say what the old
// text said and what was put in, nothing else.
package edit
