package edit

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// scalar writes a scalar. The lines of one in several lines are indented below the block
// that it is in.
func (f *formatter) scalar(n *yaml.Node, indent, was int) error {
	if f.at != f.s.offset(n) {
		return f.broken()
	}
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return f.blockScalar(indent, was)
	}
	end, err := f.s.end(n, -1)
	if err != nil {
		return err
	}
	first, rest, many := strings.Cut(string(f.s.text[f.at:end]), "\n")
	f.at = end
	if many {
		f.write(trimRight(first) + "\n")
		lines := strings.Split(rest, "\n")
		for i, line := range lines {
			if i < len(lines)-1 {
				line = trimRight(line) + "\n"
			}
			if line = strings.TrimLeft(line, " \t"); line != "\n" {
				f.write(strings.Repeat(" ", indent+step))
			}
			f.write(line)
		}
	} else {
		f.write(first)
	}
	f.token(end)
	return nil
}

// trimRight removes the white space at the end of a line, unless a backslash before it may
// make it a part of the string.
func trimRight(line string) string {
	if short := strings.TrimRight(line, " \t"); !strings.HasSuffix(short, `\`) {
		return short
	}
	return line
}

// blockScalar writes a literal or folded block: its header, and its lines with the
// indentation below the block that it is in, which has the column was. The lines end where
// those of the YAML library do: before one that is indented less than the first.
func (f *formatter) blockScalar(indent, was int) error {
	end := f.s.nextLine(f.at) - 1
	header := string(f.s.text[f.at:end])
	sign, _, _ := strings.Cut(header, "#")
	deep := 0 // the indentation of the lines, or 0 if it is not known
	if i := strings.IndexAny(sign, "123456789"); i >= 0 {
		deep = was + int(header[i]-'0')
		header = header[:i] + strconv.Itoa(step) + header[i+1:]
	}
	f.write(strings.TrimRight(header, " \t"))
	f.at = end
	keep, blank := strings.Contains(sign, "+"), 0
	for next := end + 1; next < len(f.s.text); {
		line := strings.TrimSuffix(string(f.s.text[next:f.s.nextLine(next)]), "\n")
		spaces := len(line) - len(strings.TrimLeft(line, " "))
		if deep == 0 && spaces < len(line) {
			deep = max(spaces, was+1)
		}
		next += len(line) + 1
		switch {
		case spaces == len(line) && (deep == 0 || spaces <= deep):
			if blank++; !keep {
				continue
			}
			f.write("\n")
		case spaces < deep:
			next = len(f.s.text)
			continue
		default:
			f.write(strings.Repeat("\n", blank+1) + strings.Repeat(" ", indent+step) + line[deep:])
		}
		f.at, blank = next-1, 0
	}
	f.token(f.at)
	return nil
}

// flow writes a mapping or a list in braces or brackets. What stands in lines of its own
// stays there, indented; the bracket at the end has the indentation given.
func (f *formatter) flow(n *yaml.Node, indent int) error {
	signs, stride := "[]", 1
	if n.Kind == yaml.MappingNode {
		signs, stride = "{}", 2
	}
	if f.at != f.s.offset(n) {
		return f.broken()
	}
	f.flows++
	defer func() { f.flows-- }()
	if err := f.sign(signs[0]); err != nil {
		return err
	}
	for i := 0; i < len(n.Content); i += stride {
		glue := ""
		if i > 0 {
			glue = " "
			if err := f.comma(indent + step); err != nil {
				return err
			}
		}
		if err := f.gap(f.s.offset(n.Content[i]), indent+step, glue, true); err != nil {
			return err
		}
		if err := f.item(n.Content[i:i+stride], indent); err != nil {
			return err
		}
	}
	if i := f.skip(); i < len(f.s.text) && f.s.text[i] == ',' {
		if err := f.comma(indent + step); err != nil {
			return err
		}
	}
	if err := f.gap(f.skip(), indent, "", true); err != nil {
		return err
	}
	return f.sign(signs[1])
}

// comma writes a comma, which may begin a line.
func (f *formatter) comma(indent int) error {
	if err := f.gap(f.skip(), indent, "", true); err != nil {
		return err
	}
	return f.sign(',')
}

// item writes an item of a list in brackets, or a key and its value in braces.
func (f *formatter) item(parts []*yaml.Node, indent int) error {
	if len(parts) == 1 {
		return f.node(parts[0], indent, -1)
	}
	value := parts[1]
	if isAbsent(value) && !f.hasColon(parts[0]) {
		return f.node(parts[0], indent, -1)
	}
	if err := f.key(parts[0]); err != nil {
		return err
	}
	if isAbsent(value) {
		f.write(" ") // or the colon would be a part of the key
		return nil
	}
	if err := f.gap(f.s.offset(value), indent+step, " ", true); err != nil {
		return err
	}
	return f.node(value, indent, -1)
}

// hasColon reports whether there is a colon behind a key.
func (f *formatter) hasColon(key *yaml.Node) bool {
	end, err := f.s.end(key, -1)
	return err == nil && strings.HasPrefix(strings.TrimLeft(string(f.s.text[end:]), " \t\n"), ":")
}
