// Package receive holds what the receivers of all platforms share: deliveries, what
// they say besides their bodies, the options of a receiver, and its errors.
//
// A generated package has a Receiver, which is an http.Handler and also takes
// deliveries from elsewhere, such as a queue. For each request it does, in this order:
//
//	method, content type   405, 415
//	read the body          413 if it is too long
//	authenticate           401
//	decode                 400 if it is not JSON
//	call the handler       500 if it fails or panics, so that the platform repeats
//	answer                 as the platform wants it
//
// A topic that the package does not know, and a body that does not fit its topic, go to
// the fallback and are answered as a success: platforms stop sending to an endpoint
// that keeps refusing.
package receive
