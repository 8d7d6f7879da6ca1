package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// workflow is what the tests look at in a workflow of GitHub.
type workflow struct {
	On          map[string]any
	Permissions map[string]string
	Jobs        map[string]job
}

type job struct {
	Permissions map[string]string
	Steps       []step
}

type step struct {
	Uses, Run string
	Env       map[string]string
}

// readmeWorkflow returns the workflow of README.
func readmeWorkflow(t *testing.T) workflow {
	t.Helper()
	var w workflow
	if err := yaml.Unmarshal([]byte(blocks(section(readme(t), "Review a spec change"), "yaml")[0]), &w); err != nil {
		t.Fatal(err)
	}
	if len(w.Jobs["diff"].Steps) < 3 || len(w.Jobs["comment"].Steps) < 2 {
		t.Fatalf("README says something else: %v", w)
	}
	return w
}

// TestReadmeWorkflowIsSafe checks that no text of a pull request becomes a part of a
// script, and that code of one runs without a token that can write.
func TestReadmeWorkflowIsSafe(t *testing.T) {
	t.Parallel()
	w := readmeWorkflow(t)
	if len(w.On) != 1 || w.On["pull_request"] == nil {
		t.Errorf("it runs on %v; want pull_request alone, whose token cannot write where the code is foreign", w.On)
	}
	if !maps.Equal(w.Permissions, map[string]string{"contents": "read"}) {
		t.Errorf("permissions: %v", w.Permissions)
	}
	harmless := strings.NewReplacer("${{ github.token }}", "", "${{ github.repository }}", "", "${{ github.event.pull_request.number }}", "")
	for name, j := range w.Jobs {
		writes := slices.Contains(slices.Collect(maps.Values(j.Permissions)), "write")
		for _, s := range j.Steps {
			if strings.Contains(s.Run, "${{") {
				t.Errorf("%s: an expression becomes a part of the script:\n%s", name, s.Run)
			}
			for key, value := range s.Env {
				if strings.Contains(harmless.Replace(value), "${{") {
					t.Errorf("%s: %s has more than ids and the token: %s", name, key, value)
				}
			}
			runsCode := strings.HasPrefix(s.Uses, "actions/checkout") || strings.Contains(s.Run, "specimen diff") || strings.Contains(s.Run, "go ")
			if writes && runsCode {
				t.Errorf("%s can write, and has code of the pull request: %+v", name, s)
			}
		}
	}
}

// fakeGH stands for the command gh. It keeps comments in a file, and notes its calls.
const fakeGH = `#!/bin/sh
set -e
echo "$*" >> "$FAKE/calls"
method=GET
while [ $# -gt 0 ]; do
	case "$1" in
	api | --paginate | --silent) ;;
	--method) method=$2; shift ;;
	--jq) filter=$2; shift ;;
	--field) field=$2; shift ;;
	*) path=$1 ;;
	esac
	shift
done
case $method in
GET) jq -r "$filter" "$FAKE/comments.json"; exit ;;
POST) change='. + [{id: 77, user: {login: "github-actions[bot]"}, body: $body}]' ;;
PATCH) change='map(if (.id | tostring) == $id then .body = $body else . end)' ;;
esac
jq --rawfile body "${field#body=@}" --arg id "${path##*/}" "$change" "$FAKE/comments.json" > "$FAKE/changed.json"
mv "$FAKE/changed.json" "$FAKE/comments.json"
`

// comment is a comment of a pull request.
type comment struct {
	ID   int                    `json:"id"`
	User struct{ Login string } `json:"user"`
	Body string                 `json:"body"`
}

// TestReadmeWorkflow runs the scripts of the workflow in a repository, for two states of
// a pull request: the first makes one comment among others, the second edits it.
func TestReadmeWorkflow(t *testing.T) {
	t.Parallel()
	w := readmeWorkflow(t)
	r := newScratch(t, "bash", "jq", "git")
	r.put(".bin/gh", fakeGH)
	others := `[{"id": 5, "user": {"login": "mallory"}, "body": "<!-- specimen -->\nmine"}, {"id": 6, "user": {"login": "github-actions[bot]"}, "body": "of another workflow"}]`
	r.put(".fake/comments.json", others)
	r.put("specs/acme/platform.yaml", hookSpec("12"))
	r.git("add", "specs")
	r.git("commit", "-qm", "base")
	for i, price := range []string{"12.5", "null"} {
		r.put("specs/acme/platform.yaml", hookSpec("12"), hookExample(price))
		r.git("add", "specs")
		if i == 0 {
			r.git("commit", "-qm", "change")
		} else {
			r.git("commit", "-q", "--amend", "-m", "change")
		}
		diff, comment := scripts(w.Jobs["diff"]), scripts(w.Jobs["comment"])
		if code, out := r.step(diff[0]); code != 0 {
			t.Fatal(out)
		}
		if code, out := r.step(diff[1]); code != 1 || !strings.Contains(out, "::error file=specs/acme/platform.yaml,line=") {
			t.Errorf("exit %d:\n%s", code, out)
		}
		if code, out := r.step(comment[0]); code != 0 {
			t.Fatal(out)
		}
	}
	r.comments(others, "may now be null")
	if summary := r.read(".fake/summary"); strings.Count(summary, "**specimen**: **major**") != 2 {
		t.Errorf("the summary is\n%s", summary)
	}
}

