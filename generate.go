// Package specimen turns documented webhook payloads into Go packages.
//
// This package holds only the directive that rebuilds the committed packages,
//
//	go generate ./...
//
// and what a newcomer needs first: the architecture and the glossary.
//
// # Architecture
//
// Data flows one way. Each stage is a function of its input:
//
//	specs/<platform>/*.yaml
//	  | specs.Load       reads YAML; keeps the position of every key and payload
//	  v
//	specs.Platform
//	  | cmd: platform    hands each stage its part of the spec
//	  v
//	[]infer.Example, []infer.Table, infer.Decisions; emit.Platform
//	  | infer.Observe        examples -> evidence: what was seen, at every path
//	  | infer.ObserveTables  tables of documents -> evidence
//	  | infer.Merge          evidence -> evidence, in any order
//	  | infer.Decide         evidence, decisions -> types
//	  v
//	infer.Model
//	  | names.Of         types, topics (a names.Spec) -> every Go name, and the names
//	  |                  that collide
//	  v
//	names.Names
//	  | emit.Package     names with their types, an emit.Platform -> Go files, in memory
//	  | emit.Support     copies of the packages that generated code imports
//	  v
//	[]emit.File
//	  | cmd: build       type-checks the files
//	  | cmd: outfolder   writes all of them or none
//	  v
//	generated/<platform>; generated/payload, receive, record and internal
//
// The packages, from the ground up. A package imports only packages above it in
// this list; a test enforces that:
//
//	specs/jsonpointer                JSON Pointers, as text
//	infer/jsontext, infer/timetext   JSON text and the text of times
//	infer/base64text                 base64 in the forms that platforms write
//	infer/evident                    what a text is beyond doubt
//	infer/ident                      the words of a name
//	specs/finding                    the table of what can be reported
//	specs/diagnostic                 positions, messages, hints, excerpts
//	infer/evidence                   what JSON texts show at each path
//	infer/capture                    the evidence of captured deliveries, and its files
//	infer                            rules, decisions, types
//	infer/golden                     golden tests; only tests import it
//	infer/explain                    why a path has its type, and what would change it
//	infer/observe                    captured deliveries, compared with the types
//	infer/redact                     payloads without personal data and secrets
//	infer/repair                     JSON as documents show it, read as it was meant
//	specs/internal/prolog            the directives before a YAML document
//	specs, specs/edit                spec files: reading, and inserting lines
//	emit/runtime/...                 what generated code imports, copied to generated
//	emit/names                       the Go names of a package
//	emit                             the Go files of a package
//	emit/suggest                     decisions that the evidence supports
//	emit/diff                        what changed between two states of a spec
//	emit/jsonschema                  the types as a JSON Schema
//
// The rest is below cmd/specimen/internal, and cmd/specimen, the table of verbs. Beside
// it, cmd/receiver is an example that imports generated packages:
//
//	parallel, cli                    goroutines; flags, help, exit codes, printing
//	rewrite                          all files of a folder are changed, or none
//	specfolder                       the folder of the specs, read and changed
//	output, outfolder                the folder of generated files, written and compared
//	platform                         the pipeline, from a spec to its names
//	selfcheck, module                the go command, and the module of the output
//	build                            the generated packages of platforms, type-checked
//	git, linediff, changes           two states of the specs, compared
//	proposal                         suggestions as lines of a spec
//	addition                         payloads, added to a spec
//	topicfiles                       files that are named after topics
//	document                         what a document says of topics and payloads
//	document/tree                    JSON and YAML documents, as values with positions
//	document/collect                 payloads that are listed one by one, by topic
//	document/schema, document/show   payloads and members that JSON Schemas show; messages
//	document/openapi                 descriptions of APIs, with webhooks
//	document/asyncapi                descriptions of APIs, with messages
//	document/postman                 collections of requests
//	document/captures                HAR, and other captures of requests
//	document/page                    pages of documentation: HTML, Markdown, text
//	document/reading                 a document, read in the way of its form
//	importing                        what documents say, as changes of a spec
//	deliveries, evidence             captured deliveries, and files of evidence
//	page                             platforms as HTML pages, and an index over them
//	spectest, testfolder             for tests: specs as a Set, what packages export, folders
//	../observing                     deliveries observed, as cmd/beam does too
//	verb/...                         the verbs, which take one platform or two
//
// Four modules of their own need what the module does not: specs/schematest, a validator
// of JSON Schema; cmd/bench, the judge of speed; cmd/interop, what everyday tools make of
// events; and cmd/beam, observe on Apache Beam.
//
// # Invariants
//
//   - Only cmd reads or writes files, the clock or the environment, which a test holds,
//     and no package has state that outlives a call; except infer/golden and, below
//     emit/runtime, payloadtest and receivertest, which serve tests, receiver, which tells
//     the time of a delivery, signature, which verifies a delivery with the hashes of the
//     one before, and record, which asks how many goroutines can run.
//   - infer knows neither YAML nor Go syntax. Only emit imports the code generator
//     jennifer.
//   - One JSON reader, infer/jsontext, reads the examples, the deliveries that observe
//     compares and, as a copy, the deliveries that receivers decode. Only it says
//     whether a text is JSON. Four others look at JSON for one purpose each, and each
//     leaves the verdict to it: deliveries finds the ends of values in a stream that
//     may be broken or longer than memory; infer/evidence reads the digits of usual numbers
//     itself, for speed; infer/repair reads what is not JSON yet, and makes JSON of it; and
//     payloadtest reads with encoding/json, to be independent of what it tests.
//   - The same specs give the same bytes on every machine. What stands first in a
//     spec (files by name, topics and examples as listed) stands first in a struct;
//     what is added behind it moves nothing.
//   - Opinions are lines of a spec, each with a reason. The rules have no
//     exceptions, and Go code names no platform.
//   - A run that reports an error writes no file.
//
// # Glossary
//
// One term for one thing, in names, comments, messages and documentation. Terms of
// JSON are those of RFC 8259 and RFC 6901.
//
//	platform    what sends webhooks: a folder of specs, and a Go package
//	topic       the platform's name for an occasion to send a webhook
//	delivery    what arrives: headers and a body
//	body        the bytes of a delivery
//	payload     a JSON value, as a document or a body shows it
//	example     a payload in a spec
//	event       the Go value that a body decodes to; several topics may share its type
//	member      of a JSON object
//	element     of a JSON array
//	field       of a Go struct
//	path        where a value stands in the types, from an event's type or a declared one
//	            on, as decisions write it: OrderEvent/items/*/sku
//	pointer     a JSON Pointer: where a value stands in one payload
//	offset      a position in a text, in bytes
//	position    file:line:col
//	document    a source of examples and tables, such as a page of an API's reference
//	table       what a document says of the members of a type, besides examples
//	evidence    what examples, tables and captured deliveries show at each path
//	fact        one kind of observation in the evidence
//	origin      where an observation was made: the example and the offset, or the line of
//	            a table
//	rule        what decides a type where the spec does not; of a finding, the name of what
//	            it reports; "specimen help rules" lists both
//	decision    a line of a spec that decides a type, a name or an enum
//	suggestion  a decision that the evidence supports and that is not in the spec
//	model       the types of a platform, each with the rule or the decision that gave it
//	shape       what is fixed of a struct's decoder: the names and order of its members
//	problem     what is wrong with an example or a decision, as data without a position
//	finding     what a verb reports, a problem with its position and text among them; its
//	            Go type is diagnostic.Diagnostic
//	verdict     what changes mean for the version of a generated package: none, patch,
//	            minor or major
//	mismatch    a value of a body that does not fit the type of its field
//	Extra       what a JSON object holds beyond the fields of its struct
package specimen

//go:generate go tool specimen generate
