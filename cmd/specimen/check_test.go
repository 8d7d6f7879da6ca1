package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
)

// sameGenerated checks that the generated files are those of a trial.
func (s *script) sameGenerated(tested map[string][]byte) {
	s.t.Helper()
	for _, name := range s.files("generated") {
		if name := strings.TrimPrefix(name, "generated/"); string(tested[name]) != string(s.read("generated/"+name)) {
			s.t.Errorf("%s is not what was tested", name)
		}
	}
}

// TestCheckRuns checks that check runs what the specs give on the examples, before it
// is written and after, and reports what fails there.
func TestCheckRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	dir := t.TempDir()
	s := &script{t: t, dir: dir}
	s.write("go.mod", []byte("module example.com/shop\n\ngo 1.26\n"))
	// Order holds an Order, behind a pointer.
	s.write("specs/acme/platform.yaml", []byte("platform: acme\ntitle: Acme\ntopic: {header: X}\ntypes: {Order: {at: [OrderEvent/order, Order/first, Order/last], why: one}}\n"))
	s.write("specs/acme/topics.yaml", []byte("topics:\n  orders/create:\n    event: Order\n    examples:\n      - name: one\n        payload: |\n          {\"order\": {\"id\": 1, \"price\": 1.50, \"note\": null, \"first\": {\"id\": 2, \"first\": null, \"last\": {\"last\": \"\"}}}}\n"))

	check := func(tests func(selfcheck.Trial) ([]selfcheck.Failure, error), args ...string) (int, string) {
		var out bytes.Buffer
		env := cli.Env{Stdout: cli.Stream{Writer: &out}, Stderr: cli.Stream{Writer: &out}, Dir: dir}
		return cli.Run(env, verbs(checker, tests), append([]string{"check"}, args...)), out.String()
	}
	// Before anything is written, it is what will be written, in a module of its own.
	var trials []selfcheck.Trial
	plan := func(x selfcheck.Trial) ([]selfcheck.Failure, error) {
		trials = append(trials, x)
		return nil, nil
	}
	if code, text := check(plan); code != cli.ExitFindings || strings.Count(text, "[missing-file]") != 5 || strings.Contains(text, "fails") {
		t.Errorf("exit %d\n%s", code, text)
	}
	if code, text := runIn(dir, "generate"); code != cli.ExitFine {
		t.Fatal(text)
	}
	s.sameGenerated(trials[0].Files)
	run := func(x selfcheck.Trial) ([]selfcheck.Failure, error) {
		trials = append(trials, x)
		return x.Run()
	}
	if code, text := check(run); code != cli.ExitFine || text != "" {
		t.Errorf("exit %d\n%s", code, text)
	}
	for i, place := range []string{"", s.dir + "/generated"} {
		if x := trials[i]; x.Dir != place || strings.Join(x.Packages, " ") != "example.com/shop/generated/acme" {
			t.Errorf("ran %s in %q", x.Packages, x.Dir)
		}
	}
	fails := func(selfcheck.Trial) ([]selfcheck.Failure, error) {
		return []selfcheck.Failure{
			{Package: "example.com/shop/generated/acme", Test: "TestExamples/orders-create/one"},
			{Package: "example.com/shop/generated/bcme"},
		}, nil
	}
	const want = `generated/acme: the generated code fails TestExamples/orders-create/one [failing-test]
      hint: this is a bug in specimen; please report it with the spec
generated/bcme: the generated code fails its own tests [failing-test]
      hint: this is a bug in specimen; please report it with the spec
`
	if code, text := check(fails); code != cli.ExitFindings || text != want {
		t.Errorf("exit %d\n%s", code, text)
	}
	if code, text := check(fails, "--quick"); code != cli.ExitFine || text != "" {
		t.Errorf("--quick: exit %d\n%s", code, text)
	}
	if code, text := check(func(selfcheck.Trial) ([]selfcheck.Failure, error) { return nil, os.ErrInvalid }); code != cli.ExitFailure {
		t.Errorf("exit %d\n%s", code, text)
	}
}
