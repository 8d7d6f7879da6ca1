// Package payload has the types of the fields of events, and the errors of decoding.
package payload
