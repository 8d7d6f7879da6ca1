package suggest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
)

// randomValue returns a value of one of the kinds that suggestions look for.
func randomValue(r *rand.Rand, key string, depth int) string {
	scalars := []string{
		"null", `""`, "0", "1", "12.50", `"12.50"`, `"0.10"`, "true", `"open"`, `"closed"`, "1700000000", "[]", "{}",
		`"2024-01-02T03:04:05Z"`, `"2024-01-02"`, `"{\"a\": 1}"`, `"[]"`, `"x y"`, `"7"`,
	}
	switch key {
	case "address", "billing_address", "user", "data":
		if r.IntN(4) > 0 {
			return randomObject(r, depth, []string{"city", "street", "zip", "country", "_id", "is_new"}, 4+r.IntN(3))
		}
	case "names":
		return randomObject(r, 0, []string{"en", "de", "zh-hant"}, 2)
	case "items":
		return "[" + randomObject(r, depth, []string{"price", "status", "address", "created", "user"}, r.IntN(6)) + "]"
	}
	return scalars[r.IntN(len(scalars))]
}

func randomObject(r *rand.Rand, depth int, keys []string, n int) string {
	if depth <= 0 {
		keys = slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return k == "address" || k == "user" })
	}
	var parts []string
	for _, k := range keys[:min(n, len(keys))] {
		parts = append(parts, fmt.Sprintf("%q: %s", k, randomValue(r, k, depth-1)))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func randomExamples(r *rand.Rand) []infer.Example {
	keys := []string{"id", "event", "address", "billing_address", "user", "data", "names", "items", "status", "price", "created_at", "user_id", "userId", "_id", "note"}
	var all []infer.Example
	for i := range 3 + r.IntN(8) {
		event := []string{"Order", "Refund", "Cart", "User"}[r.IntN(4)]
		some := slices.Clone(keys)
		r.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
		all = append(all, infer.Example{ID: fmt.Sprintf("%s#%d", event, i), Event: event, Text: randomObject(r, 3, some, 4+r.IntN(8))})
	}
	return all
}

// TestFindRandom checks, for random platforms, that suggestions can be applied, that
// they are not made again, and that the order of examples and decisions does not
// matter.
func TestFindRandom(t *testing.T) {
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		examples := randomExamples(r)
		for _, weak := range []bool{false, true} {
			in := input(t, examples, infer.Decisions{})
			in.Weak = weak
			all, after := Find(in)
			checkApplied(t, in, after)

			shuffled := slices.Clone(examples)
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			other := input(t, shuffled, infer.Decisions{})
			other.Weak = weak
			if again, _ := Find(other); printAll(again) != printAll(all) {
				t.Errorf("seed %d: another order gives\n%sinstead of\n%s", seed, printAll(again), printAll(all))
			}
			for _, x := range []func(){
				func() {
					r.Shuffle(len(after.Types), func(i, j int) { after.Types[i], after.Types[j] = after.Types[j], after.Types[i] })
				},
				func() {
					r.Shuffle(len(after.Fields), func(i, j int) { after.Fields[i], after.Fields[j] = after.Fields[j], after.Fields[i] })
				},
			} {
				first := in
				first.Decisions = after
				want, _ := Find(first)
				x()
				first.Decisions = after
				if got, _ := Find(first); printAll(got) != printAll(want) {
					t.Errorf("seed %d: another order of decisions gives\n%sinstead of\n%s", seed, printAll(got), printAll(want))
				}
			}
			if t.Failed() {
				t.Fatalf("seed %d: %v", seed, examples)
			}
		}
	}
}
