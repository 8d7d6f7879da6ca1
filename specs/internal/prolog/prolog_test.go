package prolog

import "testing"

func TestReadable(t *testing.T) {
	for in, want := range map[string]string{
		"%YAML 1.2\n---\na: 1\n":                   "%YAML 1.1\n---\na: 1\n",
		"# x\n\n%TAG ! t:\n%YAML \t1.2 # y\n---\n": "# x\n\n%TAG ! t:\n%YAML \t1.1 # y\n---\n",
		"%YAML 1.2":              "%YAML 1.1",
		"%YAML 1.1\n---\n":       "%YAML 1.1\n---\n",
		"%YAML 2.0\n---\n":       "%YAML 2.0\n---\n",
		"%YAML 1.20\n---\n":      "%YAML 1.20\n---\n",
		"a: |\n  b\n%YAML 1.2\n": "a: |\n  b\n%YAML 1.2\n",
		"---\n%YAML 1.2\n":       "---\n%YAML 1.2\n",
		"":                       "",
		"\n \n#\n":               "\n \n#\n",
		" %YAML 1.2\n---\n":      " %YAML 1.2\n---\n",
	} {
		if got := Readable(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
