package emit

// GoName returns the exported Go name of a member or topic: its words in Pascal
// case. Every key has one.
func GoName(key string) string { return goName(key) }

// Singular returns the Go name of one element of a list by the list's Go name.
func Singular(name string) string { return singular(name) }
