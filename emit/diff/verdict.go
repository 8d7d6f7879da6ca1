package diff

// Verdict is the part of a semantic version that a change of a generated package calls
// for.
type Verdict uint8

// The verdicts, from the least to the greatest.
const (
	None  Verdict = iota // the generated files are the same
	Patch                // an importer sees no difference
	Minor                // an importer can use more, or receives more
	Major                // an importer may have to change
)

// String returns the verdict in lower case.
func (v Verdict) String() string { return [...]string{"none", "patch", "minor", "major"}[v] }

// Meaning is a row of the table that says what changes mean for the version of a generated
// package.
type Meaning struct {
	Change  string // what changed, in words
	Verdict Verdict
	covers  func(Change) bool // nil where it is about files without a Change
}

// Meanings returns the table. The first row that covers a change is about it. The last two
// rows are about files.
func Meanings() []Meaning {
	breaks := func(c Change) bool { return c.Code == Breaking }
	return []Meaning{
		{"a package, topic, type, field or constant was removed, or has another Go name", Major, func(c Change) bool {
			return breaks(c) && (c.Kind == Removed || c.Kind == Renamed)
		}},
		{"`NewReceiver` takes other arguments, or what names a topic or describes a delivery is gone", Major, func(c Change) bool {
			return breaks(c) && (c.What == Source || c.What == Deliveries)
		}},
		{"a field, a type or a topic's event has another Go type, such as `payload.Opt[string]` instead of `string`", Major, breaks},
		{"a delivery that fit has a mismatch or is refused now: a member is required, an alias is gone", Major, func(c Change) bool {
			return c.Wire == Breaking
		}},
		{"a package, topic, type, field or constant is new", Minor, func(c Change) bool { return c.Code == Widening }},
		{"deliveries fit that had a mismatch or were refused: a member is no longer required, an alias is new", Minor, func(c Change) bool {
			return c.Wire == Widening
		}},
		{"deliveries are answered in another way", Patch, func(c Change) bool { return c.What == Deliveries }},
		{"a member may be null or absent in other cases, and its Go type had room for that", Patch, func(Change) bool { return true }},
		{"comments, tests, example payloads or unexported code changed, and nothing above", Patch, nil},
		{"the generated files are the same", None, nil},
	}
}

// Verdict returns what the change means for the version of the package.
func (c Change) Verdict() Verdict {
	for _, m := range Meanings() {
		if m.covers != nil && m.covers(c) {
			return m.Verdict
		}
	}
	return Major // which the table does not let happen
}

// VerdictOf returns what changes mean together. Files says whether the files of the
// generated packages differ.
func VerdictOf(changes []Change, files bool) Verdict {
	v := None
	if files {
		v = Patch
	}
	for _, c := range changes {
		v = max(v, c.Verdict())
	}
	return v
}
