package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// hardCases lists the hard cases of specs, examples, names, files and deliveries,
// by their ids. Each row says what holds the case: a file of testdata, or a folder
// and a test in it. What is decided otherwise than one would expect, or beside the
// point here, has the sentence that says why.
var hardCases = []struct{ id, why, by string }{
	{"Y1", "", "specs/testdata/Y01-Y03-Y32-aliases.txtar"},
	{"Y2", "aliases are refused, so nothing is expanded", "specs TestManyProblems"},
	{"Y3", "", "specs/testdata/Y01-Y03-Y32-aliases.txtar; specs/testdata/Y03-unknown-anchor.txtar"},
	{"Y4", "", "specs/testdata/Y04-merge.txtar"},
	{"Y5", "", "specs/testdata/Y05-quoted-merge.txtar; infer TestHardExamples"},
	{"Y6", "", "specs/testdata/Y06-duplicate-topic.txtar"},
	{"Y7", "", "specs TestManyProblems; specs TestManyTopics"},
	{"Y8", "", "specs/testdata/Y08-Y09-nulls.txtar"},
	{"Y9", "", "specs/testdata/Y08-Y09-nulls.txtar"},
	{"Y10", "", "specs/testdata/Y10-second-document.txtar"},
	{"Y11", "", "specs/testdata/Y11-after-end.txtar"},
	{"Y12", "", "specs/testdata/Y12-no-spec.txtar"},
	{"Y13", "", "specs/testdata/Y13-unknown-key.txtar"},
	{"Y14", "", "specs/testdata/Y14-words-of-yaml-1.1.txtar"},
	{"Y15", "", "specs/testdata/Y15-not-a-text.txtar"},
	{"Y16", "", "specs/testdata/Y16-same-text-keys.txtar"},
	{"Y17", "", "specs/testdata/Y17-Y19-native-payload.txtar"},
	{"Y18", "", "specs/testdata/Y18-flow-json-1.txtar; specs/testdata/Y18-flow-json-2.txtar"},
	{"Y19", "", "specs/testdata/Y17-Y19-native-payload.txtar"},
	{"Y20", "", "specs/testdata/Y20-long-flow-key.txtar"},
	{"Y21", "", "specs/testdata/Y21-big-numbers.txtar"},
	{"Y22", "", "specs/testdata/Y22-tabs.txtar"},
	{"Y23", "", "specs/testdata/Y23-bom.txtar; specs/testdata/Y23-utf16.txtar"},
	{"Y24", "", "specs/testdata/Y24-bytes.txtar"},
	{"Y25", "", "specs/testdata/Y25-line-ends.txtar"},
	{"Y26", "", "specs/testdata/Y26-folded.txtar"},
	{"Y27", "", "specs/testdata/Y27-chomping.txtar"},
	{"Y28", "", "specs/testdata/Y28-comment.txtar"},
	{"Y29", "", "specs/testdata/Y29-tags.txtar"},
	{"Y30", "", "specs/testdata/Y30-depth.txtar"},
	{"Y31", "", "specs TestLibraryPanics"},
	{"Y32", "", "specs/testdata/Y01-Y03-Y32-aliases.txtar"},
	{"Y33", "", "specs TestLoadFiles"},

	{"J1", "", "infer/jsontext TestSuiteAccepted; infer/jsontext TestSuiteRejected"},
	{"J2", "", "infer/jsontext TestSuiteUndecided"},
	{"J3", "", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J4", "", "infer/testdata/J04-J06-numbers.txtar; emit/runtime/wire TestHardCases"},
	{"J5", "-0 is no int64, which would lose the sign: it is a Number", "infer/testdata/scalars.txtar; infer/testdata/J04-J06-numbers.txtar; emit/runtime/wire TestHardCases"},
	{"J6", "", "infer/testdata/scalars.txtar; infer/testdata/J04-J06-numbers.txtar; emit/runtime/wire TestHardCases"},
	{"J7", "", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J8", "", "infer TestHardExamples; infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},
	{"J9", "", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J10", "", "infer TestHardExamples; emit TestHarmless; emit/runtime/wire TestHardCases"},
	{"J11", "", "infer TestHardExamples; infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},
	{"J12", "", "infer TestHardExamples; emit/testdata/K07-K22-keys.txtar"},
	{"J13", "decoders refuse the mark, which RFC 8259 forbids to send; a receiver that wants to skip it cuts three bytes", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J14", "", "infer TestHardExamples; infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},
	{"J15", "a root that is a list, a scalar or null is an event as well; nothing at all is refused", "infer/testdata/roots.txtar; infer TestHardExamples"},
	{"J16", "", "specs TestLoadFiles; emit/runtime/wire TestHardCases"},
	{"J17", "a body's length bounds its elements: what decoding allocates is a small multiple of it", "emit/runtime/wire TestHardCases"},
	{"J18", "", "infer TestHardExamples"},
	{"J19", "", "infer/testdata/maps.txtar"},
	{"J20", "", "infer/testdata/unions.txtar"},
	{"J21", "", "infer/testdata/recursive.txtar"},
	{"J22", "deeper than 100 levels is refused, and no struct is without a name", "infer TestHardExamples; cmd/specimen TestGeneratedTypes"},

	{"K1", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K2", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K3", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K4", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K5", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K6", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K7", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName"},
	{"K8", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K9", "", "emit/testdata/K07-K22-keys.txtar"},
	{"K10", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K11", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName"},
	{"K12", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName"},
	{"K13", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen TestDeliveries"},
	{"K14", "names are a function of the key alone, so two that meet are a problem with the line to write, and a seventh key changes no other", "emit/names/testdata/fields-collide.txtar"},
	{"K15", "", "emit/testdata/keys.txtar; emit/testdata/K07-K22-keys.txtar; emit/runtime/wire TestHardCases"},
	{"K16", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoNameCutsLongKeys"},
	{"K17", "", "emit/testdata/keys.txtar; cmd/specimen FuzzInjection"},
	{"K18", "", "emit/names/testdata/types-collide.txtar"},
	{"K19", "members are told by generated code, never by their tags; one whose name no tag can say has none", "emit/testdata/keys.txtar"},
	{"K20", "", "emit/names/testdata/types-collide.txtar"},
	{"K21", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K22", "both are kept, under two names; a key is what the platform sends, so there is nothing to warn of", "emit/testdata/K07-K22-keys.txtar"},

	{"C1", "", "cmd/specimen FuzzInjection"},
	{"C2", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C3", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C4", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C5", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C6", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C7", "", "cmd/specimen FuzzInjection; emit/testdata/injection.txtar"},
	{"C8", "", "cmd/specimen FuzzInjection; cmd/specimen/internal/build TestPlatformNames; specs/testdata/C08-platform-names.txtar"},
	{"C9", "", "cmd/specimen FuzzInjection; specs/testdata/C09-words.txtar"},
	{"C10", "", "emit/testdata/C10-floats.txtar"},
	{"C11", "", "cmd/specimen FuzzInjection; specs/testdata/C11-terminal.txtar"},
	{"C12", "", "infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},

	{"T1", "two topics with one constant are a problem until the spec names one of them", "emit/names/testdata/T01-topic-names.txtar; emit/names/testdata/topics-collide.txtar; specs/testdata/T01-topic-constants.txtar; cmd/specimen/testdata/T01-topic-constants.txtar"},
	{"T2", "", "specs/testdata/T02-topic-names.txtar"},
	{"T3", "", "emit/testdata/T03-T10-topics.txtar; emit TestSlug"},
	{"T4", "", "emit/names/testdata/T01-topic-names.txtar; emit TestSlug"},
	{"T5", "Go files are not named after topics", "emit/testdata/T03-T10-topics.txtar; emit TestSlug; cmd/specimen FuzzInjection"},
	{"T6", "Go files are not named after topics", "emit/testdata/T03-T10-topics.txtar; emit TestSlug; cmd/specimen FuzzInjection"},
	{"T7", "", "emit TestSlug"},
	{"T8", "", "emit TestSlug; cmd/specimen FuzzInjection"},
	{"T9", "subtests are named after the files of examples", "emit/testdata/T03-T10-topics.txtar; cmd/specimen FuzzInjection"},
	{"T10", "one test has all examples as subtests", "emit/testdata/T03-T10-topics.txtar; cmd/specimen FuzzInjection"},
	{"T11", "", "specs TestManyTopics"},
	{"T12", "a topic that is not known is no error: it gives an UnknownEvent, which has the topic and the whole body", "cmd/specimen TestDeliveries"},

	{"F1", "", "cmd/specimen/internal/output TestWriteNames; emit TestSlug; cmd/specimen FuzzInjection"},
	{"F2", "", "specs/testdata/F02-out.txtar"},
	{"F3", "", "cmd/specimen/internal/output TestForeign; cmd/specimen/testdata/foreign.txtar"},
	{"F4", "the output folder and all in it; a link above it is the user's own", "cmd/specimen/internal/output TestForeign; cmd/specimen/internal/output TestOutputFolder"},
	{"F5", "", "cmd/specimen TestOutFileDevice; cmd/specimen TestOutFilePipe; cmd/specimen/internal/output TestForeign; cmd/specimen/internal/output TestForeignPipe; cmd/specimen/internal/output TestOutputFolder"},
	{"F6", "", "cmd/specimen/internal/output TestFullDisk; cmd/specimen/internal/output TestReadOnlyDisk; cmd/specimen/internal/output TestReadOnlyFolder; cmd/specimen/internal/output TestFailure; cmd/specimen TestVerbsOnFullDisk"},
	{"F7", "", "cmd/specimen/internal/rewrite TestInterrupted; cmd/specimen/internal/rewrite TestForgedJournal; cmd/specimen/internal/output TestCrash; cmd/specimen/internal/output TestKilled; cmd/specimen TestKilledGenerator; cmd/specimen TestEditFails; cmd/specimen TestEditKilled; cmd/specimen/testdata/journal.txtar"},
	{"F8", "", "cmd/specimen/internal/output TestTwoWriters; cmd/specimen TestTwoGenerators"},
	{"F9", "", "cmd/specimen/internal/output TestForeign; cmd/specimen/testdata/leftovers.txtar; cmd/specimen/testdata/check.txtar"},
	{"F10", "a generated file that somebody edited is stale like any other: check names it, generate replaces it, and its first line said so", "cmd/specimen/testdata/check.txtar"},
	{"F11", "", "cmd/specimen/internal/output TestWriteLeavesAlone; cmd/specimen/internal/build TestOrder; cmd/specimen/internal/build TestOrderOfFiles"},
	{"F12", "", "cmd/specimen/testdata/out-is-specs.txtar; cmd/specimen/internal/output TestForeign"},
	{"F13", "", "cmd/specimen/internal/output TestForeign; cmd/specimen/testdata/foreign.txtar"},
	{"F14", "", "cmd/specimen/internal/output TestLineEnds; cmd/specimen/internal/output TestWriteLeavesAlone; cmd/specimen/internal/output TestWriteNames"},
	{"F15", "", "cmd/specimen/internal/cli TestClosedOutput"},
	{"F16", "", "cmd/specimen/internal/cli TestPanic; cmd/specimen/internal/parallel TestPanic"},

	{"D1", "", "cmd/specimen TestDeliveries"},
	{"D2", "", "cmd/specimen TestDeliveries"},
	{"D3", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D4", "unknown members are kept, so that nothing of a delivery is lost, in memory that is a small multiple of the body", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D5", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D6", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D7", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D8", "", "emit/runtime/wire TestHardCases"},
	{"D9", "", "cmd/specimen TestGeneratedTypes"},
	{"D10", "", "emit/runtime/wire TestHardCases"},
	{"D11", "", "cmd/specimen TestDeliveries"},
	{"D12", "the text is kept as it came and Time says that it is none; that is no mismatch, as a string was wanted and came", "emit/runtime/wire TestHardCases"},
	{"D13", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D14", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D15", "", "emit/runtime/wire TestHardCases"},
	{"D16", "", "emit/runtime/wire TestHardCases"},
	{"D17", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D18", "", "cmd/specimen TestGeneratedTypes"},
	{"D19", "", "emit/runtime/wire TestHardCases"},
	{"D20", "", "cmd/specimen TestDeliveries"},
	{"D21", "", ".ci/run; cmd/specimen TestDeliveries"},
	{"D22", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},

	{"X1", "specs hold what public documents print; a payload from anywhere else is redacted before it becomes an example", ""},
	{"X2", "", "cmd/specimen/internal/platform TestShown; cmd/specimen FuzzInjection"},
	{"X3", "examples are files of testdata, and a long one has no literal; spec files have a limit", "specs TestLoadFiles"},
	{"X4", "a row is a few lines of one table, and what grows with an example has a limit: see X3", ""},
	{"X5", "an example is the literal block's text, whose line ends are LF; what is in a string is escaped there. A checkout that changes line ends is current, and .gitattributes in a package is left alone", "specs/testdata/Y25-line-ends.txtar; cmd/specimen/internal/output TestForeign; cmd/specimen/internal/output TestLineEnds"},
	{"X6", "", "emit/runtime/payloadtest TestFlaws"},
	{"X7", "", "infer/testdata/contradicted.txtar"},
	{"X8", "", "specs/testdata/examples.txtar; infer TestSameExamples"},
	{"X9", "", "cmd/specimen TestDeliveries"},
	{"X10", "examples stand in the spec; there are no files, links or addresses of them", "specs TestLoadFiles"},
	{"X11", "", "cmd/specimen TestDeliveries"},
	{"X12", "", "cmd/specimen TestDeliveries; .ci/run"},
}

// groups are the letters of the ids, and how many cases each has.
var groups = []struct {
	letter string
	cases  int
}{{"Y", 33}, {"J", 22}, {"K", 22}, {"C", 12}, {"T", 12}, {"F", 16}, {"D", 22}, {"X", 12}}

// TestHardCaseTable checks that every case has a row, that a row names archives and
// tests that exist, run on this system and are tied to the case, and that an archive
// named after a case is in its row: a reader finds the one from the other.
func TestHardCaseTable(t *testing.T) {
	var want, got []string
	for _, g := range groups {
		for i := range g.cases {
			want = append(want, g.letter+strconv.Itoa(i+1))
		}
	}
	rows := map[string]string{}
	for _, c := range hardCases {
		got = append(got, c.id)
		rows[c.id] = c.by
		if c.by == "" && c.why == "" {
			t.Errorf("%s: nothing holds it, and nothing says why", c.id)
		}
		for by := range strings.SplitSeq(c.by, "; ") {
			if by == "" {
				continue
			}
			if err := holds(by, c.id); err != nil {
				t.Errorf("%s: %v", c.id, err)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the table has the cases %v, want %v", got, want)
	}
	err := filepath.WalkDir("../..", func(name string, e fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".txtar" {
			return err
		}
		rel, err := filepath.Rel("../..", name)
		for _, id := range idsOf(path.Base(filepath.ToSlash(name))) {
			if !strings.Contains(rows[id], filepath.ToSlash(rel)) {
				t.Errorf("%s is not in the row of %s", rel, id)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

var leadingIDs = regexp.MustCompile(`^(?:[YJKCTFDX][0-9]{2}-)+`)

// idsOf returns the ids that a file is named after: Y17-Y19-native.txtar has two.
func idsOf(name string) []string {
	var ids []string
	for id := range strings.SplitSeq(strings.TrimSuffix(leadingIDs.FindString(name), "-"), "-") {
		if id != "" {
			ids = append(ids, id[:1]+strings.TrimPrefix(id[1:], "0"))
		}
	}
	return ids
}

// holds reports what is wrong with a place of a row: an archive that is named after
// the id or mentions it, or a folder and a test in it that is tied to the id.
func holds(by, id string) error {
	dir, test, isTest := strings.Cut(by, " ")
	if isTest {
		return testHolds(filepath.Join("../..", dir), test, id)
	}
	data, err := os.ReadFile(filepath.Join("../..", by))
	if err == nil && !mentions(string(data), id) && !slices.Contains(idsOf(path.Base(by)), id) {
		err = fmt.Errorf("%s does not mention it", by)
	}
	return err
}

// testHolds reports what is wrong with a test of a folder: that the go command does not
// run it on this system, or that the id is in neither its comment, its code, nor a
// table that its code uses.
func testHolds(dir, test, id string) error {
	pkg, err := build.Default.ImportDir(dir, 0)
	var none *build.NoGoError
	if err != nil && !errors.As(err, &none) {
		return err
	}
	fset, texts := token.NewFileSet(), make(map[string]string) // declarations, by name
	var found *ast.FuncDecl
	files := slices.Concat(pkg.TestGoFiles, pkg.XTestGoFiles)
	if runtime.GOOS != "linux" { // where all of them run
		files = append(files, slices.DeleteFunc(pkg.IgnoredGoFiles, func(name string) bool { return !strings.HasSuffix(name, "_test.go") })...)
	}
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, name, data, parser.ParseComments)
		if err != nil {
			return err
		}
		text := func(from, to token.Pos) string {
			return string(data[fset.Position(from).Offset:fset.Position(to).Offset])
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				texts[d.Name.Name] = text(d.Pos(), d.End())
				if d.Name.Name == test && d.Recv == nil {
					found = d
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if v, ok := s.(*ast.ValueSpec); ok {
						texts[v.Names[0].Name] = text(v.Pos(), v.End())
					}
				}
			}
		}
	}
	if found == nil {
		return fmt.Errorf("the go command runs no %s in %s", test, dir)
	}
	tied := mentions(found.Doc.Text()+texts[test], id)
	ast.Inspect(found.Body, func(n ast.Node) bool {
		if used, ok := n.(*ast.Ident); ok {
			tied = tied || mentions(texts[used.Name], id)
		}
		return !tied
	})
	if !tied {
		return fmt.Errorf("%s of %s does not mention it", test, dir)
	}
	return nil
}

func mentions(text, id string) bool { return regexp.MustCompile(`\b` + id + `\b`).MatchString(text) }
