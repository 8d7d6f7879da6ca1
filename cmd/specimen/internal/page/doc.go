// Package page renders a platform as an HTML page: its topics, its types as trees, and
// for each member where it was seen and what decided its type. With changes, the same
// page marks what is new, removed or changed. An index leads to the pages of several
// platforms.
//
//	Render    Platform, changes -> HTML
//	Index     Platforms, changes -> HTML
//
// A page is one file that loads nothing else: its style and its script are in it, and
// its content security policy allows no others. Its text is that of the spec, which
// html/template escapes. The same input gives the same bytes. Without its script, a page
// shows all that it has.
//
// A member is marked only for what an ordinary one does not have: no value at times, values
// of several kinds, a decision on its type. The rest is in its folded part.
//
// The anchor of a member is its path, as decisions write it:
// acme.html#OrderEvent/order/line_items/*/price shows that field.
package page
