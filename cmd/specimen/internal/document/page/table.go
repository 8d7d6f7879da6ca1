package page

import (
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
)

// rowOf is a row of a table: the lines of each of its cells, by column.
type rowOf struct {
	number int
	cells  map[int][]item
}

func (r rowOf) text(column int) string {
	var lines []string
	for _, x := range r.cells[column] {
		if x.payload == nil {
			lines = append(lines, x.text)
		}
	}
	return strings.Join(lines, "\n")
}

// columns returns the columns of a row in their order.
func (r rowOf) columns() []int {
	var all []int
	for c := range r.cells {
		all = append(all, c)
	}
	slices.Sort(all)
	return all
}

// table reads a table: of members, of topics, or of labels and what they say.
func (a *attribution) table(items []item) {
	var rows []rowOf
	for _, x := range items {
		if n := len(rows); n == 0 || rows[n-1].number != x.cell.row {
			rows = append(rows, rowOf{x.cell.row, make(map[int][]item)})
		}
		r := rows[len(rows)-1]
		r.cells[x.cell.column] = append(r.cells[x.cell.column], x)
	}
	if columns, ok := memberColumns(rows[0]); ok {
		a.memberRows(rows[1:], columns)
		return
	}
	labels := make(map[int]label)
	for _, c := range rows[0].columns() {
		labels[c] = labelOf(rows[0].text(c))
	}
	if !slices.Contains(valuesOf(labels), topicLabel) {
		clear(labels)
	} else if _, has := namesIn(rows[0].text(1), isTopic); !has {
		rows = rows[1:]
	}
	before, listed := a.current, 0
	var covering *shown // the payload whose cell covers the rows up to last
	last := 0
	for _, r := range rows {
		shown, named := a.topicRow(r, labels)
		switch {
		case shown != nil && shown.rows > 1:
			covering, last = shown.shown, r.number+shown.rows-1
		case named && shown == nil && covering != nil && r.number <= last:
			covering.covers = append(covering.covers, a.current.names...)
		}
		if named {
			listed++
		}
	}
	if listed > 1 || listed > 0 && len(labels) > 0 {
		a.current = section{level: before.level, title: before.title}
	}
}

func valuesOf(labels map[int]label) []label {
	var all []label
	for _, l := range labels {
		all = append(all, l)
	}
	return all
}

// inCell is a payload in a cell that covers some rows.
type inCell struct {
	*shown
	rows int
}

// topicRow reads a row that names topics, with payloads and what is said of them. It
// returns its first payload, and whether it names topics.
func (a *attribution) topicRow(r rowOf, labels map[int]label) (first *inCell, named bool) {
	column, names := topicsOf(r, labels)
	named = column > 0
	if named {
		a.field = noLabel
		a.open(r.cells[column][0].at, section{names: names, sure: true, level: a.current.level, title: a.title})
	}
	a.fresh = false
	if !named && len(labels) == 0 {
		if cs := r.columns(); len(cs) == 2 {
			if l := labelOf(r.text(cs[0])); l == topicLabel || l == aboutLabel || l == scopeLabel || l == sinceLabel {
				a.field = l
				a.value(r.cells[cs[1]][0].at, strings.ReplaceAll(r.text(cs[1]), "\n", " "))
				a.field = noLabel
			}
		}
	}
	for _, c := range r.columns() {
		text := strings.ReplaceAll(r.text(c), "\n", " ")
		switch l := labels[c]; {
		case c == column || text == "" || !named:
		case l == aboutLabel || l == alsoLabel || l == scopeLabel || l == sinceLabel:
			a.set(l, text)
		case l == noLabel && len(labels) == 0 && strings.Contains(text, " "):
			a.set(aboutLabel, text)
		}
		for _, x := range r.cells[c] {
			if x.payload == nil {
				continue
			}
			s := a.show(x.payload, a.current)
			if first == nil && s != nil {
				first = &inCell{s, x.cell.rows}
			}
		}
	}
	return first, named
}

// topicsOf returns the column of a row that names topics, or 0: one with names in parts, or
// else the last one whose title says that topics are in it.
func topicsOf(r rowOf, labels map[int]label) (column int, names []string) {
	for _, c := range r.columns() {
		if found, ok := namesIn(r.text(c), isTopic); ok && (column == 0 || labels[c] == topicLabel) {
			column, names = c, found
		}
	}
	if column > 0 {
		return column, names
	}
	for _, c := range r.columns() {
		if found, ok := namesIn(r.text(c), isName); ok && labels[c] == topicLabel {
			column, names = c, found
		}
	}
	return column, names
}

