// Package page makes a page of a platform for those who would rather look than
// read: its topics, its types as trees, and for each member where it was seen and
// what decided its type. With changes, it is the same page with what is new, removed
// or different marked.
//
//	Render    Platform, changes -> HTML
//
// A page is one file without anything from elsewhere: its style and its script
// are in it, and its content security policy allows no others. Its text is the
// spec's, which html/template escapes. The same input gives the same bytes.
//
// Every member has its path as its anchor, in the language of decisions:
// acme.html#OrderEvent/order/line_items/*/price shows that field.
package page
