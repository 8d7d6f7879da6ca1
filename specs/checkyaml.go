package specs

import "github.com/specimen-go/specimen/specs/diagnostic"

// CheckYAML returns what is wrong with a file as YAML, and what YAML allows and a spec does
// not. It does not read the spec in it. Positions have the name.
func CheckYAML(name string, raw []byte) diagnostic.List {
	var list diagnostic.List
	f := newFile(name, raw)
	if root := parse(f, list.Add); root != nil {
		lint(f, root, list.Add)
	}
	list.Sort()
	return list
}
