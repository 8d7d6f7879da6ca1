package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// worker is a program that decodes a delivery of testdata/platforms/memory.yaml:
// values nested on some levels, each with a member that is there twice, around a
// list of a length.
const worker = `package main

import (
	"os"
	"strconv"
	"strings"

	"example.com/generated/memory"
)

func main() {
	levels, _ := strconv.Atoi(os.Args[1])
	bytes, _ := strconv.Atoi(os.Args[2])
	const open, shut = ` + "`" + `{"sku":null,"sku":null,"parent":` + "`, `}`" + `
	inner := "{\"new\":[" + strings.Repeat("0,", (bytes-levels*(len(open)+len(shut)))/2) + "0]}"
	body := "{\"list\":[" + strings.Repeat(open, levels) + inner + strings.Repeat(shut, levels) + "]}"
	if _, err := memory.Decode("holder", []byte(body)); err != nil {
		panic(err)
	}
}
`

// TestDecodingIsLinear counts the statements that a decoder executes, as coverage
// counts them: they grow with the length of a body, and not with its depth. What
// was read again on each level would be a hundred times as much.
func TestDecodingIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	m := newRandomModule()
	m.addFolder(t, "testdata/platforms")
	s := &script{t: t, dir: t.TempDir()}
	s.write("go.mod", []byte("module example.com/generated\n\ngo 1.26\n"))
	s.write("main.go", []byte(worker))
	for name, data := range m.files {
		if strings.HasPrefix(name, "memory/") || strings.HasPrefix(name, "payload/") || strings.HasPrefix(name, "receive/") || strings.HasPrefix(name, "internal/") {
			s.write(name, data)
		}
	}
	run := func(env string, args ...string) {
		t.Helper()
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Dir = s.dir
		cmd.Env = append(os.Environ(), env)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", args, err, out)
		}
	}
	run("", "go", "build", "-cover", "-covermode=count", "-coverpkg=./...", "-o", "worker", ".")
	work := func(levels, bytes int) float64 {
		t.Helper()
		counts := t.TempDir()
		run("GOCOVERDIR="+counts, "./worker", strconv.Itoa(levels), strconv.Itoa(bytes))
		text := filepath.Join(counts, "text")
		run("", "go", "tool", "covdata", "textfmt", "-i", counts, "-o", text)
		return statements(t, text)
	}
	const bytes = 64 << 10
	flat, deep, long := work(2, bytes), work(400, bytes), work(400, 2*bytes)
	if deep > 1.5*flat || long > 2.2*deep || flat < bytes/2 {
		t.Errorf("%.0f statements for %d bytes on 2 levels, %.0f on 400, and %.0f for twice the bytes", flat, bytes, deep, long)
	}
}

// statements returns how many statements a coverage profile counts.
func statements(t *testing.T, file string) float64 {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for line := range strings.Lines(string(text)) {
		if words := strings.Fields(line); len(words) == 3 {
			number, _ := strconv.ParseFloat(words[1], 64)
			count, _ := strconv.ParseFloat(words[2], 64)
			sum += number * count
		}
	}
	return sum
}
