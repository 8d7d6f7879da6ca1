package state

// Delivery is the layout of payload.EventDelivery. M is payload.Mismatch.
type Delivery[M any] struct {
	topic      string
	body       string
	mismatches []M
}

// Topic returns the text of the topic.
func (d *Delivery[M]) Topic() string { return d.topic }

// Body returns the body.
func (d *Delivery[M]) Body() string { return d.body }

// Mismatches returns the list of mismatches, which is not to be changed.
func (d *Delivery[M]) Mismatches() []M { return d.mismatches }

// SetTopic sets the topic.
func (d *Delivery[M]) SetTopic(topic string) { d.topic = topic }

// Receive sets what came.
func (d *Delivery[M]) Receive(body string, mismatches []M) { d.body, d.mismatches = body, mismatches }
