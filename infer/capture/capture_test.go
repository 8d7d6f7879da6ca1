package capture

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

var topics = Topics{"orders/create": "orders/create", "orders/new": "orders/create", "stock/update": "stock/update"}

// randomDeliveries returns deliveries of all kinds, including malformed ones.
func randomDeliveries(r *rand.Rand, n int) []string {
	names := []string{"orders/create", "orders/new", "stock/update", "gone", "more"}
	values := []string{`{"id":1}`, `{"id":"x","n":null}`, `[1]`, `{"id":1.5,"a":{"b":"{\"c\":1}"}}`, `"{}"`, `{"k`, `{"x":1,"x":2}`}
	var all []string
	for range n {
		text := fmt.Sprintf(`{"topic":%q,"body":%s}`, names[r.IntN(len(names))], values[r.IntN(len(values))])
		switch r.IntN(10) {
		case 0:
			text = fmt.Sprintf(`{"topic":"t%c%c","body":{}}`, 'a'+r.IntN(26), 'a'+r.IntN(26))
		case 1:
			text = text[:r.IntN(len(text))]
		}
		all = append(all, text)
	}
	return all
}

func capture(deliveries []string) Capture {
	c := NewCollector(Source{Header: "X"}, topics, Mask(nil))
	for _, d := range deliveries {
		if d == "" {
			c.AddTooLong()
		} else {
			c.Add([]byte(d))
		}
	}
	return c.Capture()
}

// TestJoin checks that the evidence file of all deliveries equals that of their
// parts, merged in any order and tree, and read from their own files.
func TestJoin(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		all := randomDeliveries(r, 1+r.IntN(1500))
		want := string(Encode("acme", capture(all)))
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		var sum Capture
		for part := range slices.Chunk(all, 1+r.IntN(len(all))) {
			platform, c, err := Decode(Encode("acme", capture(part)))
			if err != nil || platform != "acme" {
				t.Fatal(platform, err)
			}
			if r.IntN(2) == 0 {
				sum = Join(sum, c)
			} else {
				sum = Join(c, sum)
			}
		}
		if got := string(Encode("acme", sum)); got != want {
			t.Fatalf("seed %d: got\n%s\nwant\n%s", seed, got, want)
		}
		if sum.Deliveries() != len(all) {
			t.Fatalf("seed %d: %d deliveries, want %d", seed, sum.Deliveries(), len(all))
		}
	}
}

// TestDecodeFails checks the errors for texts that are not evidence files, or no
// longer.
func TestDecodeFails(t *testing.T) {
	good := string(Encode("acme", capture([]string{`{"topic":"orders/create","body":{"id":1}}`})))
	version := strings.Replace(good, `"specimenEvidence": 2`, `"specimenEvidence": 1`, 1)
	unknown := strings.Replace(good, `"number":`, `"figure":`, 1)
	for _, c := range []struct {
		text string
		want error
	}{
		{"", ErrForeign},
		{"{}", ErrForeign},
		{"junk\x00", ErrForeign},
		{good[:len(good)/2], ErrDamaged},
		{good + " ", ErrDamaged},
		{strings.Replace(good, `"1 `, `"2 `, 1), ErrDamaged},
		{strings.Replace(good, `"acme"`, `"acne"`, 1), ErrDamaged},
		{strings.Replace(good, `"platform"`, `"x": {"y": 1},`+"\n"+` "platform"`, 1), ErrDamaged},
		{unknown, ErrDamaged},
		{resum(unknown), ErrDamaged}, // a fact of no name that is known, and a right sum
		{version, VersionError{1}},
	} {
		if _, _, err := Decode([]byte(c.text)); !errors.Is(err, c.want) {
			t.Errorf("%.60q: %v, want %v", c.text, err, c.want)
		}
	}
	for _, text := range []string{good, strings.ReplaceAll(good, "\n", "\r\n")} { // as a checkout may have it
		if _, _, err := Decode([]byte(text)); err != nil || !IsEvidence([]byte(text)[:Beginning]) {
			t.Error(err)
		}
	}
}

// FuzzDecode checks that Decode does not panic, and that Encode writes what Decode
// reads.
func FuzzDecode(f *testing.F) {
	f.Add(Encode("acme", capture(randomDeliveries(rand.New(rand.NewPCG(1, 2)), 40))))
	f.Fuzz(func(t *testing.T, text []byte) {
		platform, c, err := Decode(text)
		if err == nil && string(Encode(platform, c)) != string(lines(text)) {
			t.Errorf("read and written again: %s", text)
		}
	})
}

// TestFileKeepsFacts checks that an evidence file has every fact of a node.
func TestFileKeepsFacts(t *testing.T) {
	n := evidence.Node{Most: 7, Foreign: true}
	v := reflect.ValueOf(&n).Elem()
	count := 0
	next := func(f reflect.Value) {
		count++
		f.Set(reflect.ValueOf(evidence.Fact{Count: count, At: evidence.Origin{Example: "00", Offset: count, Inner: 2 * count}}))
	}
	for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
		next(v.FieldByName("Kinds").Index(int(k)))
	}
	for k := range n.Facts {
		next(v.FieldByName("Facts").Index(k))
	}
	below := n
	n.Elem, n.Inner, n.Rest = &below, &below, &below
	n.Members = map[string]*evidence.Member{"a": {Node: below, Absent: evidence.Fact{Count: 1, At: evidence.Origin{Example: "a:b c"}}, Key: true}}
	want := Capture{
		Topics:  evidence.Evidence{Events: map[string]*evidence.Node{"orders/create": &n}, Folded: 5},
		Unknown: map[string]evidence.Fact{"x": {Count: 1}}, Others: evidence.Fact{Count: 2}, Untold: evidence.Fact{Count: 3}, TooLong: 4,
	}
	if _, got, err := Decode(Encode("acme", want)); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
}

// resum returns the text of an evidence file with the right checksum.
func resum(text string) string {
	var f evidenceFile
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		panic(err)
	}
	return string(f.encode())
}
