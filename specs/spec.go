package specs

// Platform is one spec folder: a platform, its topics and the decisions on
// their types. Decisions and documents are sorted by name, so that the order in
// which they are listed leaves no trace. Topics stand in the order of the spec:
// files by name, then as listed; so do places, values, aliases and examples.
type Platform struct {
	Name  string // of the folder and of the Go package
	Title string
	About string // for the package comment, or ""

	Topic     TopicSource
	Documents []Document
	Types     []Type
	Fields    []Field
	Enums     []Enum
	Envelope  Envelope
	Topics    []Topic
	Changes   []Change

	index index
}

// TopicSource says where a delivery names its topic: one of them is not "", or
// neither where it does not.
type TopicSource struct {
	Header string // name of an HTTP header
	Member string // JSON Pointer into the body
}

// Document is a source that topics and examples come from.
type Document struct {
	ID    string // as topics and examples name it
	Title string
	File  string // or ""
	Ref   Ref
}

// Item is a text of a list in the spec, with its own place.
type Item struct {
	Text string
	Ref  Ref
}

// Type is the decision that several places have one Go type.
type Type struct {
	Name       string
	At         []Item // paths
	About, Why string
	Ref        Ref
}

// Field is a decision on one place.
type Field struct {
	Path       string
	Type       string // a word for a type, or ""; which ones there are is not checked here
	Name       string // the Go name of the field, or ""
	About, Why string
	Required   bool
	Ref        Ref
}

// Enum is the decision that the strings at some places are one of a list.
type Enum struct {
	Name       string
	At         []Item // paths
	Values     []string
	Names      map[string]string // Go names of values, without the enum's, where one is decided
	About, Why string
	Ref        Ref
}

// Envelope is the decision that events share some members of their root. It is
// zero where a platform has none.
type Envelope struct {
	Members []Item
	Why     string
	Ref     Ref
}

// Change is an entry of the log of changes: that the types changed in a way that
// breaks code or deliveries, and why. Exactly one of Path, Type and Topic is not
// "". What it speaks of need not be there any more.
type Change struct {
	Path  string // a place
	Type  string // a Go type
	Topic string
	Why   string
	Ref   Ref
}

// Payload says what the documents show of a topic's payload.
type Payload string

// The three kinds of [Payload].
const (
	Documented   Payload = "documented"   // there are examples
	Like         Payload = "like"         // that of another topic, [Topic.Like]
	Undocumented Payload = "undocumented" // nothing is known
)

// Topic is one kind of delivery.
type Topic struct {
	Name      string // as the wire has it
	About     string
	Since     string // the version of the platform's API, or ""
	Documents []Item // IDs of the documents that list it
	Event     string // name of its Go type without the suffix Event; "" for an undocumented payload
	GoName    string // name of its Go constant without the prefix Topic, or "" for that of its words
	Aliases   []Item // other names that payloads give it
	Says      Says
	Payload   Payload
	Like      LikeTopic // of a [Like] payload
	Examples  []Example // of a [Documented] payload
	Ref       Ref
}

// Says records that the payload names another topic that exists, or none. It is
// zero where the payload says what it should.
type Says struct {
	Topic   string // or "" of a payload that names Nothing
	Nothing bool
	Why     string
	Ref     Ref
}

// LikeTopic names the topic whose payload another one has.
type LikeTopic struct {
	Topic      string
	Documented bool // the document says so; else it is assumed
	Ref        Ref
}

// Example is one payload that a document shows.
type Example struct {
	ID       string // "<topic>#<name>", unique in the platform
	Name     string // unique in the topic
	Document string // ID of a [Document], or ""
	Repairs  []string
	Elided   []Item // JSON Pointers of values that the document left out
	Text     string // the payload, exactly, without line ends after it
	Ref      Ref
}
