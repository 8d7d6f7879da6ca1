package names

// Handler returns the name of the field of a receiver with the function of an event.
func Handler(event string) string { return "On" + event }
