package corpus

import "math/rand/v2"

// shuffle puts the members of every object in another order.
func shuffle(r *rand.Rand, n *node) {
	r.Shuffle(len(n.members), func(i, j int) { n.members[i], n.members[j] = n.members[j], n.members[i] })
	n.each(func(x *node) { shuffle(r, x) })
}

// thin drops a fifth of the members of n and of every object inside it,
// whatever they hold.
func thin(r *rand.Rand, n *node) {
	var kept []member
	for _, m := range n.members {
		if r.IntN(5) > 0 {
			kept = append(kept, m)
		}
	}
	n.members = kept
	n.each(func(x *node) { thin(r, x) })
}

// extend adds one unknown member to every ten, each at a place of its own: text,
// number, null, a list or an object. Maps have no unknown members.
func extend(r *rand.Rand, n *node) {
	n.each(func(x *node) { extend(r, x) })
	if n.keyed {
		return
	}
	for range (len(n.members) + r.IntN(10)) / 10 {
		m := member{"added_" + word(r), unknown(r)}
		at := r.IntN(len(n.members) + 1)
		n.members = append(n.members[:at], append([]member{m}, n.members[at:]...)...)
	}
}

func unknown(r *rand.Rand) *node {
	switch r.IntN(8) {
	case 0:
		return &node{kind: null}
	case 1:
		return &node{kind: number, text: randomDigits(r, 1+r.IntN(6))}
	case 2:
		return &node{kind: array, items: []*node{{kind: text, text: word(r)}}}
	case 3:
		return &node{kind: object, members: []member{{"id", &node{kind: text, text: randomDigits(r, 8)}}}}
	}
	return &node{kind: text, text: words(r, 4+r.IntN(20), false)}
}

// each calls f for the values in n.
func (n *node) each(f func(*node)) {
	for _, m := range n.members {
		f(m.value)
	}
	for _, x := range n.items {
		f(x)
	}
}
