package measure

// Sink and Text keep results on the heap, as those of a receiver are. The
// compiler puts a result that nobody keeps on the stack, or leaves it out.
var (
	Sink any
	Text []byte
)
