package payloadtest

// pieces are what broken puts into an example: the marks of JSON, white space, and
// bytes that stand nowhere in it.
var pieces = []string{
	"{", "}", "[", "]", ",", ":", `"`, `\`, " ", "\n", "0", "-", "x", "null", `"":0`, "{}", "[]", "\x00", "\x1f", "\xff",
}

// mostBroken is how many bytes the broken bodies of one example may have together,
// but for one body per piece. Up to some 60 bytes of text, every piece is put at
// every offset.
const mostBroken = 256 << 10

// broken puts a piece before each byte of the example, in its place, and drops
// the byte. What that gives is JSON or not; the decoder has to say the same as
// encoding/json.
func (x *example) broken() {
	all := max(mostBroken/(len(x.text)+1)/x.share, len(pieces))
	places := 3 * len(pieces) * (len(x.text) + 1)
	// Neither the number of pieces nor that of the ways divides the step, so that
	// they take turns.
	step := places/all + 1
	for step > 1 && (step%2 == 0 || step%3 == 0 || step%5 == 0) {
		step++
	}
	for k := 0; k < places; k += step {
		way, piece, at := k%3, pieces[k/3%len(pieces)], k/3/len(pieces)
		rest := x.text[at:]
		if way > 0 && rest != "" {
			rest = rest[1:]
		}
		if way == 2 {
			piece = ""
		}
		x.tried++
		x.body = append(append(append(x.body[:0], x.text[:at]...), piece...), rest...)
		if problem := fuzzed(x.decode, x.topic, x.body); problem != "" {
			x.problem("with %q at offset %d: %s", piece, at, problem)
		}
	}
}
