package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

// distinctTimes is how many different timestamps make a member one whatever its
// name is: a code that happens to be a date does so once or twice.
const distinctTimes = 3

// looksLikeTime is the rule "timestamp".
func looksLikeTime(place string, n *Node) bool {
	if n.Facts[FactNotTimestamp].Seen() || len(n.Strings.Texts) == 0 {
		return false
	}
	if len(n.Strings.Texts) >= distinctTimes {
		return true
	}
	return slices.Contains(strings.Fields(TimeWords), lastWord(place))
}

// TimeWords are the last words of names that say that a member holds times.
const TimeWords = "at on date time"

// lastWord returns the last word, in lower case, of the name of the member at a
// place: that of the list for an element.
func lastWord(place string) string {
	for strings.HasSuffix(place, "/*") {
		place = strings.TrimSuffix(place, "/*")
	}
	return ident.Last(SegmentName(place[strings.LastIndexByte(place, '/')+1:]))
}
