// Package page renders a platform as an HTML page: its topics, its types as trees, and
// for each member where it was seen and what decided its type. With changes, the same
// page marks what is new, removed or changed.
//
//	Render    Platform, changes -> HTML
//
// A page is one file that loads nothing else: its style and its script are in it, and
// its content security policy allows no others. Its text is that of the spec, which
// html/template escapes. The same input gives the same bytes.
//
// The anchor of a member is its path, as decisions write it:
// acme.html#OrderEvent/order/line_items/*/price shows that field.
package page
