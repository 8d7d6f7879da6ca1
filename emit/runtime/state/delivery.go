package state

// Delivery is the layout of payload.EventDelivery. M is payload.Mismatch.
type Delivery[M any] struct {
	topic string
	body  string
	found []M
}

// Topic returns the text of the topic.
func (d *Delivery[M]) Topic() string { return d.topic }

// Body returns the body.
func (d *Delivery[M]) Body() string { return d.body }

// Found returns what did not fit, which is not to be changed. Its paths do not begin at the
// body yet: see wire.Reader.Found.
func (d *Delivery[M]) Found() []M { return d.found }

// Found returns found, as Delivery.Receive takes it. repeated says that a member came twice in
// its object: the first one left no trace, so that the event does not hold all that the body
// says. That is kept in the capacity of the list, where it takes no room in other events.
func Found[M any](found []M, repeated bool) []M {
	n := len(found)
	if repeated {
		return append(found[:n:n], *new(M))[:n]
	}
	return found[:n:n]
}

// Repeated reports whether a member came twice.
func (d *Delivery[M]) Repeated() bool { return cap(d.found) > len(d.found) }

// SetTopic sets the topic.
func (d *Delivery[M]) SetTopic(topic string) { d.topic = topic }

// Receive sets what came.
func (d *Delivery[M]) Receive(body string, found []M) { d.body, d.found = body, found }
