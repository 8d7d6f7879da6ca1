package captures

import (
	"encoding/base64"
	"errors"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document/collect"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/show"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// delivery is what a tool captured of a request.
type delivery struct {
	body     tree.Node
	inString bool // whether a string is the text of the body, not a body that is a string
	decode   func(string) (string, error)
	headers  []collect.Pair
	method   string
	topic    string // as other tools of this project write it beside a body
}

// The places where tools keep the parts of a request, relative to it. A tool that has one
// of them has the headers as well, which payloads do not.
var (
	inside  = pointers("", "/request", "/event/data", "/event", "/data", "/details/request")
	headers = pointers("/headers", "/header", "/request_headers", "/requestHeaders", "/http_headers")
	bodies  = pointers(
		"/postData/text", "/body", "/content", "/payload", "/rawBody", "/raw_body", "/bodyRaw", "/text_content", "/request_body", "/requestBody",
		"/raw", "/body/raw", "/json", "/data",
	)
	methods   = pointers("/method", "/httpMethod", "/http_method", "/requestContext/http/method")
	encodings = pointers("/postData/encoding", "/postData/_encoding", "/encoding", "/bodyEncoding", "/body_encoding", "/content_encoding")
	flags     = pointers("/isBase64Encoded", "/is_base64", "/base64", "/isBase64", "/base64_encoded")
)

// pointers returns the tokens of JSON Pointers.
func pointers(texts ...string) [][]string {
	var all [][]string
	for _, text := range texts {
		all = append(all, append([]string{}, jsonpointer.Tokens("/" + text)[1:]...))
	}
	return all
}

// find returns the parts of a captured delivery. ok is false for any other value.
func (r *reader) find(n tree.Node) (d delivery, ok bool) {
	if r.Body != "" {
		body := n.Find(r.Body)
		d = delivery{body: body, inString: true, headers: show.Pairs(n.Find(r.Headers))}
		d.decode = decoder(n, body)
		return d, body.Exists()
	}
	if !n.Is(jsontext.KindObject) {
		return d, false
	}
	if topic := n.Get("topic"); r.Source.Header != "" && topic.Text() != "" && n.Get("body").Exists() {
		return delivery{body: n.Get("body"), inString: true, topic: topic.Text()}, true
	}
	for _, at := range inside {
		request := n.At(at...)
		if !request.Is(jsontext.KindObject) {
			continue
		}
		found := firstAt(request, headers)
		if r.Headers != "" {
			found = n.Find(r.Headers)
		}
		if !found.Is(jsontext.KindObject) && !found.Is(jsontext.KindArray) {
			continue
		}
		body, method := firstAt(request, bodies), firstAt(request, methods).Text()
		if !body.Exists() && method == "" {
			continue
		}
		d = delivery{body: body, inString: true, headers: show.Pairs(found), method: method, decode: decoder(request, body)}
		if !body.Exists() { // a request without a body
			d.method = "GET"
		}
		return d, true
	}
	return d, false
}

// firstAt returns the first value that one of several JSON Pointers leads to and that is
// not null.
func firstAt(n tree.Node, pointers [][]string) tree.Node {
	for _, names := range pointers {
		if found := n.At(names...); found.Exists() && !found.Is(jsontext.KindNull) && found.Raw() != `""` {
			return found
		}
	}
	return tree.Node{}
}

// decoder returns what decodes a body, or nil for one that is plain.
func decoder(request, body tree.Node) func(string) (string, error) {
	encoded := false
	for _, names := range encodings {
		encoded = encoded || strings.EqualFold(request.At(names...).Text(), "base64")
	}
	for _, names := range flags {
		encoded = encoded || request.At(names...).Bool()
	}
	switch {
	case body.Exists() && body.ID() == request.Get("raw").ID():
		return decodeMessage
	case encoded:
		return decodeBase64
	}
	return nil
}

var errBase64 = errors.New("the body of a request is not base64, as it is said to be")

func decodeBase64(text string) (string, error) {
	text = strings.TrimRight(strings.Join(strings.Fields(text), ""), "=")
	for _, e := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		if data, err := e.DecodeString(text); err == nil {
			return string(data), nil
		}
	}
	return "", errBase64
}

// decodeMessage returns the body of a whole HTTP message, which may be in base64. Text
// that is something else is the body.
func decodeMessage(text string) (string, error) {
	message := text
	if data, err := decodeBase64(text); err == nil {
		message = data
	}
	line, _, _ := strings.Cut(message, "\n")
	if !strings.Contains(line, " HTTP/") {
		return text, nil
	}
	_, body, _ := strings.Cut(message, "\r\n\r\n")
	return body, nil
}
