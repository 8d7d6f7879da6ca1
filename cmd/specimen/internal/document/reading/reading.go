// Package reading reads a document in the way that its form asks for.
package reading

import (
	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/asyncapi"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/captures"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/openapi"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/page"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/postman"
)

// Options say what is known of a document beforehand.
type Options = captures.Options

// Read returns what a document says.
func Read(text string, form document.Form, o Options) document.Reading {
	switch form {
	case document.OpenAPI:
		return openapi.Read(text, o.Options)
	case document.AsyncAPI:
		return asyncapi.Read(text, o.Options)
	case document.Postman:
		return postman.Read(text, o.Options)
	case document.HAR, document.Payloads:
		return captures.Read(text, o)
	}
	return page.Read(text)
}
