package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// unfinished are command lines, and what can stand at their end.
var unfinished = []struct{ line, want string }{
	{"gen", "generate"},
	{"complet", "completion"}, // not complete, which programs call
	{"nothing ", ""},
	{"--v", "--version"},
	{"help ru", "rules"},
	{"completion ", "bash zsh fish"},
	{"generate ", "acme beta"},
	{"generate acme ", "beta"},
	{"generate --specs specs b", "beta"},
	{"generate --specs nowhere b", ""},
	{"check --qu", "--quick"},
	{"list -", "--specs --format --json --verbose -v --help"},
	{"suggest -w", "-w"},
	{"suggest --we", "--weak"},
	{"check --format g", "github"},
	{"check --format=", "--format=text --format=json --format=github"},
	{"check -- --q", ""},
	{"explain b", "beta"},
	{"explain acme x/", "x/y"},
	{"explain acme XE", "XEvent XEvent/"},
	{"explain acme XEvent/", "XEvent/id XEvent/price"},
	{"explain acme XEvent/id ", ""},
	{"schema acme --topic repo", "repo:push"},
	{"schema acme --topic repo:p", "repo:push"},
	{"schema acme --event ", "Repo X Z"},
	{"observe acme ", ":files"},
	{"fmt ac", "acme :files"},
	{"add acme z", "z/y :files"},
	{"generate --out ", ":dirs"},
	{"generate --out=", ":dirs"},
	{"diff --against ", "HEAD trunk v1.0.0"},
	{"diff --against t", "trunk"},
	{"report --against=v", "--against=v1.0.0"},
	{"report --specs nowhere --against ", ""},
}

// completed returns the folder in which command lines are completed, a git repository.
func completed(t *testing.T) *script {
	t.Helper()
	s := editable(t)
	s.write("specs/acme/repo.yaml", []byte("topics:\n  repo:push:\n    about: A push.\n    event: Repo\n    examples:\n      - name: one\n        payload: |\n          {\"ref\": 1}\n"))
	s.git(strings.Fields("init -q"))
	s.git(strings.Fields("checkout -q -b trunk"))
	s.git(strings.Fields("commit -q --allow-empty -m one"))
	s.git(strings.Fields("tag v1.0.0"))
	return s
}

// TestComplete checks what is proposed at the end of command lines.
func TestComplete(t *testing.T) {
	t.Parallel()
	s := completed(t)
	for _, c := range unfinished {
		code, text := runIn(s.dir, append([]string{"complete", "--"}, strings.Split(c.line, " ")...)...)
		var got []string
		for line := range strings.Lines(text) {
			word, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			got = append(got, word)
		}
		if code != cli.ExitFine || !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%q: exit %d, %q, want %q", c.line, code, got, c.want)
		}
	}
}

// shells are programs that complete the command lines that follow their name. They print a
// line of words for each.
var shells = map[string]string{
	"bash": `
source <(specimen completion bash) || exit
for line; do
	COMP_LINE=$line COMP_POINT=${#line}
	_specimen 2>/dev/null # which also speaks to readline, and there is none
	echo "${COMPREPLY[@]}"
done
`,
	"zsh": `
compdef() { :; }
compset() { PREFIX=${PREFIX#*=} }
compadd() {
	while [[ $1 != -- ]]; do shift; done; shift
	for w; do [[ $w == $PREFIX* ]] && found+=($w); done
}
_files() { if [[ $1 == -/ ]]; then found+=(:dirs); else found+=(:files); fi }
source <(specimen completion zsh) || exit
for line; do
	words=("${(@s: :)line}") CURRENT=$#words PREFIX=$words[-1] found=()
	[[ $line == *' ' ]] && words[-1]='' PREFIX=
	_specimen
	print -r -- $found
done
`,
	"fish": `
specimen completion fish | source; or exit
for line in $argv
	echo (complete -C $line | string replace -r '\t.*' '')
end
`,
}

// TestBashAlias completes the arguments of an alias, whose name no program has.
func TestBashAlias(t *testing.T) {
	t.Parallel()
	path, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	cmd := exec.Command(path, "-c", `
alias hooks="env specimen" && source <(specimen completion bash) || exit
COMP_LINE="hooks check --qu" COMP_POINT=16
_specimen 2>/dev/null
echo "${COMPREPLY[@]}"
`)
	cmd.Dir, cmd.Env = completed(t).dir, append(os.Environ(), "PATH="+withProgram(t), "HOME="+t.TempDir())
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "--quick\n" {
		t.Errorf("it completes %q, %v; want --quick", out, err)
	}
}

// TestShells completes command lines in the shells that are installed.
func TestShells(t *testing.T) {
	t.Parallel()
	for shell, program := range shells {
		t.Run(shell, func(t *testing.T) {
			t.Parallel()
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skip("there is no " + shell)
			}
			s := completed(t)
			args := []string{"--no-config", "-c", program}
			if shell != "fish" {
				args = []string{"-c", program, shell}
			}
			for _, c := range unfinished {
				args = append(args, "specimen "+c.line)
			}
			cmd := exec.Command(path, args...)
			cmd.Dir, cmd.Env = s.dir, append(os.Environ(), "PATH="+withProgram(t), "HOME="+t.TempDir())
			out, err := cmd.CombinedOutput()
			lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
			if err != nil || len(lines) != len(unfinished) {
				t.Fatalf("%v\n%s", err, out)
			}
			for i, c := range unfinished {
				got, want := strings.Fields(lines[i]), strings.Fields(inShell(shell, c.want, c.line))
				if shell == "fish" { // which sorts
					slices.Sort(got)
					slices.Sort(want)
				}
				if !slices.Equal(got, want) {
					t.Errorf("%q: %q, want %q", c.line, got, want)
				}
			}
		})
	}
}

// inShell returns the words that a shell shows of those that are wanted.
func inShell(shell, want, line string) string {
	var all []string
	for _, word := range strings.Fields(want) {
		last := line[strings.LastIndexByte(line, ' ')+1:]
		switch {
		case strings.HasPrefix(word, ":") && shell == "bash":
			continue // readline proposes files
		case word == ":files" && shell == "fish":
			word = "d.ndjson go.mod p.json specs/"
			if last != "" {
				continue // with which none begins
			}
		case word == ":dirs" && shell == "fish":
			word = last + "specs/"
		case shell == "bash" && strings.ContainsAny(last, ":="):
			word = strings.TrimPrefix(word, last[:strings.LastIndexAny(last, ":=")+1])
		}
		all = append(all, word)
	}
	return strings.Join(all, " ")
}
