package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/page"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// FuzzInjection checks that the text of a spec is text wherever it goes: it never
// becomes a declaration, an expression, a directive, a build constraint, the name of a
// file, or a command to a terminal (C1–C11, F1, T5, T6, T8, X2).
func FuzzInjection(f *testing.F) {
	want := skeleton(f, harmless)
	for _, h := range hostile {
		f.Add(h.text, h.text, h.text, h.text, h.text, h.text, h.text)
		x := harmless
		f.Add(x.topic, x.alias, x.member, x.value, h.text, h.text, x.title)
		f.Add(x.topic, x.alias, h.text, h.text, x.about, x.why, x.title)
		f.Add(h.text, x.alias+h.text, x.member, x.value, x.about, x.why, h.text)
	}
	f.Fuzz(func(t *testing.T, topic, alias, member, value, about, why, title string) {
		x := specTexts{topic, alias, member, value, about, why, title}
		files, problems, set := generateTexts(t, x)
		checkPrinted(t, set, problems)
		// A platform may be refused where the other one is not: a topic cannot be
		// named by any member.
		if got := skeletonOf(t, files); x.comparable() {
			for _, p := range []string{"acme", "bcme"} {
				if _, ok := files[p+"/doc.go"]; ok {
					checkSkeleton(t, ofPlatform(got, p), ofPlatform(want, p))
				}
			}
		}
		for name, data := range files {
			checkFile(t, name, data)
		}
		if data, ok := files["acme/topics.go"]; ok {
			checkTopics(t, data, topic, alias)
		}
		checkPages(t, set)
	})
}

// ofPlatform returns the skeletons of one platform's files.
func ofPlatform(all map[string][]string, platform string) map[string][]string {
	some := maps.Clone(all)
	maps.DeleteFunc(some, func(name string, _ []string) bool { return !strings.HasPrefix(name, platform+"/") })
	return some
}

// checkPages checks that a browser shows all of a page as what it is, and all of the index.
func checkPages(t *testing.T, set *platform.Set) {
	t.Helper()
	for _, p := range set.Platforms {
		if p.Problems.HasErrors() {
			continue
		}
		html, err := page.Render(p, set.Line, page.Options{Home: true})
		checkShown(t, html, err)
		html, err = page.Index([]*platform.Platform{p}, page.Options{})
		checkShown(t, html, err)
	}
}

func checkShown(t *testing.T, html []byte, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range string(html) {
		if c != '\n' && c != '\t' && hidden(c) {
			t.Fatalf("a page has the character %U", c)
		}
	}
}

