package finding

// row is what the table says of a rule.
type row struct {
	id        string
	severity  Severity
	ignorable bool
	text      string // one sentence or two
}

// Whether an entry of ignore can name a rule. Only a warning about a spec can be ignored:
// the generated code is right in spite of it.
const (
	never     = false
	ignorable = true
)

// table has the rules in the order in which help lists them. Ids are stable: specs and the
// configuration of other tools have them.
var table = [...]row{
	NoSpecs:         {"no-specs", Error, never, "The folder of the specs has no platform."},
	MisplacedFile:   {"misplaced-file", Error, never, "A file or folder is where no spec is read, or its name does not end in .yaml."},
	IrregularFile:   {"irregular-file", Error, never, "Specs are read from regular files and folders, not from links or devices."},
	LargeFile:       {"large-file", Error, never, "A spec file is larger than is read."},
	NoPlatformFile:  {"no-platform-file", Error, never, "The folder of a platform has no platform.yaml."},
	ManyFindings:    {"many-findings", Error, never, "A file has more findings than are shown."},
	InvalidEncoding: {"invalid-encoding", Error, never, "A spec file is not UTF-8, or has characters that nobody sees."},
	InvalidYAML:     {"invalid-yaml", Error, never, "A spec file is not YAML."},
	EmptyFile:       {"empty-file", Error, never, "A spec file has no YAML document."},
	SecondDocument:  {"second-document", Error, never, "A spec file has more than one YAML document."},
	YAMLReference:   {"yaml-reference", Error, never, "Specs have no anchors, aliases and merge keys."},
	YAMLTag:         {"yaml-tag", Error, never, "Specs have no tags."},
	DeepNesting:     {"deep-nesting", Error, never, "A spec or an example is nested too deep."},
	KeyType:         {"key-type", Error, never, "A key is a number, a boolean or a mapping in YAML, and not a string."},
	DuplicateKey:    {"duplicate-key", Error, never, "A mapping has a key twice."},
	HiddenComment:   {"hidden-comment", Warning, ignorable, "A string without quotes ends at a # that was probably meant as a part of it."},
	UneditableFile:  {"uneditable-file", Error, never, "A spec file has a form to which nothing can be added safely."},

	UnknownKey:      {"unknown-key", Error, never, "The spec format has no such key here."},
	MissingKey:      {"missing-key", Error, never, "A mapping lacks a key that it needs."},
	MissingReason:   {"missing-reason", Error, never, "A decision has neither why nor a document that says it."},
	MisplacedKey:    {"misplaced-key", Error, never, "A key of platform.yaml is in another file."},
	ConflictingKeys: {"conflicting-keys", Error, never, "A mapping has two keys that exclude each other."},
	WrongKind:       {"wrong-kind", Error, never, "A value is a mapping, a list, a string, a number or a boolean where another of these is needed."},
	EmptyValue:      {"empty-value", Error, never, "A key or a list has no value."},
	InvalidValue:    {"invalid-value", Error, never, "A name, a path or another text does not have the form that its key needs."},
	DuplicateEntry:  {"duplicate-entry", Error, never, "Two entries have one name, or say the same."},
	PayloadStyle:    {"payload-style", Error, never, "A payload is not a literal block."},
	UnknownRule:     {"unknown-rule", Error, never, "An entry of ignore names a rule that does not exist."},
	NotIgnorable:    {"not-ignorable", Error, never, "An entry of ignore names a rule that cannot be ignored."},
	DeadIgnore:      {"dead-ignore", Warning, never, "An entry of ignore matches no finding."},
	DeadDeclined:    {"dead-declined", Warning, ignorable, "An entry of declined is about a path that no example has."},
	OpenDoubt:       {"open-doubt", Note, never, "A line under doubts waits for somebody who settles it. A warning with check --doubts."},

	UnknownDocument:     {"unknown-document", Error, never, "No document has this id."},
	UnlistedDocument:    {"unlisted-document", Error, never, "An example is from a document that is not among those of its topic."},
	UnknownTopic:        {"unknown-topic", Error, never, "The spec has no topic of this name."},
	UnknownType:         {"unknown-type", Error, never, "No type has this name, and no word for a type is this one."},
	SelfReference:       {"self-reference", Error, never, "A topic or a document refers to itself."},
	LikeWithoutExamples: {"like-without-examples", Error, never, "A topic is like one that has no examples."},
	AmbiguousTopic:      {"ambiguous-topic", Error, never, "Two topics have one name or alias."},
	DeclaredElsewhere:   {"declared-elsewhere", Error, never, "An entry of documented declares a type that is declared elsewhere."},
	WholeBatch:          {"whole-batch", Error, never, "An example is a body with several events where one event is needed."},
	TopicNotFound:       {"topic-not-found", Error, never, "An example does not name its topic where the spec says that bodies do."},
	OtherTopic:          {"other-topic", Error, never, "The body of an example names another topic than its own."},
	DeadSays:            {"dead-says", Warning, ignorable, "A topic has says, and every example names its topic as it is."},

	UnsignedBody:       {"unsigned-body", Error, never, "The signature does not cover the body."},
	DoublySignedBody:   {"doubly-signed-body", Error, never, "The signature covers the body twice."},
	SignedSignature:    {"signed-signature", Error, never, "The signature covers itself."},
	UnsignedTimestamp:  {"unsigned-timestamp", Error, never, "The signature does not cover the timestamp."},
	IncompleteVector:   {"incomplete-vector", Error, never, "A test vector lacks its signature or its time."},
	AnswerBody:         {"answer-body", Error, never, "An answer has a body without a content type, or a status code that has none."},
	UnusableHeader:     {"unusable-header", Error, never, "A header does not reach the receiver as it was sent, or is about the body."},
	AmbiguousPlace:     {"ambiguous-place", Error, never, "Two texts of a delivery are in one place, and nothing parts them."},
	ImpossiblePrefix:   {"impossible-prefix", Error, never, "No text can begin with the prefix."},
	AmbiguousSeparator: {"ambiguous-separator", Error, never, "What a list separates can have the separator in it."},

	InvalidJSON:     {"invalid-json", Error, never, "A payload is not JSON."},
	InvalidText:     {"invalid-text", Error, never, "A string of a payload is not Unicode text."},
	DuplicateMember: {"duplicate-member", Error, never, "An object of a payload has a member twice."},
	LongNumber:      {"long-number", Error, never, "A number of a payload has more digits than any type holds."},
	NotElided:       {"not-elided", Error, never, "A path under elided leads to a value that is not elided, or to none."},
	OtherRoot:       {"other-root", Error, never, "A payload is of another kind than every example of its event."},

	DeadDecision:         {"dead-decision", Error, never, "A decision is about a path that no example has, so that it decides nothing."},
	OverruledDecision:    {"overruled-decision", Warning, ignorable, "A decision above gives another type, so that this one has no effect."},
	RedundantDecision:    {"redundant-decision", Warning, ignorable, "A decision says what the examples or the documents already give."},
	DuplicateDecision:    {"duplicate-decision", Warning, ignorable, "Two decisions say the same of one path."},
	ConflictingDecisions: {"conflicting-decisions", Error, never, "Two decisions are about one path."},
	ContradictedDecision: {"contradicted-decision", Error, never, "An example has a value that a decision does not allow."},
	NoObjects:            {"no-objects", Error, never, "A declared type is for a path or an example without objects."},
	EndlessType:          {"endless-type", Error, never, "Every value of a type would contain another one of it."},
	WholeBody:            {"whole-body", Error, never, "A declared type is for a whole body, which has the type of its event."},
	DeadEnvelope:         {"dead-envelope", Error, never, "No event has the members of the envelope."},
	ForeignEnum:          {"foreign-enum", Error, never, "An enum lists none of the values in the examples."},
	IncompleteEnum:       {"incomplete-enum", Warning, ignorable, "An enum lacks values that examples have."},
	MixedBodies:          {"mixed-bodies", Warning, ignorable, "The bodies of an event are of several kinds, so that decisions below have no effect."},
	ManyMembers:          {"many-members", Error, never, "An object has more members than a struct can have fields."},
	ContradictedTable:    {"contradicted-table", Warning, ignorable, "An example has what the table of a document does not allow."},
	ConflictingTables:    {"conflicting-tables", Warning, ignorable, "Two lines of tables do not agree."},
	UnknownContainer:     {"unknown-container", Error, never, "No table says whether a path leads through a list or a map."},

	NameCollision:  {"name-collision", Error, never, "Two declarations, or two fields of one struct, have the same Go name."},
	ReservedName:   {"reserved-name", Error, never, "A Go name is one that every package or struct has already."},
	RedundantName:  {"redundant-name", Warning, ignorable, "A name in the spec is the Go name that there is without it."},
	FileCollision:  {"file-collision", Error, never, "Two examples have the same file."},
	MissingExample: {"missing-example", Error, never, "No example shows the event of a topic."},

	MissingFile:    {"missing-file", Error, never, "A generated file or package is missing."},
	StaleFile:      {"stale-file", Error, never, "A generated file is out of date."},
	LeftoverFile:   {"leftover-file", Error, never, "A generated file is no longer generated."},
	OrphanPackage:  {"orphan-package", Error, never, "A generated package has no spec."},
	ForeignFile:    {"foreign-file", Error, never, "A file that was not generated is where a generated one has to be."},
	InterruptedRun: {"interrupted-run", Error, never, "The previous run was interrupted."},
	DeclaredBeside: {"declared-beside", Error, never, "A file beside the generated ones declares what they declare."},
	BrokenBeside:   {"broken-beside", Error, never, "A Go file beside the generated ones does not compile with them: its syntax or its package is wrong."},
	InvalidCode:    {"invalid-code", Error, never, "The generated code does not compile. This is a bug in specimen."},
	FailingTest:    {"failing-test", Error, never, "The generated code fails its own tests. This is a bug in specimen."},

	NoTopics:            {"no-topics", Error, never, "A document names no topic of which a platform could be made."},
	NoWebhooks:          {"no-webhooks", Warning, never, "A document shows no webhooks, or is in no form that is read."},
	NoPayload:           {"no-payload", Warning, never, "A document names a webhook and shows no payload of it."},
	UnreadableDocument:  {"unreadable-document", Warning, never, "A document, or a part of it, is not in the form that its kind has."},
	UnreadablePayload:   {"unreadable-payload", Warning, never, "A document shows JSON that cannot be read."},
	UnnamedPayload:      {"unnamed-payload", Warning, never, "Nothing beside a payload of a document names its topic."},
	UnnamedTable:        {"unnamed-table", Warning, never, "A table of a document stands beside no topic."},
	BrokenReference:     {"broken-reference", Warning, never, "A reference in a document leads nowhere."},
	ExternalExample:     {"external-example", Warning, never, "A document has an example in a file of its own."},
	UncollectedPayloads: {"uncollected-payloads", Warning, never, "The payloads of a document are too long together."},
	UnlistedMembers:     {"unlisted-members", Warning, never, "A document describes more members than are listed."},
	RefusedTopic:        {"refused-topic", Warning, never, "A document has a topic whose name no spec can have."},
	RefusedPayload:      {"refused-payload", Warning, never, "A payload of a document was not taken."},
	ElidedValue:         {"elided-value", Warning, never, "A document says that a value is left out, and the payload has it."},
	NewDoubt:            {"new-doubt", Note, never, "A document leaves something open about a topic that the spec has."},
	TableDrift:          {"table-drift", Note, never, "A table of a newer copy differs from the spec."},

	UnexpectedValue:   {"unexpected-value", Warning, never, "A value does not fit its type."},
	UnknownMember:     {"unknown-member", Warning, never, "The types do not have a member that came."},
	MalformedDelivery: {"malformed-delivery", Warning, never, "A delivery is not JSON, or nested too deep."},
	RepeatedMember:    {"repeated-member", Warning, never, "An object has a member twice."},
	InexactText:       {"inexact-text", Warning, never, "A string is not Unicode text."},
	UnexpectedNull:    {"unexpected-null", Warning, never, "A value is null, for which its type has no room."},
	AbsentMember:      {"absent-member", Warning, never, "An object lacks a member that the type requires."},
	UndocumentedTopic: {"undocumented-topic", Warning, never, "Deliveries name a topic that the spec does not have."},
	UnnamedDelivery:   {"unnamed-delivery", Warning, never, "A delivery names no topic."},
	LongDelivery:      {"long-delivery", Warning, never, "A delivery is longer than is read."},
	UnseenMember:      {"unseen-member", Note, never, "An optional member never came."},
	FoldedMembers:     {"folded-members", Note, never, "Members have too many names to keep them apart."},
	ArrivedMember:     {"arrived-member", Note, never, "A documented member, which no example has, came."},

	BreakingChange: {"breaking-change", Error, never, "A change breaks Go code or refuses deliveries, and nothing under changes acknowledges it."},
	Change:         {"change", Note, never, "A change breaks nothing, or is acknowledged."},
	Verdict:        {"verdict", Note, never, "What semantic versioning calls the changes of a platform together."},
	DeadChange:     {"dead-change", Warning, never, "An entry under changes matches no change."},
	Suggestion:     {"suggestion", Note, never, "The evidence supports a decision that the spec does not have."},
}

// parts has the titles of the parts of the table, by their first rules.
var parts = map[Rule]string{
	NoSpecs:         "Files and YAML",
	UnknownKey:      "Keys and values",
	UnknownDocument: "Topics and documents",
	UnsignedBody:    "Deliveries and their signature",
	InvalidJSON:     "Examples",
	DeadDecision:    "Decisions and tables",
	NameCollision:   "Go names",
	MissingFile:     "Generated files",
	NoTopics:        "specimen import",
	UnexpectedValue: "specimen observe",
	BreakingChange:  "specimen diff and suggest",
}
