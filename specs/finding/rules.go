package finding

// The rules, in the order of the table.
const (
	_ Rule = iota

	NoSpecs
	MisplacedFile
	IrregularFile
	LargeFile
	NoPlatformFile
	ManyFindings
	InvalidEncoding
	InvalidYAML
	EmptyFile
	SecondDocument
	YAMLReference
	YAMLTag
	DeepNesting
	KeyType
	DuplicateKey
	HiddenComment
	UneditableFile

	UnknownKey
	MissingKey
	MissingReason
	MisplacedKey
	ConflictingKeys
	WrongKind
	EmptyValue
	InvalidValue
	DuplicateEntry
	PayloadStyle
	UnknownRule
	NotIgnorable
	DeadIgnore
	DeadDeclined
	OpenDoubt

	UnknownDocument
	UnlistedDocument
	UnknownTopic
	UnknownType
	SelfReference
	LikeWithoutExamples
	AmbiguousTopic
	DeclaredElsewhere
	WholeBatch
	TopicNotFound
	OtherTopic
	DeadSays

	UnsignedBody
	DoublySignedBody
	SignedSignature
	UnsignedTimestamp
	IncompleteVector
	AnswerBody
	UnusableHeader
	AmbiguousPlace
	ImpossiblePrefix
	AmbiguousSeparator

	InvalidJSON
	InvalidText
	DuplicateMember
	LongNumber
	NotElided
	OtherRoot

	DeadDecision
	OverruledDecision
	RedundantDecision
	DuplicateDecision
	ConflictingDecisions
	ContradictedDecision
	NoObjects
	EndlessType
	WholeBody
	DeadEnvelope
	ForeignEnum
	IncompleteEnum
	MixedBodies
	ManyMembers
	ContradictedTable
	ConflictingTables
	UnknownContainer

	NameCollision
	ReservedName
	RedundantName
	FileCollision
	MissingExample

	MissingFile
	StaleFile
	LeftoverFile
	OrphanPackage
	ForeignFile
	InterruptedRun
	DeclaredBeside
	BrokenBeside
	InvalidCode
	FailingTest

	NoTopics
	NoWebhooks
	NoPayload
	UnreadableDocument
	UnreadablePayload
	UnnamedPayload
	UnnamedTable
	BrokenReference
	ExternalExample
	UnlistedMembers
	UncollectedPayloads
	RefusedTopic
	RefusedPayload
	ElidedValue
	NewDoubt
	TableDrift

	UnexpectedValue
	UnknownMember
	MalformedDelivery
	RepeatedMember
	InexactText
	UnexpectedNull
	AbsentMember
	UndocumentedTopic
	UnnamedDelivery
	LongDelivery
	UnseenMember
	FoldedMembers
	ArrivedMember

	BreakingChange
	Change
	Verdict
	DeadChange
	Suggestion
)
