// Package reading reads a document in the way that its form asks for.
package reading

import (
	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/asyncapi"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/captures"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/openapi"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/postman"
)

// Options say what is known of a document beforehand.
type Options = captures.Options

// Structured returns what a document of one of the structured forms says. ok is false for
// a page, which is text.
func Structured(text string, form document.Form, o Options) (r document.Reading, ok bool) {
	switch form {
	case document.OpenAPI:
		return openapi.Read(text, o.Options), true
	case document.AsyncAPI:
		return asyncapi.Read(text, o.Options), true
	case document.Postman:
		return postman.Read(text, o.Options), true
	case document.HAR, document.Payloads:
		return captures.Read(text, o), true
	}
	return document.Reading{}, false
}
