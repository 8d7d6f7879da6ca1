package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
)

// start returns what stands above all tables: where they come from.
func (r *Report) start() string {
	var b strings.Builder
	m := r.Machine
	fmt.Fprintf(&b, "- %s, %s, %d cores, %s, load %s; commit %s\n", m.Go, m.Target, m.Cores, m.CPU, m.Load, m.Commit)
	fmt.Fprintf(&b, "- %s\n", strings.Join(m.Peers, ", "))
	fmt.Fprintf(&b, "- sonic: %s\n", m.Sonic)
	fmt.Fprintf(&b, "- %s\n", r.Settings)
	return b.String()
}

// section returns the tables of a part, or that of the goals.
func (r *Report) section(part string) string {
	full := func(x Row) string {
		return fmt.Sprintf("%s · %.0f · %.0f · %s", micros(x.Micros), x.Bytes, x.Allocs, times(x.Ratio))
	}
	short := func(x Row) string { return fmt.Sprintf("%s · %s", micros(x.Micros), times(x.Ratio)) }
	var b strings.Builder
	switch part {
	case "decode":
		r.table(&b, part, "Decode: µs · B/op · allocs/op · times as fast as encoding/json", full)
	case "forms":
		r.table(&b, part, "Other forms: µs · times as fast as encoding/json on the same bytes", short)
	case "encode":
		r.table(&b, part, "Encode: µs · B/op · allocs/op · times as fast as encoding/json", full)
	case "verify":
		r.table(&b, part, "Verify: µs · B/op · allocs/op · times as fast as the MAC alone", full)
	case "record":
		r.table(&b, part, "Record: µs · B/op · allocs/op · times as fast as Decode alone", full)
	case "cold":
		r.table(&b, part, "One decoding with all caches cold: µs (p25) · times as fast as encoding/json", short)
	case "first":
		r.table(&b, part, "First decoding of a process: µs (median) · times as fast as encoding/json", short)
	case "accepts":
		r.accepts(&b)
	case "size":
		r.sizes(&b)
	case "compile":
		r.compiles(&b)
	case "infer":
		r.inference(&b)
	case "generate":
		r.generated(&b)
	case "growth":
		r.growth(&b)
	case "suggest":
		r.suggested(&b)
	case "goals":
		r.goals(&b)
	}
	return b.String()
}

// micros prints microseconds with three digits or more.
func micros(us float64) string {
	switch {
	case us < 10:
		return fmt.Sprintf("%.2f", us)
	case us < 100:
		return fmt.Sprintf("%.1f", us)
	}
	return fmt.Sprintf("%.0f", us)
}

// times prints a ratio.
func times(x float64) string {
	if x < 10 {
		return fmt.Sprintf("%.2f×", x)
	}
	return fmt.Sprintf("%.1f×", x)
}

// line prints one line of a table.
func line(b *strings.Builder, cells ...string) {
	fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
}

// head prints the title of a table, with the version of Go, and its first lines.
func (r *Report) head(b *strings.Builder, title string, cells ...string) {
	fmt.Fprintf(b, "\n### %s: %s\n\n", strings.TrimSuffix(r.Machine.Go, " X:jsonv2"), title)
	line(b, cells...)
	rule := slices.Repeat([]string{"---"}, len(cells))
	line(b, rule...)
}

// table prints a part with a line per library, the slowest on the last corpus
// first, and a column per corpus. Where a part has many corpora, lines and
// columns change places.
func (r *Report) table(b *strings.Builder, part, title string, cell func(Row) string) {
	names, corpora := r.names(part), r.corpora(part)
	if len(names) == 0 {
		return
	}
	slices.SortStableFunc(names, func(x, y string) int {
		return cmp.Compare(r.worst(part, x), r.worst(part, y))
	})
	at := func(corpus, name string) string {
		if x, ok := r.row(part, corpus, name); ok {
			return cell(x)
		}
		return ""
	}
	if len(corpora) > 8 {
		slices.Reverse(names)
		columns := []string{"corpus"}
		for _, name := range names {
			columns = append(columns, bold(name))
		}
		r.head(b, title, columns...)
		for _, c := range corpora {
			cells := []string{c}
			for _, name := range names {
				cells = append(cells, at(c, name))
			}
			line(b, cells...)
		}
		return
	}
	columns := []string{"library"}
	for _, c := range corpora {
		x, _ := r.row(part, c, names[0])
		columns = append(columns, fmt.Sprintf("%s, %d B", c, x.Length))
	}
	r.head(b, title, columns...)
	for _, name := range names {
		cells := []string{bold(name)}
		for _, c := range corpora {
			cells = append(cells, at(c, name))
		}
		line(b, cells...)
	}
}

// worst returns the least ratio of a library in a part.
func (r *Report) worst(part, name string) float64 {
	least := 0.0
	for _, x := range r.Rows {
		if x.Part == part && x.Name == name && (least == 0 || x.Ratio < least) {
			least = x.Ratio
		}
	}
	return least
}

// bold marks what is ours.
func bold(name string) string {
	if strings.HasPrefix(name, codec.Ours) {
		return "**" + name + "**"
	}
	return name
}
