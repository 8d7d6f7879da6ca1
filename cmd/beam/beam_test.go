package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
)

func TestMain(m *testing.M) {
	flag.Parse()
	slog.SetLogLoggerLevel(slog.LevelError)
	log.SetLogger(quiet{})
	beam.Init()
	os.Exit(m.Run())
}

// quiet logs nothing.
type quiet struct{}

func (quiet) Log(context.Context, log.Severity, int, string) {}

// world is a folder with a spec, files of deliveries, and the program to compare with.
type world struct {
	*testing.T
	dir, specimen string
	platform      Platform
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{T: t, dir: t.TempDir()}
	for _, name := range []string{"platform.yaml", "topics.yaml"} {
		data, err := os.ReadFile(filepath.Join("..", "specimen", "testdata", "observed", name))
		if err != nil {
			t.Fatal(err)
		}
		w.write("specs/acme/"+name, string(data))
	}
	w.specimen = filepath.Join(w.dir, "specimen.exe")
	build := exec.Command("go", "build", "-o", w.specimen, "./cmd/specimen")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	w.use("acme", w.path("specs"), "")
	return w
}

func (w *world) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *world) write(name, text string) {
	w.Helper()
	file := w.path(name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		w.Fatal(err)
	}
}

// use reads the spec of a platform.
func (w *world) use(name, specs, topic string) {
	w.Helper()
	var err error
	if w.platform, err = newPlatform(os.DirFS(specs), specs, name, topic); err != nil {
		w.Fatal(err)
	}
}

// observe returns the evidence of one run of "specimen observe".
func (w *world) observe(files ...string) string {
	w.Helper()
	args := []string{"observe", "--specs", w.platform.Dir, "--evidence", w.path("observed.json"), "--force"}
	if w.platform.Topic != "" {
		args = append(args, "--topic", w.platform.Topic)
	}
	out, err := exec.Command(w.specimen, append(append(args, w.platform.Name), files...)...).CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		w.Fatalf("%v\n%s", err, out)
	}
	return w.read("observed.json")
}

// beam returns the evidence that the pipeline writes.
func (w *world) beam(block int64, patterns ...string) string {
	w.Helper()
	if err := w.run(block, patterns...); err != nil {
		w.Fatal(err)
	}
	return w.read("beam.json")
}

func (w *world) run(block int64, patterns ...string) error {
	p, err := w.platform.pipeline(patterns, w.path("beam.json"), block)
	if err != nil {
		return err
	}
	_, err = beam.Run(context.Background(), "prism", p)
	return err
}

func (w *world) read(name string) string {
	w.Helper()
	text, err := os.ReadFile(w.path(name))
	if err != nil {
		w.Fatal(err)
	}
	return string(text)
}

// same checks that both ways give the same bytes, and that there is something to compare.
func (w *world) same(what string, block int64, files ...string) {
	w.Helper()
	want := w.observe(files...)
	if got := w.beam(block, files...); got != want {
		w.Errorf("%s, in blocks of %d bytes: got\n%s\nwant\n%s", what, block, got, want)
	}
	if !strings.Contains(want, `"specimenEvidence"`) {
		w.Errorf("%s: %s", what, want)
	}
}

func compressed(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.String()
}

// delivery returns a random delivery, which may be hostile.
func delivery(r *rand.Rand) string {
	switch r.IntN(14) {
	case 0:
		return `{"topic":"orders/create","id":`
	case 1:
		return strings.Repeat(`{"a":[`, 1+r.IntN(600))
	case 2:
		return `{"topic":"gone` + fmt.Sprint(r.IntN(300)) + `"}`
	case 3:
		return "{\"topic\":\"orders/create\",\"note\":\"\xff\\ud800\"}"
	case 4:
		return `{"topic":"orders/create","id":1,"id":2,"big":` + strings.Repeat("9", r.IntN(3000)) + `}`
	case 5:
		return fmt.Sprintf(`{"topic":"users/update","name":%q,"k%d":{"x%d":[{}]}}`, "n", r.IntN(5000), r.IntN(5000))
	case 6:
		return [...]string{"", " ", "null", "7", "\x00", `"x"`, "[]", "}}", "\r"}[r.IntN(9)]
	}
	return fmt.Sprintf(`{"topic":"orders/create","id":%d,"price":%d.5,"at":"2026-01-%02d","paid":true,"note":null,`+
		`"lines":[{"sku":"a","n":%d,"tags":["x"]}],"by_id":{"%d":{"n":1}},"meta":"{\"a\":[%d]}"}`,
		r.IntN(9), r.IntN(99), r.IntN(40), r.IntN(3), r.IntN(500), r.IntN(9))
}

func deliveries(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(delivery(r) + "\n")
	}
	return b.String()
}

