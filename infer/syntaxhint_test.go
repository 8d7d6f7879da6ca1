package infer

import "testing"

// TestSyntaxHint checks the hints for what documents print instead of JSON.
func TestSyntaxHint(t *testing.T) {
	const strict = "payloads are strict JSON (RFC 8259)"
	for _, c := range []struct{ text, want string }{
		{`{"note":nul}`, "did you mean null?"},
		{`{"note":nulll}`, "did you mean null?"},
		{`{"note":Null}`, "did you mean null?"},
		{`[None]`, "did you mean null?"},
		{`[undefined]`, "did you mean null?"},
		{`[NaN]`, "JSON has no such number: did you mean null?"},
		{`[-Infinity]`, "JSON has no such number: did you mean null?"},
		{`[True, 1]`, "did you mean true?"},
		{`[tru`, "is a bracket or quote not closed?"},
		{`[FALSE]`, "did you mean false?"},
		{`[fals]`, "did you mean false?"},
		{`[hello]`, "write a string in double quotes"},
		{`{"a": n}`, "write a string in double quotes"},
		{`{a: 1}`, "write the name of a member in double quotes"},
		{`{"a": 1, null: 2}`, strict},
		{`{'a': 1}`, `use straight double quotes, "`},
		{`{“a”: 1}`, `use straight double quotes, "`},
		{"{\"a\": 1 // more\n}", "JSON has no comments: remove it"},
		{"[1 # more\n]", "JSON has no comments: remove it"},
		{`[1, ...]`, `write the rest, or "" with its path under elided`},
		{`[1, …]`, `write the rest, or "" with its path under elided`},
		{`[1, ]`, "remove the comma before it"},
		{`{"a":1,}`, "remove the comma before it"},
		{"[\"a\nb\"]", `write the escape, such as \n or \t`},
		{`["\x"]`, `write a backslash twice: \\`},
		{`[01]`, "write numbers without a plus sign and leading zeros"},
		{`[+1]`, "write numbers without a plus sign and leading zeros"},
		{`[1`, "is a bracket or quote not closed?"},
		{``, "is a bracket or quote not closed?"},
		{"\ufeff{}", "remove the byte order mark before it"},
		{`{"a" 1}`, strict},
		{`{} {}`, "a payload is one value: make an example of each"},
		{"{}\n[]\n", "a payload is one value: make an example of each"},
		{`1 "a"`, "a payload is one value: make an example of each"},
		{`{}}`, "is this bracket too many, or one missing before?"},
		{`[1]]`, "is this bracket too many, or one missing before?"},
		{`{},`, strict},
		{`[true"a"]`, "is a comma missing before it?"},
		{`["a" "b"]`, "is a comma missing before it?"},
		{`[{} {}]`, "is a comma missing before it?"},
		{`{"a":,}`, "is a value missing before it?"},
		{`{"a": }`, "is a value missing before it?"},
		{`[1,,2]`, "is this comma too many?"},
		{`{,"a": 1}`, "is this comma too many?"},
		{`[1 -2]`, "is a comma missing before it?"},
		{"{\"a\": \"x\"\n \"b\": 1}", "is a comma missing before it?"},
		{`{"a" "b"}`, strict},
		{`[1}`, strict},
		{`[.5]`, "write a digit before the point"},
		{`[-.5]`, "write a digit before the point"},
		{`[<id>]`, "write a value in place of it"},
		{` <xml/>`, "this is XML or HTML, not JSON"},
		{`["a"b]`, strict},
		{`payload=%7B%22a%22%3A1%7D`, "this is a form: use the decoded value of its member payload"},
		{"token=x&payload=%5b1%5d\n", "this is a form: use the decoded value of its member payload"},
		{`data={"a": 1}`, "this is a form: use the decoded value of its member data"},
		{`token=x&team_id=T1&text=94070`, "this is a form: its members are not JSON"},
		{"HTTP/1.1 200 OK\r\nX: y\r\n\r\n{}", "this is an HTTP message: use its body, what follows the first empty line"},
		{"POST /hooks HTTP/1.1\nX: y\n\n{}", "this is an HTTP message: use its body, what follows the first empty line"},
		{"POST /hooks", "write a string in double quotes"},
		{"```json\n{}\n```\n", "this is a block of Markdown: remove the lines around the JSON"},
		{"\n~~~\n{}\n~~~", "this is a block of Markdown: remove the lines around the JSON"},
		{"[`a`]", `use straight double quotes, "`},
		{`a=1`, "write a string in double quotes"},
	} {
		_, problems := Observe(Example{ID: "A#1", Event: "A", Text: c.text})
		if len(problems) != 1 || problems[0].Hint() != c.want {
			t.Errorf("%s: %v, want the hint %q", c.text, problems, c.want)
		}
	}
}

// FuzzSyntaxHint checks that every text has a hint.
func FuzzSyntaxHint(f *testing.F) {
	for _, text := range []string{"", "nul", "a:", "[1,]", "“", "\xff…", "\ufeff", "{$_a:1"} {
		f.Add(text, len(text)/2)
	}
	f.Fuzz(func(t *testing.T, text string, offset int) {
		if offset < 0 {
			return
		}
		if syntaxHint(text, offset, "expected a value") == "" {
			t.Errorf("no hint for %q at %d", text, offset)
		}
	})
}
