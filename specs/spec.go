package specs

// Platform is the spec of a platform: its topics, and the decisions about their types.
// Decisions, documents and headers are sorted by name. Topics are in the order of the spec:
// files by name, then as listed; so are paths, values, aliases and examples.
type Platform struct {
	Name  string // of the folder and of the Go package
	Title string
	About string   // the package comment, or ""
	Notes []string // the same: what receivers have to know of deliveries

	Topic      TopicSource
	Headers    []Header // of deliveries
	Deliveries Deliveries
	Documents  []Document
	Types      []Type
	Fields     []Field
	Enums      []Enum
	Envelope   Envelope
	Topics     []Topic
	Changes    []Change
	Doubts     []Item // about the platform, that nobody has settled yet

	// Documented is in the order of the spec, as topics are.
	Documented []Documentation
	Ignored    []Ignored
	Declined   []Declined

	index index
}

// TopicSource is where a delivery names its topic. One of the two is not "", or neither
// if deliveries do not name their topic.
type TopicSource struct {
	Header string // the name of an HTTP header
	Member string // a JSON Pointer into the body, or into each event of a batch
	Batch  string // a JSON Pointer to the events of a body, with * for every element, or ""
}

// Header is an HTTP header that deliveries have.
type Header struct {
	Name     string
	About    string
	Document string // ID of the [Document] that says it, or ""
	Ref      Ref
}

// Document is a source of topics and examples.
type Document struct {
	ID    string // that topics and examples refer to
	Title string
	File  string // or ""
	URL   string // or ""
	// Retrieved is the day on which it was read, as 2026-01-31, or "".
	Retrieved string
	// SHA256 is the digest of the file that was imported, in hexadecimal, or "".
	SHA256 string
	// ReplacedBy is the ID of the document that replaced it, or "". Its examples show
	// kinds of values then, but not when they are null or absent.
	ReplacedBy string
	Ref        Ref
}

// Item is a string in a list.
type Item struct {
	Text string
	Ref  Ref
	// Implied reports whether the spec does not list the path: a table names its type.
	Implied bool
}

// Type is a decision: the objects at several paths have one Go type.
type Type struct {
	Name       string
	At         []Item // paths
	About, Why string
	Ref        Ref
	documented bool // declared by a Documentation
}

// Field is a decision about the values at a path.
type Field struct {
	Path       string
	Type       string // a word for a type, or ""; package infer has the words
	Name       string // the Go name of the field, or ""
	About, Why string
	Document   string // ID of the [Document] that says it, or ""
	Required   bool   // what "required: true" says
	Optional   bool   // what "required: false" says
	Ref        Ref
}

// Enum is a decision: the strings, or the integers, at several paths have known values.
type Enum struct {
	Name       string
	At         []Item // paths
	Document   string // ID of the [Document] that lists the values, or ""
	Integers   bool   // whether the values are integers
	Values     []EnumValue
	About, Why string
	Ref        Ref
}

// EnumValue is a known value of an enum.
type EnumValue struct {
	Text  string // the string, or the literal of the integer
	Name  string // the Go name, without that of the enum, or ""
	About string
}

// Envelope is a decision: events share some members of their root. It is zero if a
// platform has none.
type Envelope struct {
	Members  []Item // that all events with the envelope have
	Optional []Item // that some of them have
	Why      string
	Ref      Ref
}

// Change is an entry in the log of changes: why the types changed in a way that breaks
// code or deliveries. One of Path, Type and Topic is not "". It can be gone from the
// spec.
type Change struct {
	Path  string // in a decision's form
	Type  string // a Go type
	Topic string
	Why   string
	Ref   Ref
}

// Payload is what is known of a topic's payload.
type Payload string

// The values of Payload.
const (
	Documented   Payload = "documented"   // the topic has examples
	Like         Payload = "like"         // it is that of another topic; see Topic.Like
	Undocumented Payload = "undocumented" // nothing is known
)

// Topic is a topic of a platform.
type Topic struct {
	Name      string // as deliveries have it
	About     string
	Also      []string // other occasions for deliveries, as clauses that follow "when"
	Since     string   // the version of the platform's API, or ""
	Scopes    []string // one of them is needed to subscribe to it
	Documents []Item   // the IDs of documents that list it
	Event     string   // the name of its Go type without Event, or "" if the payload is undocumented
	GoName    string   // the name of its Go constant without Topic, or "" for the words of Name
	Aliases   []Item   // other names in payloads
	Says      Says
	Payload   Payload
	Like      LikeTopic // if Payload is Like
	Doubts    []Item    // that nobody has settled yet
	Examples  []Example // if Payload is Documented
	Ref       Ref
}

// Says records that payloads name another topic that exists, or none. It is zero if
// they name their own.
type Says struct {
	Topic   string // or "" if Nothing
	Nothing bool
	Why     string
	Ref     Ref
}

// LikeTopic is the topic whose payload another one has.
type LikeTopic struct {
	Topic      string
	Documented bool // whether the document says so, or it is assumed
	Ref        Ref
}

// Example is a payload that a document shows.
type Example struct {
	ID       string // "<topic>#<name>", unique in the platform
	Name     string // unique in the topic
	Document string // the ID of a document, or ""
	Line     int    // where the payload begins in the imported file, or 0
	Repairs  []string
	Partial  bool   // whether the document shows a part of the members only
	Elided   []Item // JSON Pointers of values that the document left out
	Doubts   []Item // that nobody has settled yet
	Text     string // the exact payload without line ends after it
	Ref      Ref
}
