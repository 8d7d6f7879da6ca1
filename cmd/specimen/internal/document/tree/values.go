package tree

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// maxBroken is the number of broken values after which reading stops. Where each of a
// million lines is broken, the text is something else.
const maxBroken = 20

// Values returns the JSON values in a text, such as NDJSON, and what is wrong with those
// that are passed over, which go to the end of their lines.
func Values(text string) ([]Node, []*Error) {
	if len(text) > maxBytes {
		return nil, []*Error{tooLong(maxBytes)}
	}
	if rest, ok := strings.CutPrefix(text, mark); ok {
		text = strings.Repeat(" ", len(mark)) + rest
	}
	t := &Tree{text: jsontext.NewText(text), index: make(map[int32]map[string]int32)}
	var all []Node
	var broken []*Error
	for i := t.text.Space(0); i < t.text.N; i = t.text.Space(i) {
		at := len(t.values)
		end := t.read(i, -1)
		if t.text.Err == nil {
			all = append(all, Node{t, int32(at)})
			i = end
			continue
		}
		e := jsonError(t.text.Err)
		if broken = append(broken, e); len(broken) == maxBroken || at == maxValues {
			break
		}
		t.text.Err, t.text.Depth, t.values = nil, 0, t.values[:at]
		i = max(i, min(e.Offset, t.text.N))
		if line := strings.IndexByte(t.text.S[i:t.text.N], '\n'); line >= 0 {
			i += line
		} else {
			i = t.text.N
		}
	}
	return all, broken
}
