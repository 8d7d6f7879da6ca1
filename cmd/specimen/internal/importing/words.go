package importing

import (
	"strings"

	"github.com/specimen-go/specimen/specs/edit"
)

// tableWords are the words that documents have for types, by the words of specs.
var tableWords = map[string]string{
	"string":    "string str text varchar char uuid guid url uri email longtext 字符串 文本",
	"integer":   "integer int int32 int64 long bigint smallint tinyint short uint32 uint64 整数 整型",
	"number":    "number numeric float double decimal money bigdecimal float64 数字 浮点数",
	"bool":      "bool boolean 布尔 布尔值",
	"timestamp": "timestamp datetime date-time iso8601",
	"json":      "json",
	"list":      "list array arrays set 数组 列表",
	"map":       "map dictionary dict hashmap",
	"object":    "object hash struct obj 对象",
}

// typeWord returns the word of specs for a word of a document.
func typeWord(word string) (string, bool) {
	for is, words := range tableWords {
		for w := range strings.FieldsSeq(words) {
			if w == word {
				return is, true
			}
		}
	}
	return "", false
}

// typeOf returns the type that a document names, as members of a line of a table: the word,
// and that of the elements of a list. It is nil where the words are not known.
func typeOf(text string) []edit.Member {
	text = strings.ToLower(strings.TrimSpace(text))
	word, elem := text, ""
	switch {
	case strings.HasSuffix(text, "[]"):
		word, elem = "list", strings.TrimSuffix(text, "[]")
	case strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"):
		word, elem = "list", text[1:len(text)-1]
	default:
		for _, form := range [][2]string{{"<", ">"}, {"(", ")"}, {"[", "]"}, {" of ", ""}, {"|", ""}} {
			before, after, ok := strings.Cut(text, form[0])
			if ok && strings.HasSuffix(after, form[1]) {
				word, elem = strings.TrimSpace(before), strings.TrimSuffix(after, form[1])
				break
			}
		}
	}
	is, ok := typeWord(word)
	if !ok {
		return nil
	}
	typ := []edit.Member{{Key: "type", Value: edit.Text(is)}}
	elem = strings.TrimSpace(elem)
	of, ok := typeWord(elem)
	if one, plural := strings.CutSuffix(elem, "s"); !ok && plural {
		of, ok = typeWord(one)
	}
	if ok && (is == "list" || is == "map") {
		typ = append(typ, edit.Member{Key: "of", Value: edit.Text(of)})
	}
	return typ
}
