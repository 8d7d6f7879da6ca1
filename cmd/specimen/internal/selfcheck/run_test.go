package selfcheck

import (
	"fmt"
	"os"
	"testing"
)

// TestRun stages a module and holds that the tests that fail are found, and only
// they (R18).
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Setenv("GOPROXY", "off")
	dir, err := Stage(map[string][]byte{
		"payload/payload.go":       []byte("package payload\n\nconst Name = \"p\"\n"),
		"fine/fine.go":             []byte("package fine\n"),
		"fine/fine_test.go":        []byte("package fine\n\nimport (\n\t\"os\"\n\t\"testing\"\n\n\t\"example.com/gen/payload\"\n)\n\nfunc TestFine(t *testing.T) {\n\tif _, err := os.ReadFile(\"testdata/\" + payload.Name); err != nil {\n\t\tt.Fatal(err)\n\t}\n}\n"),
		"fine/testdata/p":          []byte("x"),
		"broken/broken.go":         []byte("package broken\n"),
		"broken/broken_test.go":    []byte("package broken\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) {\n\tt.Run(\"one\", func(*testing.T) {})\n\tt.Run(\"two\", func(t *testing.T) { t.Error(\"no\") })\n}\n"),
		"unbuilt/unbuilt.go":       []byte("package unbuilt\n\nvar x int = \"\"\n"),
		"unbuilt/unbuilt_test.go":  []byte("package unbuilt\n"),
		"panics/panics_test.go":    []byte("package panics\n\nimport \"testing\"\n\nfunc TestP(*testing.T) { panic(1) }\n"),
		"panics/panics.go":         []byte("package panics\n"),
		"untested/untested.go":     []byte("package untested\n"),
		"untested/other/readme.md": nil,
	}, "example.com/gen", "1.26")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	failed, err := Run(dir, []string{
		"example.com/gen/fine", "example.com/gen/broken", "example.com/gen/unbuilt", "example.com/gen/panics", "example.com/gen/untested",
	})
	const want = "[{example.com/gen/broken TestA/two} {example.com/gen/panics TestP} {example.com/gen/unbuilt }]"
	if err != nil || fmt.Sprint(failed) != want {
		t.Errorf("got %v, %v, want %s", failed, err, want)
	}
	if err := os.Remove(dir + "/go.mod"); err != nil {
		t.Fatal(err)
	}
	if failed, err := Run(dir, []string{"example.com/gen/fine"}); err == nil && len(failed) == 0 {
		t.Error("nothing is wrong with a folder in no module")
	}
}
