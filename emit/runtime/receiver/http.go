package receiver

import (
	"cmp"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// ServeHTTP answers a request.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if err := r.serve(w, req); err != nil {
		refuse(w, err)
	}
}

func (r *Receiver) serve(w http.ResponseWriter, req *http.Request) *receive.Error {
	if r.Authenticate == nil {
		return failed(errNotMade)
	}
	body, err := r.request(w, req)
	if err != nil {
		return r.after(req.Context(), nil, err)
	}
	d := receive.Delivery{Header: req.Header, Body: body}
	if req.URL.RawQuery != "" {
		d.Query = req.URL.Query()
	}
	if answer, ok := r.Profile.Handshake.answer(d, r.Setting); ok {
		answer.write(w)
		return nil
	}
	if err := r.deliver(req.Context(), d, true); err != nil {
		return err
	}
	r.Profile.Answer.write(w)
	return nil
}

// request returns the body of a request that can be a delivery.
func (r *Receiver) request(w http.ResponseWriter, req *http.Request) ([]byte, *receive.Error) {
	timeout := cmp.Or(r.Options.ReadTimeout, receive.DefaultReadTimeout)
	// A ResponseWriter that has no deadlines leaves them to the server, which also waits
	// for bodies that are not read.
	control := http.NewResponseController(w)
	if timeout > 0 {
		_ = control.SetReadDeadline(time.Now().Add(timeout))
	}
	if req.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		return nil, &receive.Error{Status: http.StatusMethodNotAllowed, Err: errors.New("a delivery is a POST")}
	}
	if !r.Options.AnyContentType && !isJSON(req.Header.Get("Content-Type")) {
		return nil, &receive.Error{Status: http.StatusUnsupportedMediaType, Err: errors.New("the content type is not that of JSON")}
	}
	body, err := readBody(w, req, r.maxBytes())
	if timeout > 0 && err == nil { // after an error, the server must not wait for the rest
		_ = control.SetReadDeadline(time.Time{})
	}
	return body, err
}

// readBody reads a body of at most limit bytes, with room behind it for the decoder.
func readBody(w http.ResponseWriter, req *http.Request, limit int) ([]byte, *receive.Error) {
	if req.ContentLength > int64(limit) {
		return nil, tooLong(limit)
	}
	// A length that is not true costs its sender more than us. One byte more is for the
	// end to be seen.
	const trusted = 64 << 10
	body := make([]byte, 0, min(max(req.ContentLength, 512), trusted)+1+int64(len(jsontext.Padding)))
	in := http.MaxBytesReader(w, req.Body, int64(limit))
	for {
		if cap(body)-len(body) <= len(jsontext.Padding) {
			body = append(make([]byte, 0, 2*cap(body)), body...)
		}
		n, err := in.Read(body[len(body) : cap(body)-len(jsontext.Padding)])
		body = body[:len(body)+n]
		if err == io.EOF {
			return body, nil
		}
		if err != nil {
			return nil, unread(err, limit)
		}
	}
}

// unread returns the error for a body that was not read to its end.
func unread(err error, limit int) *receive.Error {
	var over *http.MaxBytesError
	if errors.As(err, &over) {
		return tooLong(limit)
	}
	return &receive.Error{Status: http.StatusBadRequest, Err: errors.New("the body broke off")}
}

// isJSON reports whether a content type is one of JSON, or missing.
func isJSON(contentType string) bool {
	if contentType == "" || contentType == "application/json" { // nearly always
		return true
	}
	t, _, err := mime.ParseMediaType(contentType)
	return (err == nil || errors.Is(err, mime.ErrInvalidMediaParameter)) &&
		(t == "application/json" || t == "text/json" || strings.HasSuffix(t, "+json"))
}

// refuse answers with the status of an error and its name, and with nothing that the
// error holds.
func refuse(w http.ResponseWriter, err *receive.Error) {
	http.Error(w, http.StatusText(err.Status), err.Status)
}

func (a Answer) write(w http.ResponseWriter) {
	h := w.Header()
	if a.ContentType != "" {
		h.Set("Content-Type", a.ContentType)
	}
	if a.Body != "" { // which may be a text of the request
		h.Set("X-Content-Type-Options", "nosniff")
	}
	w.WriteHeader(cmp.Or(a.Status, http.StatusOK))
	if a.Body != "" {
		io.WriteString(w, a.Body) // nobody is left to hear of an error
	}
}
