package evidence

import (
	"math/rand/v2"
	"testing"
)

// TestDigest checks that a digest is hardly more than its least, and that each byte of a
// delivery counts in it.
func TestDigest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, 7, 255, 256, 257, 300, 1000, 20_000} {
		text := make([]byte, size)
		for i := range text {
			text[i] = byte(' ' + r.IntN(90))
		}
		was := Digest(text)
		if least := LeastDigest(text); least > was || was-least > 1<<32-1 {
			t.Errorf("%d bytes: %x, and at least %x", size, was, least)
		}
		for range min(size, 300) {
			i := r.IntN(size)
			text[i] ^= 1
			if Digest(text) == was {
				t.Errorf("%d bytes: the one at %d does not count", size, i)
			}
			text[i] ^= 1
		}
	}
}
