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

// hardCases lists the hard cases of specs, examples, names, files and deliveries. An id
// such as Y7 in the comment of a test or in the name of an archive is one of this table.
// Each row says what the case is, and what holds it: an archive in testdata, or a folder
// and a test in it. Where the outcome may surprise, why explains it.
var hardCases = []struct{ id, what, why, by string }{
	{"Y1", "aliases that multiply", "", "specs/testdata/Y01-Y03-Y32-aliases.txtar"},
	{"Y2", "thousands of aliases of one list", "aliases are refused, so nothing is expanded", "specs TestManyProblems"},
	{"Y3", "an alias of its own anchor, and of no anchor", "", "specs/testdata/Y01-Y03-Y32-aliases.txtar; specs/testdata/Y03-unknown-anchor.txtar"},
	{"Y4", "a merge key", "", "specs/testdata/Y04-merge.txtar"},
	{"Y5", "a member named <<", "", "specs/testdata/Y05-quoted-merge.txtar; infer TestHardExamples"},
	{"Y6", "a topic listed twice", "", "specs/testdata/Y06-duplicate-topic.txtar"},
	{"Y7", "a mapping of many thousand keys takes linear time", "", "specs TestManyProblems; specs TestManyTopics"},
	{"Y8", "null where a name or a payload is expected", "", "specs/testdata/Y08-Y09-nulls.txtar"},
	{"Y9", "a key without a value", "", "specs/testdata/Y08-Y09-nulls.txtar"},
	{"Y10", "a second document in the file", "", "specs/testdata/Y10-second-document.txtar"},
	{"Y11", "text behind the end of the document", "", "specs/testdata/Y11-after-end.txtar"},
	{"Y12", "a file without a spec: empty, comments, a scalar, a list", "", "specs/testdata/Y12-no-spec.txtar"},
	{"Y13", "an unknown key, with the one that was probably meant", "", "specs/testdata/Y13-unknown-key.txtar"},
	{"Y14", "on, no, off and y stay strings", "", "specs/testdata/Y14-words-of-yaml-1.1.txtar"},
	{"Y15", "a topic that YAML reads as a time, date, number, null or boolean", "", "specs/testdata/Y15-not-a-text.txtar"},
	{"Y16", "keys that differ in YAML and have one text", "", "specs/testdata/Y16-same-text-keys.txtar"},
	{"Y17", "a payload that is a YAML mapping", "", "specs/testdata/Y17-Y19-native-payload.txtar"},
	{"Y18", "a payload in flow style with escapes that YAML does not have", "", "specs/testdata/Y18-flow-json-1.txtar; specs/testdata/Y18-flow-json-2.txtar"},
	{"Y19", "{a:1} as a payload", "", "specs/testdata/Y17-Y19-native-payload.txtar"},
	{"Y20", "a long quoted key in flow style", "", "specs/testdata/Y20-long-flow-key.txtar"},
	{"Y21", "integers beyond 64 bits", "", "specs/testdata/Y21-big-numbers.txtar"},
	{"Y22", "tabs, as indentation and inside a payload", "", "specs/testdata/Y22-tabs.txtar"},
	{"Y23", "byte order marks, and UTF-16", "", "specs/testdata/Y23-bom.txtar; specs/testdata/Y23-utf16.txtar"},
	{"Y24", "bytes that are not UTF-8, NUL and control characters", "", "specs/testdata/Y24-bytes.txtar"},
	{"Y25", "line ends: CR LF, CR, NEL, line separator", "", "specs/testdata/Y25-line-ends.txtar"},
	{"Y26", "a folded payload", "", "specs/testdata/Y26-folded.txtar"},
	{"Y27", "block scalars with chomping and indentation indicators", "", "specs/testdata/Y27-chomping.txtar"},
	{"Y28", "a comment that cuts off a text", "", "specs/testdata/Y28-comment.txtar"},
	{"Y29", "explicit tags", "", "specs/testdata/Y29-tags.txtar"},
	{"Y30", "deep nesting", "", "specs/testdata/Y30-depth.txtar"},
	{"Y31", "a panic of the YAML library", "", "specs TestLibraryPanics"},
	{"Y32", "an anchor in one example and its alias in another", "", "specs/testdata/Y01-Y03-Y32-aliases.txtar"},
	{"Y33", "huge files, devices, pipes, folders, no files", "", "specs TestLoadFiles"},

	{"J1", "the accepted and the rejected texts of JSONTestSuite", "", "infer/jsontext TestSuiteAccepted; infer/jsontext TestSuiteRejected"},
	{"J2", "the texts of JSONTestSuite that are up to the parser", "", "infer/jsontext TestSuiteUndecided"},
	{"J3", "arrays and objects nested 100,000 deep", "", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J4", "numbers with huge exponents", "", "infer/testdata/J04-J06-numbers.txtar; emit/runtime/wire TestHardCases"},
	{"J5", "-0, 0.0, -0.0 and 1.0", "-0 is no int64, which would lose the sign: it is a Number", "infer/testdata/scalars.txtar; infer/testdata/J04-J06-numbers.txtar; emit/runtime/wire TestHardCases"},
	{"J6", "integers at and beyond the limits of float64 and int64", "", "infer/testdata/scalars.txtar; infer/testdata/J04-J06-numbers.txtar; emit/runtime/wire TestHardCases"},
	{"J7", "a number of a million digits", "", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J8", "half a surrogate pair, in a value and in two names", "", "infer TestHardExamples; infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},
	{"J9", "bytes that are not UTF-8", "", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J10", "NUL in a name or value", "", "infer TestHardExamples; emit TestHarmless; emit/runtime/wire TestHardCases"},
	{"J11", "a member that occurs twice", "", "infer TestHardExamples; infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},
	{"J12", "two Unicode normal forms of one name", "", "infer TestHardExamples; emit/testdata/K07-K22-keys.txtar"},
	{"J13", "a byte order mark before the JSON", "decoders refuse the mark, which RFC 8259 forbids to send; a receiver that wants to skip it cuts three bytes", "infer TestHardExamples; emit/runtime/wire TestHardCases"},
	{"J14", "text behind the value: another value, a comment", "", "infer TestHardExamples; infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},
	{"J15", "a payload that is empty, null, a list or a scalar", "a root that is a list, a scalar or null is an event as well; nothing at all is refused", "infer/testdata/roots.txtar; infer TestHardExamples"},
	{"J16", "a string of 100 MB", "", "specs TestLoadFiles; emit/runtime/wire TestHardCases"},
	{"J17", "a million empty objects in a list", "a body's length bounds its elements: what decoding allocates is a small multiple of it", "emit/runtime/wire TestHardCases"},
	{"J18", "an object of 500 to 100,000 members", "", "infer TestHardExamples"},
	{"J19", "a member that is only ever {}, [] or null", "", "infer/testdata/maps.txtar"},
	{"J20", "a list of mixed elements", "", "infer/testdata/unions.txtar"},
	{"J21", "a payload that contains objects of its own type", "", "infer/testdata/recursive.txtar"},
	{"J22", "2,000 nested objects", "deeper than 100 levels is refused, and no struct is without a name", "infer TestHardExamples; cmd/specimen TestGeneratedTypes"},

	{"K1", "the name \"\"", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K2", "the name -", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K3", "a name with a comma", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K4", "names with quotes, backslashes and emoji", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K5", "a name with a backtick", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K6", "a name with a newline or control character", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K7", "a name with a space", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName"},
	{"K8", "keywords of Go", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K9", "predeclared identifiers of Go", "", "emit/testdata/K07-K22-keys.txtar"},
	{"K10", "a name in a script without upper case", "", "emit/testdata/keys.txtar; emit/names TestGoName"},
	{"K11", "combining marks, letter numbers, joiners, right-to-left text", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName"},
	{"K12", "names that begin with a digit or sign", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName"},
	{"K13", "+1 and -1 in one object", "", "emit/testdata/keys.txtar; emit/names TestGoName; cmd/specimen TestDeliveries"},
	{"K14", "names that give one Go name", "names are a function of the key alone, so two that meet are a problem with the line to write, and a seventh key changes no other", "emit/names/testdata/fields-collide.txtar"},
	{"K15", "names that are equal under case folding", "", "emit/testdata/keys.txtar; emit/testdata/K07-K22-keys.txtar; emit/runtime/wire TestHardCases"},
	{"K16", "a name of 100 kB", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoNameCutsLongKeys"},
	{"K17", "names of methods and helpers", "", "emit/testdata/keys.txtar; cmd/specimen FuzzInjection"},
	{"K18", "a type named like a constant, topic or helper", "", "emit/names/testdata/types-collide.txtar"},
	{"K19", "two members with one JSON tag", "members are told by generated code, never by their tags; one whose name no tag can say has none", "emit/testdata/keys.txtar"},
	{"K20", "a list and a member whose types would have one name", "", "emit/names/testdata/types-collide.txtar"},
	{"K21", "__proto__, constructor, init, main, _", "", "emit/testdata/K07-K22-keys.txtar; emit/names TestGoName; cmd/specimen FuzzInjection"},
	{"K22", "names that look alike", "both are kept, under two names; a key is what the platform sends, so there is nothing to warn of", "emit/testdata/K07-K22-keys.txtar"},

	{"C1", "a description that closes a comment", "", "cmd/specimen FuzzInjection"},
	{"C2", "a description that looks like a directive", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C3", "line ends inside a description", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C4", "a description that looks like a marker of tools", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C5", "a description with a byte order mark, NUL or invalid UTF-8", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C6", "invisible and bidirectional characters", "", "cmd/specimen FuzzInjection; emit TestHarmless"},
	{"C7", "values with quotes, backticks and verbs of fmt", "", "cmd/specimen FuzzInjection; emit/testdata/injection.txtar"},
	{"C8", "a platform name that is not a package name", "", "cmd/specimen FuzzInjection; cmd/specimen/internal/build TestPlatformNames; specs/testdata/C08-platform-names.txtar"},
	{"C9", "a decision that is not one of the type words", "", "cmd/specimen FuzzInjection; specs/testdata/C09-words.txtar"},
	{"C10", "a float that Go source cannot express", "", "emit/testdata/C10-floats.txtar"},
	{"C11", "escape sequences of terminals in messages", "", "cmd/specimen FuzzInjection; specs/testdata/C11-terminal.txtar"},
	{"C12", "values of payloads in messages", "", "infer/testdata/strict.txtar; emit/runtime/wire TestHardCases"},

	{"T1", "topics that give one constant", "two topics with one constant are a problem until the spec names one of them", "emit/names/testdata/T01-topic-names.txtar; emit/names/testdata/topics-collide.txtar; specs/testdata/T01-topic-constants.txtar; cmd/specimen/testdata/T01-topic-constants.txtar"},
	{"T2", "empty, blank and overlong topics", "", "specs/testdata/T02-topic-names.txtar"},
	{"T3", "topics in other scripts", "", "emit/testdata/T03-T10-topics.txtar; emit TestSlug"},
	{"T4", "topics that are equal under case folding", "", "emit/names/testdata/T01-topic-names.txtar; emit TestSlug"},
	{"T5", "a topic that ends in _test", "Go files are not named after topics", "emit/testdata/T03-T10-topics.txtar; emit TestSlug; cmd/specimen FuzzInjection"},
	{"T6", "a topic that ends in a system or processor", "Go files are not named after topics", "emit/testdata/T03-T10-topics.txtar; emit TestSlug; cmd/specimen FuzzInjection"},
	{"T7", "a topic that begins with a dot or underscore", "", "emit TestSlug"},
	{"T8", "names that Windows reserves", "", "emit TestSlug; cmd/specimen FuzzInjection"},
	{"T9", "names of subtests", "subtests are named after the files of examples", "emit/testdata/T03-T10-topics.txtar; cmd/specimen FuzzInjection"},
	{"T10", "test functions of topics in lower case", "one test has all examples as subtests", "emit/testdata/T03-T10-topics.txtar; cmd/specimen FuzzInjection"},
	{"T11", "5,000 topics", "", "specs TestManyTopics"},
	{"T12", "a topic that is not documented", "a topic that is not known is no error: it gives an UnknownEvent, which has the topic and the whole body", "cmd/specimen TestDeliveries"},

	{"F1", "names that look like paths", "", "cmd/specimen/internal/output TestWriteNames; emit TestSlug; cmd/specimen FuzzInjection"},
	{"F2", "a spec that names an output folder", "", "specs/testdata/F02-out.txtar"},
	{"F3", "a file in the output folder that is not generated", "", "cmd/specimen/internal/output TestForeign; cmd/specimen/testdata/foreign.txtar"},
	{"F4", "a symbolic link in the output folder", "the output folder and all in it; a link above it is the user's own", "cmd/specimen/internal/output TestForeign; cmd/specimen/internal/output TestOutputFolder"},
	{"F5", "a folder, pipe or device in place of a file", "", "cmd/specimen TestOutFileDevice; cmd/specimen TestOutFilePipe; cmd/specimen/internal/output TestForeign; cmd/specimen/internal/output TestForeignPipe; cmd/specimen/internal/output TestOutputFolder"},
	{"F6", "a full or read-only disk", "", "cmd/specimen/internal/output TestFullDisk; cmd/specimen/internal/output TestReadOnlyDisk; cmd/specimen/internal/output TestReadOnlyFolder; cmd/specimen/internal/output TestFailure; cmd/specimen TestVerbsOnFullDisk"},
	{"F7", "a run that is killed", "", "cmd/specimen/internal/rewrite TestInterrupted; cmd/specimen/internal/rewrite TestForgedJournal; cmd/specimen/internal/output TestCrash; cmd/specimen/internal/output TestKilled; cmd/specimen TestKilledGenerator; cmd/specimen TestEditFails; cmd/specimen TestEditKilled; cmd/specimen/testdata/journal.txtar"},
	{"F8", "two runs at once", "", "cmd/specimen/internal/output TestTwoWriters; cmd/specimen TestTwoGenerators"},
	{"F9", "files of a topic or platform that is gone", "", "cmd/specimen/internal/output TestForeign; cmd/specimen/testdata/leftovers.txtar; cmd/specimen/testdata/check.txtar"},
	{"F10", "a generated file that was edited", "a generated file that somebody edited is stale like any other: check names it, generate replaces it, and its first line said so", "cmd/specimen/testdata/check.txtar"},
	{"F11", "unchanged files keep their time; the same specs give the same bytes", "", "cmd/specimen/internal/output TestWriteLeavesAlone; cmd/specimen/internal/build TestOrder; cmd/specimen/internal/build TestOrderOfFiles"},
	{"F12", "an output folder that holds the specs", "", "cmd/specimen/testdata/out-is-specs.txtar; cmd/specimen/internal/output TestForeign"},
	{"F13", "another package in the output folder", "", "cmd/specimen/internal/output TestForeign; cmd/specimen/testdata/foreign.txtar"},
	{"F14", "permissions, line ends, case-insensitive file systems", "", "cmd/specimen/internal/output TestLineEnds; cmd/specimen/internal/output TestWriteLeavesAlone; cmd/specimen/internal/output TestWriteNames"},
	{"F15", "a closed standard output", "", "cmd/specimen/internal/cli TestClosedOutput"},
	{"F16", "a panic", "", "cmd/specimen/internal/cli TestPanic; cmd/specimen/internal/parallel TestPanic"},

	{"D1", "deep bodies decode in linear time", "", "cmd/specimen TestDeliveries"},
	{"D2", "decoders that call themselves through encoding/json", "", "cmd/specimen TestDeliveries"},
	{"D3", "the length of a body is limited", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D4", "200,000 unknown members", "unknown members are kept, so that nothing of a delivery is lost, in memory that is a small multiple of the body", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D5", "a root of another kind", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D6", "null for a field of a struct that is used again", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D7", "the rest of a body after a mismatch", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D8", "a string for a number, a number for a string", "", "emit/runtime/wire TestHardCases"},
	{"D9", "no field has the tag option string", "", "cmd/specimen TestGeneratedTypes"},
	{"D10", "5.0 and 5e0 for an integer", "", "emit/runtime/wire TestHardCases"},
	{"D11", "an enum value that the spec does not list", "", "cmd/specimen TestDeliveries"},
	{"D12", "timestamps in other layouts", "the text is kept as it came and Time says that it is none; that is no mismatch, as a string was wanted and came", "emit/runtime/wire TestHardCases"},
	{"D13", "members that differ in case only", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D14", "text behind a body", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D15", "a number too long to convert", "", "emit/runtime/wire TestHardCases"},
	{"D16", "names chosen to collide in hash tables", "", "emit/runtime/wire TestHardCases"},
	{"D17", "concurrent decoding", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},
	{"D18", "no field is a []byte or an array", "", "cmd/specimen TestGeneratedTypes"},
	{"D19", "re-encoding keeps number text, null, absence and unknown members", "", "emit/runtime/wire TestHardCases"},
	{"D20", "the signed bytes are those of the body", "", "cmd/specimen TestDeliveries"},
	{"D21", "the same results with encoding/json/v2", "", ".ci/run; cmd/specimen TestDeliveries"},
	{"D22", "accessors of absent values do not panic", "", "emit/runtime/wire TestHardCases; cmd/specimen TestDeliveries"},

	{"X1", "live tokens and personal data in examples", "specs hold what public documents print; a payload from anywhere else is redacted before it becomes an example", ""},
	{"X2", "values of examples in comments and constants", "", "cmd/specimen/internal/platform TestShown; cmd/specimen FuzzInjection"},
	{"X3", "examples of many megabytes", "examples are files of testdata, and a long one has no literal; spec files have a limit", "specs TestLoadFiles"},
	{"X4", "many thousand examples", "a row is a few lines of one table, and what grows with an example has a limit: see X3", ""},
	{"X5", "examples with backticks, CR LF, byte order marks", "an example is the literal block's text, whose line ends are LF; what is in a string is escaped there. A checkout that changes line ends is current, and .gitattributes in a package is left alone", "specs/testdata/Y25-line-ends.txtar; cmd/specimen/internal/output TestForeign; cmd/specimen/internal/output TestLineEnds"},
	{"X6", "generated tests check more than the absence of errors", "", "emit/runtime/payloadtest TestFlaws"},
	{"X7", "an example that contradicts a decision", "", "infer/testdata/contradicted.txtar"},
	{"X8", "two equal examples, two examples of one name", "", "specs/testdata/examples.txtar; infer TestSameExamples"},
	{"X9", "tests do not depend on zone, locale, order, folder or network", "", "cmd/specimen TestDeliveries"},
	{"X10", "examples outside of the spec", "examples stand in the spec; there are no files, links or addresses of them", "specs TestLoadFiles"},
	{"X11", "payloads that are known to break generators", "", "cmd/specimen TestDeliveries"},
	{"X12", "generated code passes vet and compiles for 32 bits", "", "cmd/specimen TestDeliveries; .ci/run"},
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
		if c.what == "" {
			t.Errorf("%s: nothing says what it is", c.id)
		}
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
