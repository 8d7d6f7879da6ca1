package payloadtest

import "testing"

// TestSplice checks what edited examples look like.
func TestSplice(t *testing.T) {
	const text = `{ "a" : [1, {"b":2.50}] , "\u0063":"{\"d\": [1]}" }`
	one := func(name, text string) member { return member{name: name, key: quote(name), value: made(text)} }
	tests := []struct {
		path []int
		drop int
		with []member
		want string
	}{
		{[]int{0}, 1, nil, `{"\u0063":"{\"d\": [1]}"}`},
		{[]int{0}, 0, []member{one("x/", "null")}, `{"x/":null,"a":[1, {"b":2.50}],"\u0063":"{\"d\": [1]}"}`},
		{[]int{2}, 0, []member{one("x", "[]"), one("x", "{}")}, `{"a":[1, {"b":2.50}],"\u0063":"{\"d\": [1]}","x":[],"x":{}}`},
		{[]int{0, 0}, 2, nil, `{"a":[],"\u0063":"{\"d\": [1]}"}`},
		{[]int{0, 1, 0}, 1, nil, `{"a":[1,{}],"\u0063":"{\"d\": [1]}"}`},
		{[]int{0, 1, 0}, 1, []member{one("b", `""`)}, `{"a":[1,{"b":""}],"\u0063":"{\"d\": [1]}"}`},
		{[]int{1, 0, 0}, 1, []member{one("e", `"\""`)}, `{"a":[1, {"b":2.50}],"\u0063":"{\"e\":\"\\\"\"}"}`},
	}
	root := made(text)
	for _, test := range tests {
		if got := string(root.splice(test.path, test.drop, test.with).append(nil)); got != test.want {
			t.Errorf("at %v: got %s, want %s", test.path, got, test.want)
		}
	}
	if got := string(root.append(nil)); got != text {
		t.Errorf("the example became %s", got)
	}
}

// TestParseErrors checks that only JSON is parsed.
func TestParseErrors(t *testing.T) {
	for _, text := range []string{``, ` `, `{`, `[1,]`, `{"a":1,}`, `1 2`, `nul`, `[1}`, `01`, "\"\n\""} {
		if v, err := parse(text); err == nil {
			t.Errorf("parsing %q gives %+v", text, v)
		}
	}
}
