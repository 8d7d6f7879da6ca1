package repair

// Kind is what was changed, in words.
type Kind string

// All kinds of changes.
const (
	CommentRemoved  Kind = "a comment removed"
	SpaceReplaced   Kind = "a character that JSON does not take for a space replaced by one"
	RoundQuotes     Kind = "round quotes made straight"
	OtherQuotes     Kind = "quotes of JavaScript made those of JSON"
	QuoteAdded      Kind = "a missing quote added"
	InnerQuotes     Kind = "quotes inside a string escaped"
	NewlineRemoved  Kind = "a raw newline at the end of a string removed"
	NewlineEscaped  Kind = "a raw newline inside a string escaped"
	ControlEscaped  Kind = "a raw control character inside a string escaped"
	EscapeCorrected Kind = "an escape that JSON does not have written as it was meant"
	NameQuoted      Kind = "a name without quotes put in quotes"
	TextQuoted      Kind = "a value without quotes put in quotes"
	LiteralWritten  Kind = "a literal of another language written as that of JSON"
	NumberWritten   Kind = "a number written as JSON writes it"
	NumberQuoted    Kind = "a number with zeros before it put in quotes"
	CallUnwrapped   Kind = "a call around a value removed"
	CommaRemoved    Kind = "a comma too many removed"
	CommaAdded      Kind = "a missing comma added"
	CommaWritten    Kind = "another sign between values made a comma"
	ColonWritten    Kind = "another sign between name and value made a colon"
	BracketAdded    Kind = "a missing bracket added"
	EllipsisRemoved Kind = "an ellipsis in place of members or elements removed"
	ValueElided     Kind = "a value that was left out made null"
	CutOff          Kind = "cut off in the document; the brackets at the end are added"
)