// TestSame checks that the evidence has the bytes of that of one run, for files of every
// kind in blocks of every size.
func TestSame(t *testing.T) {
	w := newWorld(t)
	r := rand.New(rand.NewPCG(1, 1))
	plain := `{"topic":"orders/create","id":1}`
	for name, text := range map[string]string{
		"none":       "",
		"blank":      "\n\n \r\n",
		"mark":       "\ufeff" + plain + "\n" + plain,
		"noend":      plain + "\n" + plain,
		"crlf":       plain + "\r\n" + plain + "\r\n",
		"overlines":  "{\n\"topic\": \"orders/create\"\n}\n{\n}\n",
		"broken":     "{\"topic\":\"orders/create\"\n[[[\n\xff\n\x1f\n",
		"giant":      plain + "\n{\"x\":\"" + strings.Repeat("x", 17<<20) + "\"}\n" + plain + "\n",
		"deep":       strings.Repeat("[", 600) + "\n" + strings.Repeat(`{"a":`, 600) + "\n",
		"many.jsonl": deliveries(r, 400),
	} {
		w.write("in/"+name, text)
		w.write("in/"+name+".gz", compressed(text))
		w.write("in/"+name+".packed", compressed(text)) // the name does not tell
	}
	for name, block := range map[string]int64{"none": 1, "blank": 2, "mark": 2, "noend": 5, "crlf": 7, "overlines": 3, "broken": 1, "giant": 1 << 20, "deep": 100, "many.jsonl": 1000} {
		w.same(name, block, w.path("in/"+name))
		w.same(name+", compressed", block, w.path("in/"+name+".gz"))
	}
	w.same("all", blockSize, glob(w, "in/*")...)
	w.same("all, in small blocks", 10_000, glob(w, "in/*")...)
	if got, want := w.beam(4000, w.path("in/*.gz"), w.path("in/m*")), w.observe(append(glob(w, "in/*.gz"), glob(w, "in/m*")...)...); got != want {
		t.Errorf("patterns: got\n%s\nwant\n%s", got, want)
	}
}

func glob(w *world, pattern string) []string {
	files, err := filepath.Glob(w.path(pattern))
	if err != nil || len(files) == 0 {
		w.Fatal(pattern, err)
	}
	return files
}

// TestRandom checks the same for random deliveries in random files.
func TestRandom(t *testing.T) {
	w := newWorld(t)
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 2))
		var files []string
		for i := range 1 + r.IntN(5) {
			text := deliveries(r, r.IntN(300))
			if r.IntN(3) == 0 {
				text = compressed(text)
			}
			name := fmt.Sprintf("random/%d/%d", seed, i)
			w.write(name, text)
			files = append(files, w.path(name))
		}
		w.same(fmt.Sprint("seed ", seed), int64(1+r.IntN(20_000)), files...)
	}
}

// TestHeader checks a platform of the module, whose topic is in a header, with and without
// --topic.
func TestHeader(t *testing.T) {
	w := newWorld(t)
	w.write("in.ndjson", `{"topic":"orders/create","body":{"order":{"id":"1","x":1}}}`+"\n"+
		`{"headers":{"X-Shoplazza-Topic":"orders/update"},"body":"{\"order\":{\"id\":2}}"}`+"\n{}\n")
	specs := filepath.Join("..", "..", "specs")
	for _, topic := range []string{"", "orders/create"} {
		w.use("shoplazza", specs, topic)
		w.same("topic "+topic, 50, w.path("in.ndjson"))
	}
}

// TestFails checks that what cannot be read is an error, before the pipeline runs where
// possible.
func TestFails(t *testing.T) {
	w := newWorld(t)
	w.write("cut.gz", compressed(deliveries(rand.New(rand.NewPCG(3, 3)), 50))[:200])
	for pattern, want := range map[string]string{
		w.path("cut.gz"): "truncated", w.path("gone*"): "no files", "hdfs://x/y": "not registered", " ": "empty",
	} {
		if err := w.run(blockSize, pattern); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", pattern, err, want)
		}
	}
	w.write("specs/bad/platform.yaml", "platform: bad\n")
	for _, name := range []string{"bad", "gone", "../acme", ""} {
		if _, err := newPlatform(os.DirFS(w.path("specs")), "specs", name, ""); err == nil {
			t.Errorf("platform %q: no error", name)
		}
	}
	if _, err := newPlatform(os.DirFS(w.path("specs")), "specs", "acme", "gone"); err == nil || !strings.Contains(err.Error(), `no topic "gone"`) {
		t.Errorf("topic: %v", err)
	}
	if err := run(context.Background(), w.path("specs"), "", "", []string{"acme", "x"}); err == nil || !strings.Contains(err.Error(), "--evidence") {
		t.Errorf("no file: %v", err)
	}
}
