package receive

import (
	"errors"
	"fmt"
	"net/http"
)

// The reasons to refuse a delivery for its signature. They hold neither a signature nor
// a secret, so they may be logged, and even be sent to whoever made the request.
var (
	ErrUnsigned  = errors.New("the delivery has no signature")
	ErrSignature = errors.New("the signature is not that of the delivery")
	ErrRepeated  = errors.New("a header or query parameter of the signature is repeated")
	ErrTimestamp = errors.New("the signed timestamp is missing or malformed")
	ErrExpired   = errors.New("the signed timestamp is too old, or in the future")
)

// ErrNoSecret is the error of constructors and of Verify for no secret, or one that is
// empty or white space. Everybody can sign with such a secret.
var ErrNoSecret = errors.New("no secret, or an empty one")

// ErrMalformedSecret is the error of constructors and of Verify for a secret that is not
// in the form in which the platform hands it out.
var ErrMalformedSecret = errors.New("the secret is not in the platform's form")

// ErrNoFunc is the error of constructors for a function that is nil.
var ErrNoFunc = errors.New("no fallback, or no function that authenticates deliveries")

// An Error is the error of a delivery that was not handled, and the HTTP status that a
// Receiver answers with.
type Error struct {
	Status int
	Err    error
}

func (e *Error) Error() string {
	return fmt.Sprintf("%d %s: %v", e.Status, http.StatusText(e.Status), e.Err)
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

// A PanicError is the error of a handler, a hook or another function of a Receiver that
// panicked.
type PanicError struct {
	Value any    // with which it panicked
	Stack []byte // as of [runtime/debug.Stack]
}

// Error does not print Value, which may hold parts of the delivery.
func (e *PanicError) Error() string {
	return fmt.Sprintf("a handler or hook panicked with a %T", e.Value)
}
