package importing

import (
	"cmp"
	"go/token"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/redact"
)

// lines has the positions in a text, which may be that of several files.
type lines []file

// file is a part of a text.
type file struct {
	name   string
	offset int // of the part
	text   string
	starts []int // the offsets of its lines, from the beginning of the part
}

func newLines(s Source) lines {
	parts := s.Parts
	if len(parts) == 0 {
		parts = []Part{{Name: s.Name}}
	}
	var all lines
	for i, p := range parts {
		end := len(s.Text)
		if i+1 < len(parts) {
			end = parts[i+1].Offset
		}
		f := file{p.Name, p.Offset, s.Text[p.Offset:end], []int{0}}
		for at := 0; ; {
			n := strings.IndexByte(f.text[at:], '\n')
			if n < 0 {
				break
			}
			at += n + 1
			f.starts = append(f.starts, at)
		}
		all = append(all, f)
	}
	return all
}

// at returns the position of a byte.
func (l lines) at(offset int) token.Position {
	i := max(len(l)-1, 0)
	for i > 0 && l[i].offset > offset {
		i--
	}
	f := l[i]
	at := min(max(offset-f.offset, 0), len(f.text))
	line, found := slices.BinarySearch(f.starts, at)
	if !found {
		line--
	}
	return token.Position{Filename: f.name, Offset: offset, Line: line + 1, Column: at - f.starts[line] + 1}
}

// line returns the number of the line of a byte.
func (l lines) line(offset int) int { return l.at(offset).Line }

// source returns the lines of documents, with what looks like a secret masked.
func source(docs []*doc) cli.Source {
	return func(name string, n int) (string, bool) {
		for _, d := range docs {
			for _, f := range d.lines {
				if f.name == name && n >= 1 && n <= len(f.starts) {
					text, _, _ := strings.Cut(f.text[f.starts[n-1]:], "\n")
					if len(text) > maxShown {
						return "", false
					}
					return redact.Mask(strings.TrimSuffix(text, "\r")), true
				}
			}
		}
		return "", false
	}
}

// maxShown is the length of the longest line that is shown with a finding: a page may be
// one line.
const maxShown = 10_000

// The longest texts that a spec can have, and those that a reviewer reads.
const (
	maxProse = 2000
	maxLine  = 300
)

// oneLine returns a text of a document as one line without invisible characters, cut
// after limit bytes.
func oneLine(text string, limit int) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c):
			return ' '
		case unicode.In(c, unicode.C, unicode.Zl, unicode.Zp) || c == utf8.RuneError:
			return -1
		}
		return c
	}, text)
	return cut(strings.Join(strings.Fields(text), " "), limit)
}

// cut returns a text of at most so many bytes.
func cut(text string, limit int) string {
	const dots = "…"
	if len(text) <= limit {
		return text
	}
	end := limit - len(dots)
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return strings.TrimSpace(text[:end]) + dots
}

// clean returns texts of a document as lines, each once.
func clean(texts []string) []string {
	var all []string
	for _, text := range texts {
		if text = oneLine(text, maxLine); text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// slug returns lower-case words of a text, joined by dashes, or otherwise.
func slug(text, otherwise string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9')
	})
	name := strings.Join(words, "-")
	const longest = 60
	if len(name) > longest {
		name = strings.Trim(name[:longest], "-")
	}
	return cmp.Or(name, otherwise)
}