// hidden reports whether a character is of a category that is not shown (Cc, Cf,
// Co, Cn, Zl, Zp), or is left out by fonts.
func hidden(c rune) bool {
	assigned := unicode.In(c, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs)
	return !assigned || unicode.In(c, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// checkPrinted checks that problems can be shown on a terminal, in every form.
func checkPrinted(t *testing.T, set *platform.Set, problems diagnostic.List) {
	t.Helper()
	for _, form := range []string{"text", "json", "github"} {
		var b bytes.Buffer
		if err := cli.Print(cli.Stream{Writer: &b}, form, problems, set.Line); err != nil {
			t.Fatal(err)
		}
		for i, c := range b.String() {
			if c != '\n' && (!strconv.IsPrint(c) || hidden(c)) || c == utf8.RuneError {
				t.Fatalf("%s: %q at %d of %q", form, c, i, b.String())
			}
		}
	}
}

var (
	goFiles = []string{
		"decode.go", "decode_test.go", "doc.go", "encode.go", "encode_v2.go", "event.go", "internal/profile/profile.go", "receive.go", "receive_test.go", "store.go", "topics.go", "types.go",
	}
	// As "go help generate" has it.
	generatedMark = regexp.MustCompile(`^// Code generated .* DO NOT EDIT\.$`)

	testdataFile = regexp.MustCompile(`^(testdata|[ab]cmetest/testdata)/[a-z0-9_-]{1,64}/one\.json$`)
	testFile     = regexp.MustCompile(`^[ab]cmetest/(examples|request)\.go$`)
	recordFile   = regexp.MustCompile(`^[ab]cmerecord/record\.go$`)
	imported     = []string{
		"bytes", "context", "database/sql/driver", "embed", "encoding/json", "encoding/json/jsontext", "fmt", "log/slog", "net/http", "os", "reflect", "slices", "testing",
		"example.com/generated/payload", "example.com/generated/record", "example.com/generated/internal/payloadtest", "example.com/generated/internal/wire",
		"example.com/generated/receive", "example.com/generated/internal/receiver", "example.com/generated/internal/signature",
		"example.com/generated/internal/receivertest", "example.com/generated/acme", "example.com/generated/bcme",
		"example.com/generated/acme/internal/profile", "example.com/generated/bcme/internal/profile",
	}
)

// checkFile checks what is true of every generated file.
func checkFile(t *testing.T, name string, data []byte) {
	t.Helper()
	pkg, base, _ := strings.Cut(name, "/")
	if testdataFile.MatchString(base) {
		return
	}
	if !slices.Contains(goFiles, base) && !testFile.MatchString(base) && !recordFile.MatchString(base) {
		t.Fatalf("a file named %q", name)
	}
	if base == "encode_v2.go" { // the one file with a directive, this one
		data = bytes.Replace(data, []byte("\n//go:build go1.27 && goexperiment.jsonv2\n"), []byte("\n"), 1)
	}
	if !bytes.HasPrefix(data, []byte("// Code generated by specimen; DO NOT EDIT.\n\n")) {
		t.Fatalf("%s begins with %.60q", name, data)
	}
	file := parseFile(t, name, data)
	switch {
	case strings.HasPrefix(base, "internal/"):
		pkg = "profile"
	case testFile.MatchString(base):
		pkg += "test"
	case recordFile.MatchString(base):
		pkg += "record"
	}
	if file.Name.Name != pkg || !ast.IsGenerated(file) || len(file.Decls) == 0 && base != "doc.go" {
		t.Fatalf("%s: package %s, generated: %t", name, file.Name.Name, ast.IsGenerated(file))
	}
	for _, spec := range file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err != nil || !slices.Contains(imported, p) || spec.Name != nil {
			t.Fatalf("%s imports %s", name, spec.Path.Value)
		}
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			text, ok := strings.CutPrefix(c.Text, "//")
			if base == pkg+"/examples.go" && c.Text == "//go:embed all:testdata" {
				continue
			}
			switch {
			case !ok, text != "" && text[0] != ' ' && (text[0] != '\t' || base != "doc.go"),
				constraint.IsGoBuild(c.Text), constraint.IsPlusBuild(c.Text),
				strings.HasPrefix(strings.TrimSpace(text), "+"), strings.HasPrefix(strings.TrimSpace(text), "#") && !slices.Contains([]string{" # Decode", " # Read", " # Store, compare, build", " # Deliveries"}, text),
				strings.HasPrefix(strings.TrimSpace(text), "Deprecated:"),
				strings.HasPrefix(strings.TrimSpace(text), "nolint"),
				generatedMark.MatchString(c.Text) && c.Pos() != file.FileStart:
				t.Fatalf("%s: the comment %q", name, c.Text)
			}
		}
	}
	for _, c := range string(data) {
		if c != '\n' && c != '\t' && (!strconv.IsPrint(c) || hidden(c)) {
			t.Fatalf("%s has the character %U", name, c)
		}
	}
}

func parseFile(t testing.TB, name string, data []byte) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, data)
	}
	return file
}

// checkTopics checks that the constants have the very texts of the spec.
func checkTopics(t *testing.T, data []byte, topic, alias string) {
	t.Helper()
	var values []string
	ast.Inspect(parseFile(t, "topics.go", data), func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, text)
		}
		return true
	})
	slices.Sort(values)
	want := []string{"X-Topic", "other/topic", topic, alias}
	slices.Sort(want)
	if !slices.Equal(values, want) {
		t.Fatalf("topics.go has the strings %q, want %q", values, want)
	}
}

// TestInjectionCompiles type-checks what the hostile fragments give, one package
// for each that the loader takes (C1–C9, K1–K21).
func TestInjectionCompiles(t *testing.T) {
	files, compiled := map[string][]byte{}, 0
	for _, f := range emit.Support("example.com/generated") {
		files[f.Name] = f.Data
	}
	for i, h := range hostile {
		for j, x := range []specTexts{
			{h.text, h.text + ".", h.text, h.text, h.text, h.text, h.text},
			{harmless.topic, harmless.alias, h.text, h.text, h.text, h.text, harmless.title},
			{h.text, harmless.alias, harmless.member, harmless.value, h.text, h.text, harmless.title},
			{harmless.topic, harmless.alias, h.text, harmless.value, harmless.about, harmless.why, harmless.title},
			{harmless.topic, harmless.alias, harmless.member, h.text, harmless.about, harmless.why, harmless.title},
		} {
			made, problems, _ := generateTexts(t, x)
			if problems.HasErrors() {
				continue
			}
			compiled++
			for name, data := range made {
				pkg, base, _ := strings.Cut(name, "/")
				renamed := fmt.Sprintf("%s%dx%d", pkg, i, j)
				files[renamed+"/"+base] = regexp.MustCompile("(/generated/)"+pkg+`([/"])`).ReplaceAll(data, []byte("${1}"+renamed+"$2"))
			}
		}
	}
	problems, err := checker.Check(files, "example.com/generated", "1.26")
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", err, problems)
	}
	if compiled < len(hostile) {
		t.Errorf("only %d of the specs are taken", compiled)
	}
	t.Logf("%d specs of hostile texts compile", compiled)
}
