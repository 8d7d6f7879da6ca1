package wire

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// Describe returns the text that an event of a topic prints as. It has no values of the
// body.
func Describe(topic string, bytes int, mismatches []payload.Mismatch) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%d bytes", topic, bytes)
	for i, m := range mismatches {
		if i == 0 {
			b.WriteString("; mismatches: ")
		} else {
			b.WriteString(", ")
		}
		b.WriteString(m.String())
	}
	b.WriteByte(')')
	return b.String()
}

// LogValue is Describe for package slog.
func LogValue(topic string, bytes int, mismatches []payload.Mismatch) slog.Value {
	attrs := []slog.Attr{slog.String("topic", topic), slog.Int("bytes", bytes)}
	if len(mismatches) > 0 {
		texts := make([]string, len(mismatches))
		for i, m := range mismatches {
			texts[i] = m.String()
		}
		attrs = append(attrs, slog.Any("mismatches", texts))
	}
	return slog.GroupValue(attrs...)
}
