package suggest

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/emit/suggest"
)

// Help returns what help shows of the verb.
func Help() string {
	return `Suggest looks at all examples of each platform, or of the named ones, and proposes
decisions that the rules do not make by themselves:

` + kindsHelp() + `
Each suggestion shows the examples for it, those against it, and the lines that it
would add to the specs. Strong ones come first; review weak ones with care. Each
suggestion has been test-applied.

With -w the strong suggestions are written into platform.yaml, each with a reason,
and names of topics beside the topics. It prints what it wrote and what it left, one
line each. --weak writes the weak ones too, --only those of some kinds, both strong
and weak. --at looks at one place only. All other bytes of the files stay as they
are. -i asks for each suggestion whether to write it.

A suggestion is not a fault of a spec, so the exit code is 0 with or without
suggestions. It is 1 when the specs have errors. A suggestion that is not followed is
made again, unless platform.yaml declines it; the path is the one that suggest
prints, and without the kind nothing is suggested for it:

    declined:
      - path: OrderEvent/order/note_code
        kind: number
        why: a code, although it looks like an amount

Where several paths would have one type, that one keeps its own. The path can be one of
a type that is only suggested.

Suggestions of events are shown and never written. The examples do not say whether a
program tells the topics apart by their Go types, and all paths of the spec that begin
with an event change with its name. To follow one, write the event beside its topics.
`
}

// kindsHelp lists the kinds of suggestions.
func kindsHelp() string {
	about := map[string]string{
		"envelope":  "root members that three or more events share",
		"type":      "objects on several paths that are one type, better names, and why some are not one",
		"json":      "strings that hold JSON",
		"map":       "objects whose members are keys: languages, currencies, ids",
		"number":    "decimals in strings",
		"timestamp": "times that the rules do not recognize, and numbers that are times",
		"base64":    "bytes in strings",
		"lend":      "null members, typed like the same name elsewhere",
		"flag":      "booleans written as 0 and 1, or as strings",
		"enum":      "strings or integers with few values",
		"required":  "ids, totals and envelope members that many examples have, and all",
		"name":      "Go names that collide or are ugly",
		"event":     "events with the same body; shown, never written: paths change with them",
	}
	var b strings.Builder
	for _, kind := range suggest.Kinds() {
		fmt.Fprintf(&b, "    %-10s %s\n", kind, about[kind])
	}
	return b.String()
}
