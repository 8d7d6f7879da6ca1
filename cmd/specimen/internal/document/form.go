package document

// Form is the form of a document, which says how it is read.
type Form string

// The forms. A Page is any text that is none of the others: Markdown, HTML, or what was
// pasted from a browser.
const (
	Page     Form = "page"
	OpenAPI  Form = "openapi"
	AsyncAPI Form = "asyncapi"
	Postman  Form = "postman"
	HAR      Form = "har"
	Payloads Form = "payloads" // JSON values: payloads, or deliveries that were captured
)

// Forms returns all forms, in the order in which help lists them.
func Forms() []Form { return []Form{Page, OpenAPI, AsyncAPI, Postman, HAR, Payloads} }
