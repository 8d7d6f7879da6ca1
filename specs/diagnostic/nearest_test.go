package diagnostic

import "testing"

func TestNearest(t *testing.T) {
	candidates := []string{"about", "why", "values", "event", "number", "orders/create"}
	for got, want := range map[string]string{
		"abuot": "about", "abot": "about", "wy": "why", "vals": "values", "evnt": "event",
		"Event": "event", "nubmer": "number", "orders/craete": "orders/create",
		"x": "", "": "", "description": "", "abcdefgh": "",
	} {
		if best := Closest(got, candidates); best != want {
			t.Errorf("Closest(%q) = %q, want %q", got, best, want)
		}
	}
}

// TestTypos checks the number of typos, and how many are too many.
func TestTypos(t *testing.T) {
	for _, c := range []struct {
		got, want string
		n         int
		ok        bool
	}{
		{"price", "price", 0, true},
		{"Price", "price", 0, true},
		{"prise", "price", 1, true},
		{"prcie", "price", 1, true},
		{"pric", "price", 1, true},
		{"pprice", "price", 1, true},
		{"note", "rate", 0, false},
		{"quanttiy", "quantity", 1, true},
		{"quamtitty", "quantity", 2, true},
		{"shippng_adress_lin", "shipping_address_line", 3, true},
		{"ship_adrs_line", "shipping_address_line", 0, false},
		{"at", "on", 0, false},
		{"is", "id", 1, true},
		{"x", "y", 0, false},
		{"", "y", 0, false},
	} {
		if n, ok := Typos(c.got, c.want); ok != c.ok || ok && n != c.n {
			t.Errorf("Typos(%q, %q) = %d, %t, want %d, %t", c.got, c.want, n, ok, c.n, c.ok)
		}
		if _, ok := Typos(c.want, c.got); ok != c.ok {
			t.Errorf("Typos(%q, %q) reports %t, and the other way round %t", c.want, c.got, ok, c.ok)
		}
	}
}
