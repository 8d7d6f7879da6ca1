package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

// distinctTimes is how many different timestamps are enough whatever the name of the
// member is. A code can look like a date by chance, but hardly three times.
const distinctTimes = 3

// looksLikeTime is the rule "timestamp".
func looksLikeTime(path string, n *Node) bool {
	if n.Facts[FactNotTimestamp].Seen() || len(n.Strings.Texts) == 0 {
		return false
	}
	if len(n.Strings.Texts) >= distinctTimes {
		return true
	}
	return slices.Contains(strings.Fields(TimeWords), lastWord(path))
}

// TimeWords are the last words of the names of members that have a time.
const TimeWords = "at on date time"

// lastWord returns the last word of the name of the member at a path, in lower case.
// For an element it is that of the array.
func lastWord(path string) string {
	for strings.HasSuffix(path, "/*") {
		path = strings.TrimSuffix(path, "/*")
	}
	return ident.Last(SegmentName(path[strings.LastIndexByte(path, '/')+1:]))
}
