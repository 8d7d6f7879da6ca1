package signature

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// sortedText returns what is signed of a body, with the numbers of JavaScript.
func sortedText(body string) (string, bool) {
	s := sort([]byte(body))
	if s == nil {
		return "", false
	}
	var b bytes.Buffer
	s.writeTo(&b, true)
	return b.String(), true
}

// sortedCase is a body and what JavaScript makes of it.
type sortedCase struct{ In, Out string }

// bodies are the traps of the form, each alone.
func bodies() []string {
	return []string{
		`{}`, `[]`, `""`, `null`, `{"a":{},"b":[]}`, " { \"b\" : [ 1 , { } ] ,\n\t\"a\" : true }\r\n",
		`{"b":1,"a":2}`, `{"a":{"d":1,"c":{"f":1,"e":2}},"A":[{"z":1,"y":2},3]}`,
		`{"b":1,"10":1,"9":2,"a":3,"":4}`, `{"01":1,"1":2,"0":3,"00":4,"-1":5,"1.0":6}`,
		`{"4294967294":1,"4294967295":2,"4294967293":3,"99999999999":4,"5":5}`, `{"\u0031\u0030":1,"9":2}`,
		`{"a":1,"b":2,"a":3}`, `{"a":1,"\u0061":{"y":1,"x":2}}`, `{"__proto__":1,"a":{"__proto__":{"b":1}}}`,
		"{\"\U0001F600\":1,\"\uFFFF\":2,\"\uE000\":3,\"z\":4}", `{"\ud83d\ude00":1,"\uffff":2}`,
		`"\u003c\u003e&\/\u2028\u2029\u007f"`, `"\b\f\n\r\t\u0000\u001f\u000b\"\\"`, `"\ud800"`, `"\udc00\ud800"`, `"\ud800\ud800\udc00"`,
		`{"\ud800":1,"\udc00":2,"\ue000":3}`,
		`[10.0,1e21,1e20,123456789012345678901234567890,12345678901234567890]`, `[-0,-0.0,0e5,1E2,1.50,0.1e-6,1e-7,0.000001]`,
		`[1e400,-1e400,1e-400,9007199254740993,5e-324,1.7976931348623157e308]`, `[113.66,0.30000000000000004,100,1e0]`,
		`{"event":"Application","topic":"application/uninstall","resource":{"_id":"1","updated_at":"x"},"merchant_id":"5"}`,
	}
}

const sortedFile = "testdata/sorted.json"

// TestSorted compares the writer with the outputs of JavaScript that are kept as a file.
// SPECIMEN_UPDATE writes the file, which needs node.
func TestSorted(t *testing.T) {
	if os.Getenv("SPECIMEN_UPDATE") != "" {
		if n := startNode(t); n != nil {
			n.update(t)
		}
	}
	data, err := os.ReadFile(sortedFile)
	if err != nil {
		t.Fatal(err)
	}
	var cases []sortedCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) != len(bodies()) {
		t.Fatalf("%s has %d cases, want %d: update it", sortedFile, len(cases), len(bodies()))
	}
	for i, c := range cases {
		if c.In != bodies()[i] {
			t.Errorf("%s: case %d is of another body: update it", sortedFile, i)
		}
		if got, ok := sortedText(c.In); !ok || got != c.Out {
			t.Errorf("%s: got %s, want %s", c.In, got, c.Out)
		}
	}
}

// TestSortedAsNode compares the writer with JavaScript on random bodies.
func TestSortedAsNode(t *testing.T) {
	n := startNode(t)
	if n == nil {
		t.Skip("node is not installed: only the outputs in " + sortedFile + " are compared")
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		n.compare(t, randomJSON(random, 0))
	}
}