// The titles of the columns of a table of members.
var (
	nameTitle     = regexp.MustCompile(`^(member|field|parameter|param|property|properties|attribute|key|name|column|variable|argument|参数|参数名|参数名称|參數|參數名稱|字段|字段名|欄位|欄位名稱|属性|屬性|名称|名稱|項目|フィールド|パラメータ|필드|الحقل)( ?(name|path|key))?s?$`)
	typeTitle     = regexp.MustCompile(`^((data|value|field|json) ?)?(type|format)s?$|^(数据)?(类型|型態)$|^類型$|^型$|^データ型$|^타입$|^النوع$`)
	requiredTitle = regexp.MustCompile(`^(is )?(required|mandatory|presence|optional|nullable)\??$|必须|必需|必填|必須|필수|مطلوب`)
	meaningTitle  = regexp.MustCompile(`descri|meaning|remark|note|comment|definition|explanation|details|描述|说明|說明|含义|備考|説明|설명|وصف`)
)

// memberColumn is what the columns of a table of members hold, 0 for none.
type memberColumn struct{ name, typ, required, about int }

// memberColumns returns the columns of a table of members, by its first row.
func memberColumns(first rowOf) (m memberColumn, ok bool) {
	for _, c := range first.columns() {
		switch title := strings.ToLower(strings.Trim(first.text(c), "*:： \t")); {
		case m.name == 0 && nameTitle.MatchString(title):
			m.name = c
		case m.typ == 0 && typeTitle.MatchString(title):
			m.typ = c
		case m.required == 0 && requiredTitle.MatchString(title):
			m.required = c
		case m.about == 0 && meaningTitle.MatchString(title):
			m.about = c
		}
	}
	return m, m.name > 0 && (m.typ > 0 || m.required > 0 && m.about > 0)
}

// memberName is the name of a member, or a path to it, as tables write it.
var memberName = regexp.MustCompile(`^[\p{L}_$@][\p{L}\p{N}_$@:-]*((\.|\[\]\.?|\[[0-9*n]\]\.?|/|->)[\p{L}\p{N}_$@*-]+)*(\[\])?$`)

// memberRows reads the rows of a table of members.
func (a *attribution) memberRows(rows []rowOf, columns memberColumn) {
	var all []document.Member
	for _, r := range rows {
		cell := r.cells[columns.name]
		if len(cell) == 0 {
			continue
		}
		name := strings.Trim(strings.TrimLeft(cell[0].text, "└├─│↳»> \u00a0-"), "`*\"' ")
		if !memberName.MatchString(name) {
			continue
		}
		all = append(all, document.Member{
			Offset: a.offset(cell[0].at), Path: pathOf(name), Type: strings.ToLower(strings.Trim(r.text(columns.typ), "`* ")),
			About: strings.ReplaceAll(r.text(columns.about), "\n", " "), Presence: presenceOf(r.text(columns.required)),
		})
	}
	if len(all) > 0 {
		a.tables = append(a.tables, memberTable{all, a.current.names})
	}
}

// pathOf returns a path as decisions write it: items[].sku is items/*/sku.
func pathOf(name string) string {
	name = strings.NewReplacer("[]", ".*", "[0]", ".*", "[*]", ".*", "[n]", ".*", "->", ".", "/", ".").Replace(name)
	return strings.Trim(strings.ReplaceAll(strings.ReplaceAll(name, "..", "."), ".", "/"), "/")
}

// presenceOf returns what a cell says of the presence of a member.
func presenceOf(text string) document.Presence {
	switch lower := strings.ToLower(strings.TrimSpace(text)); {
	case lower == "":
		return document.Unsaid
	case lower == "yes", lower == "true", lower == "y", lower == "✓", lower == "✔", lower == "✅", lower == "是", strings.HasPrefix(lower, "required"), strings.HasPrefix(lower, "mandatory"), strings.HasPrefix(lower, "always"), strings.HasPrefix(lower, "必"):
		return document.Required
	}
	return document.Optional
}
