package repair

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// leftOut replaces what stands from begin to i for a value that was left out.
func (r *reader) leftOut(begin int) {
	r.edit(begin, r.i, "null", ValueElided)
	r.elided = append(r.elided, r.pointer())
}

// nulls returns the pointers that lead to null in a JSON text. One that was elided in a
// member does not where another member of the same name follows, which is the one that
// counts.
func nulls(text string, pointers []string) []string {
	if len(pointers) == 0 {
		return nil
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber() // a number need not fit a float64
	var root any
	if d.Decode(&root) != nil {
		return nil // which jsontext found valid
	}
	return slices.DeleteFunc(pointers, func(pointer string) bool {
		value := root
		for _, token := range jsonpointer.Tokens(pointer) {
			value = below(value, token)
		}
		return value != nil
	})
}

// missing is what stands where a JSON text has no value.
type missing struct{}

// below returns the member or element of a value that a token of a pointer names.
func below(value any, token string) any {
	switch v := value.(type) {
	case map[string]any:
		if member, ok := v[token]; ok {
			return member
		}
	case []any:
		if i, err := strconv.Atoi(token); err == nil && i < len(v) {
			return v[i]
		}
	}
	return missing{}
}
