// Package specs reads the YAML specs of webhook platforms: which topics a
// platform has, the example payloads its documents show, and what a reviewer
// decided about them.
//
// A spec is a folder, specs/<platform>/, with one platform.yaml and any number
// of topic files beside it:
//
//	specs/acme/platform.yaml     platform: acme
//	                             title: Acme
//	                             topic: {header: X-Acme-Topic}
//	specs/acme/orders.yaml       topics:
//	                               orders/create:
//	                                 event: Order
//	                                 examples:
//	                                   - name: plain
//	                                     payload: |
//	                                       {"order": {"id": 1}}
//
// [Load] reads all of them and returns a [Set]: the platforms as plain values,
// and every problem of their text as a [diagnostic.Diagnostic] with file, line and column.
//
// Three things hold everywhere:
//
//   - A payload is text. It is never seen as YAML, and this package knows
//     nothing of JSON; [Platform.Within] maps a byte of a payload's text back to
//     its line and column in the file.
//   - Everything a later stage may complain about has a [Ref], which
//     [Platform.At] maps to a position.
//   - YAML's conveniences that change or hide what a reviewer reads (anchors,
//     aliases, merge keys, tags, nulls, a second document, unquoted numbers where
//     a text is due) are refused.
package specs
