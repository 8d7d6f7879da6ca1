package payloadtest

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// differences lists where two JSON values differ, by JSON Pointers, and stops
// at the third. Values are equal when they are the same but for the order of
// members, white space and escapes: numbers are compared by their text, and
// the last of several members of a name counts. got has several of a name only
// where want has.
func differences(got, want *value) []string {
	var d differ
	d.compare("", got, want)
	return d.found
}

const mostDifferences = 3

type differ struct{ found []string }

func (d *differ) add(path, format string, args ...any) {
	if len(d.found) < mostDifferences {
		d.found = append(d.found, show(path)+": "+fmt.Sprintf(format, args...))
	}
}

func (d *differ) compare(path string, got, want *value) {
	switch {
	case got.kind != want.kind:
		d.add(path, "got %s, want %s", got.kind, want.kind)
	case want.kind == payload.KindObject:
		have, wanted := got.members(), want.members()
		for _, m := range want.list {
			switch g := have[m.name]; {
			case m.shadowed:
			case g == nil:
				d.add(path+"/"+jsonpointer.Escape(m.name), "the member is gone")
			default:
				d.compare(path+"/"+jsonpointer.Escape(m.name), g, m.value)
			}
		}
		for _, m := range got.list {
			switch w := wanted[m.name]; {
			case w == nil:
				d.add(path+"/"+jsonpointer.Escape(m.name), "there was no such member")
			case m.shadowed && !want.repeats(m.name):
				d.add(path+"/"+jsonpointer.Escape(m.name), "the member is there twice")
			}
		}
	case want.kind == payload.KindArray:
		if len(got.list) != len(want.list) {
			d.add(path, "got %d elements, want %d", len(got.list), len(want.list))
			return
		}
		for i := range want.list {
			d.compare(path+"/"+strconv.Itoa(i), got.list[i].value, want.list[i].value)
		}
	case got.text != want.text:
		d.add(path, "got %s, want %s", brief(got.source), brief(want.source))
	}
}

// repeats reports whether an object has several members of a name.
func (v *value) repeats(name string) bool {
	return slices.ContainsFunc(v.list, func(m member) bool { return m.name == name && m.shadowed })
}

// members returns the members of an object by name, nothing for another value.
func (v *value) members() map[string]*value {
	if v.kind != payload.KindObject {
		return nil
	}
	members := make(map[string]*value, len(v.list))
	for _, m := range v.list {
		members[m.name] = m.value
	}
	return members
}

// brief cuts a text that is too long for a line.
func brief(text string) string {
	const most = 300
	if len(text) > most {
		return fmt.Sprintf("%s… (%d bytes)", text[:most], len(text))
	}
	return text
}
