// Package specs reads the YAML specs of webhook platforms: topics, the example
// payloads of their documents, and decisions about their types.
//
// A spec is a folder, specs/<platform>/, with a platform.yaml and any number of other
// files with topics:
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
// [Load] reads all of them into a [Set]: the platforms, and a [diagnostic.Diagnostic]
// for each problem.
//
// Invariants:
//
//   - A payload is text. This package knows nothing of JSON; [Platform.Within] returns
//     the position of a byte of a payload.
//   - Everything that a later stage can report has a [Ref], and [Platform.At] returns
//     its position.
//   - What makes YAML mean something else than it says is an error: anchors, aliases,
//     merge keys, tags, nulls, a second document, unquoted numbers for strings.
package specs