// broken are texts that are not JSON, each of which ends or goes wrong at another place.
func broken() []string {
	return []string{
		``, ` `, `"`, `"\`, `"\u`, `"\u12`, `"\x"`, "\"\n\"", `{`, `{ `, `{"`, `{"a`, `{"a"`, `{"a" `, `{"a":`, `{"a": `, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{,}`, `{"a":1 "b":2}`,
		`{"a"1}`, `{"a"::1}`, `{a:1}`, `{"\`, `{"\"`, `{"a":1]`, `[`, `[ `, `[1`, `[1,`, `[1,]`, `[,]`, `[1 2]`, `[1}`, `-`, `01`, `1.`, `1e`, `.5`, `+1`, `nul`, `truE`, `1 2`, `{}{}`,
		strings.Repeat("[", jsontext.DefaultMaxDepth+1) + strings.Repeat("]", jsontext.DefaultMaxDepth+1),
		strings.Repeat(`{"a":`, jsontext.DefaultMaxDepth+1) + "1" + strings.Repeat("}", jsontext.DefaultMaxDepth+1),
	}
}

// TestSortedRefuses checks that what is not JSON has no sorted form: nobody can have signed it.
func TestSortedRefuses(t *testing.T) {
	for _, text := range broken() {
		if got, ok := sortedText(text); ok {
			t.Errorf("%.40q: got %.40s", text, got)
		}
	}
	deep := strings.Repeat(`{"b":[`, jsontext.DefaultMaxDepth/2) + "1.0" + strings.Repeat(`],"a":2}`, jsontext.DefaultMaxDepth/2)
	want := strings.Repeat(`{"a":2,"b":[`, jsontext.DefaultMaxDepth/2) + "1" + strings.Repeat(`]}`, jsontext.DefaultMaxDepth/2)
	if got, ok := sortedText(deep); !ok || got != want {
		t.Errorf("nested up to the limit: got %.40s", got)
	}
}

// TestSortedMany checks an object of more members than sort keys have indexes for at first,
// of which many begin alike and each comes twice.
func TestSortedMany(t *testing.T) {
	var in, want []string
	for i := range 70_000 {
		in = append(in, fmt.Sprintf(`"member_%05d":0`, i), fmt.Sprintf(`"member_%05d":%d`, i, i))
		want = append(want, in[len(in)-1])
	}
	slices.Reverse(in)
	for i := 0; i < len(in); i += 2 {
		in[i], in[i+1] = in[i+1], in[i]
	}
	if got, ok := sortedText("{" + strings.Join(in, ",") + "}"); !ok || got != "{"+strings.Join(want, ",")+"}" {
		t.Errorf("got %.100s", got)
	}
}

func FuzzSorted(f *testing.F) {
	for _, body := range append(bodies(), broken()...) {
		f.Add(body)
	}
	n := startNode(f)
	f.Fuzz(func(t *testing.T, body string) {
		text, ok := sortedText(body)
		if !ok {
			return
		}
		if !json.Valid([]byte(text)) {
			t.Fatalf("not JSON: %s", text)
		}
		if again, _ := sortedText(text); again != text {
			t.Fatalf("not stable: %s, then %s", text, again)
		}
		if n != nil && utf8.ValidString(body) {
			n.compare(t, body)
		}
	})
}

// randomJSON returns a random JSON text in which names repeat and order matters. Each object
// and array has white space of its own, or none; some objects are sorted, and some long.
func randomJSON(r *rand.Rand, depth int) string {
	word := func() string {
		all := []string{"", "a", "b", "aa", "0", "7", "10", "4294967295", "01", `\u0061`, `\ud83d\ude00`, `\ud800`, "é", "\uFFFD", "𝒳", `\n`, `\"`, `\/`, "__proto__", "customer_"}
		return `"` + all[r.IntN(len(all))] + all[r.IntN(len(all))] + `"`
	}
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	switch k := r.IntN(8); {
	case k < 3 && depth < 5:
		var members []string
		colon, comma, n := pick(":", ":", ": ", " :", ":\n"), pick(",", ",", ", ", ",\n", " ,\t"), r.IntN(6)
		if r.IntN(20) == 0 {
			n, depth = 60, 5
		}
		for range n {
			members = append(members, word()+colon+randomJSON(r, depth+1))
		}
		if r.IntN(2) == 0 {
			slices.Sort(members)
		}
		return pick("{", "{", "{ ", "{\n") + strings.Join(members, comma) + pick("}", "}", " }")
	case k < 4 && depth < 5:
		var items []string
		for range r.IntN(5) {
			items = append(items, randomJSON(r, depth+1))
		}
		return pick("[", "[ ") + strings.Join(items, pick(",", ",", " ,", ", ")) + pick("]", "]", "\n]")
	case k < 6:
		if r.IntN(20) == 0 {
			return `"` + strings.Repeat("long ", 300) + word()[1:]
		}
		return word()
	case k < 7:
		return fmt.Sprintf("%s%d.%d%s", pick("", "-"), r.IntN(1000), r.IntN(1000), pick("", "", "0", "00", "e5", "e-7", "E+20", "e20"))
	}
	return pick("true", "false", "null", "0", "-0", "0.0", "-0.00", "0.000001", "0.0000001", "12345678901234567890", "123456789012345.5", "1234567890.12345", "0.30000000000000004")
}

// node is a process that writes JSON as sorted.js does.
type node struct {
	in  io.Writer
	out *bufio.Reader
}

// startNode returns nil if node is not installed.
func startNode(t testing.TB) *node {
	path, err := exec.LookPath("node")
	if err != nil {
		return nil
	}
	cmd := exec.Command(path, "testdata/sorted.js")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	return &node{in, bufio.NewReader(out)}
}

// sorted returns what JavaScript makes of a body, or "" if it does not take it.
func (n *node) sorted(t *testing.T, body string) string {
	t.Helper()
	if _, err := fmt.Fprintln(n.in, base64.StdEncoding.EncodeToString([]byte(body))); err != nil {
		t.Fatal(err)
	}
	line, err := n.out.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	text, err := base64.StdEncoding.DecodeString(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (n *node) compare(t *testing.T, body string) {
	t.Helper()
	got, ok := sortedText(body)
	if want := n.sorted(t, body); !ok || got != want {
		t.Errorf("%q:\ngot  %s\nwant %s", body, got, want)
	}
}

func (n *node) update(t *testing.T) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	var cases []sortedCase
	for _, body := range bodies() {
		cases = append(cases, sortedCase{body, n.sorted(t, body)})
	}
	if err := enc.Encode(cases); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(sortedFile, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}