// comments checks that there is one comment besides others, and how it came about.
func (r *scratch) comments(others, text string) {
	r.t.Helper()
	var all, before []comment
	if err := json.Unmarshal([]byte(r.read(".fake/comments.json")), &all); err != nil {
		r.t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(others), &before); err != nil {
		r.t.Fatal(err)
	}
	if len(all) != 3 || !slices.Equal(all[:2], before) || !strings.HasPrefix(all[2].Body, "<!-- specimen -->\n**specimen**") || !strings.Contains(all[2].Body, text) {
		r.t.Errorf("the comments are %+v", all)
	}
	var calls []string
	for line := range strings.Lines(r.read(".fake/calls")) {
		if fields := strings.Fields(line); strings.Contains(line, "--method") {
			calls = append(calls, strings.Join(fields[2:4], " "))
		}
	}
	if want := []string{"POST repos/acme/hooks/issues/12/comments", "PATCH repos/acme/hooks/issues/comments/77"}; !slices.Equal(calls, want) {
		r.t.Errorf("gh was called with %q, want %q", calls, want)
	}
}

// scripts returns the steps of a job that run something.
func scripts(j job) []step {
	return slices.DeleteFunc(slices.Clone(j.Steps), func(s step) bool { return s.Run == "" })
}

// hookSpec is the spec of a platform with an order that has a price.
func hookSpec(price string) string {
	return "platform: acme\ntitle: Acme\ntopic: {header: X-Topic}\ntopics:\n  orders/create:\n    event: Order\n    examples:\n" +
		fmt.Sprintf("      - name: first\n        payload: |\n          {\"id\": 1, \"price\": %s}\n", price)
}

// hookExample is one more example of the spec.
func hookExample(price string) string {
	return fmt.Sprintf("      - name: second\n        payload: |\n          {\"id\": 1, \"price\": %s}\n", price)
}

// TestReadmeHook commits with README's hook: what is staged counts, and not what is in the
// working tree.
func TestReadmeHook(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	r := newScratch(t, "sh", "git")
	i := slices.IndexFunc(blocks(section(readme(t), "Review a spec change"), "sh"), func(b string) bool { return strings.HasPrefix(b, "#!") })
	r.put(".git/hooks/pre-commit", blocks(section(readme(t), "Review a spec change"), "sh")[i])
	commit := func(want int, says string) {
		t.Helper()
		if code, out := r.run(nil, "git", "commit", "-qm", "x"); code != want || !strings.Contains(out, says) {
			t.Errorf("exit %d, want %d, with %q:\n%s", code, want, says, out)
		}
	}
	r.put("go.mod", "module example.com/hooks\n\ngo 1.26\n")
	r.put("specs/acme/platform.yaml", hookSpec("12"))
	r.generate()
	r.git("add", ".gitignore", "go.mod", "specs", "generated")
	commit(0, "") // good

	r.put("specs/acme/platform.yaml", hookSpec("12"), hookExample("12.5"))
	r.git("add", "specs")
	commit(1, "generated/acme/types.go: out of date") // no generate

	r.generate()
	commit(1, "generated/acme/types.go: out of date") // the result is not staged
	r.git("add", "generated")
	r.put("specs/acme/platform.yaml", "platform: acme\n")
	commit(0, "") // only the working tree has errors

	r.git("add", "specs")
	commit(1, `specs/acme/platform.yaml:1:1: the platform has no "title"`)
	r.git("reset", "-q")
	r.put("notes", "x")
	r.git("add", "notes")
	commit(0, "") // nothing of specs
}

// scratch is a repository with programs of its own.
type scratch struct {
	t   *testing.T
	dir string
}

func newScratch(t *testing.T, needs ...string) *scratch {
	t.Helper()
	for _, name := range needs {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("there is no %s", name)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := &scratch{t, t.TempDir()}
	r.put(".bin/specimen", "#!/bin/sh\nSPECIMEN_TEST_MAIN=1 exec '"+self+"' \"$@\"\n")
	r.put(".gitignore", ".bin\n.fake\nspecimen.md\ncomment.md\n")
	r.git("init", "-q", "-b", "main")
	return r
}

// put writes a file. In scripts, the program under test takes the place of the tool of the
// module.
func (r *scratch) put(name string, parts ...string) {
	r.t.Helper()
	name = filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		r.t.Fatal(err)
	}
	text := strings.ReplaceAll(strings.Join(parts, ""), "go tool specimen", "specimen")
	if err := os.WriteFile(name, []byte(text), 0o777); err != nil {
		r.t.Fatal(err)
	}
}

func (r *scratch) read(name string) string {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(name)))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

// run runs a program with more of an environment, and returns its exit code and output.
func (r *scratch) run(env []string, name string, args ...string) (code int, text string) {
	r.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = r.dir
	inherited := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "GIT_") })
	cmd.Env = slices.Concat(inherited, []string{
		"PATH=" + filepath.Join(r.dir, ".bin") + string(os.PathListSeparator) + os.Getenv("PATH"), "FAKE=" + filepath.Join(r.dir, ".fake"),
		"GITHUB_STEP_SUMMARY=" + filepath.Join(r.dir, ".fake/summary"), "GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com", "GOWORK=off",
	}, env)
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState == nil {
		r.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

func (r *scratch) git(args ...string) {
	r.t.Helper()
	if code, out := r.run(nil, "git", args...); code != 0 {
		r.t.Fatalf("git %v:\n%s", args, out)
	}
}

func (r *scratch) generate() {
	r.t.Helper()
	if code, out := runIn(r.dir, "generate"); code != 0 {
		r.t.Fatal(out)
	}
}

// step runs a step of a workflow, as GitHub does.
func (r *scratch) step(s step) (code int, text string) {
	r.t.Helper()
	values := strings.NewReplacer("${{ github.token }}", "t0", "${{ github.repository }}", "acme/hooks", "${{ github.event.pull_request.number }}", "12")
	var env []string
	for key, value := range s.Env {
		env = append(env, key+"="+values.Replace(value))
	}
	r.put(".fake/step.sh", s.Run)
	return r.run(env, "bash", "-e", ".fake/step.sh")
}
