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
	"strings"
	"testing"
	"unicode/utf8"
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

func FuzzSorted(f *testing.F) {
	for _, body := range bodies() {
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

// randomJSON returns a random JSON text in which names repeat and order matters.
func randomJSON(r *rand.Rand, depth int) string {
	word := func() string {
		all := []string{"", "a", "b", "aa", "0", "7", "10", "4294967295", "01", `\u0061`, `\ud83d\ude00`, `\ud800`, "é", "\uFFFD", "𝒳", `\n`, "__proto__"}
		return `"` + all[r.IntN(len(all))] + all[r.IntN(len(all))] + `"`
	}
	switch k := r.IntN(8); {
	case k < 3 && depth < 5:
		var members []string
		for range r.IntN(6) {
			members = append(members, word()+" :"+randomJSON(r, depth+1))
		}
		return "{" + strings.Join(members, ", ") + "}"
	case k < 4 && depth < 5:
		var items []string
		for range r.IntN(5) {
			items = append(items, randomJSON(r, depth+1))
		}
		return "[ " + strings.Join(items, " ,") + "]"
	case k < 6:
		return word()
	case k < 7:
		return fmt.Sprintf("%s%d.%de%d", []string{"", "-"}[r.IntN(2)], r.IntN(1000), r.IntN(1000), r.IntN(50)-25)
	}
	return []string{"true", "false", "null", "0", "-0", "12345678901234567890"}[r.IntN(6)]
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
