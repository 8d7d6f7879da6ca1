package state

import "github.com/specimen-go/specimen/infer/jsontext"

// Members is the layout of payload.Members.
type Members []Member

// Member is one member that Members holds. Importers can reach it, so it has neither
// exported fields nor methods: [Name], [Value], [Index] and [Unread] are functions.
type Member struct {
	name   string
	value  jsontext.Value // absent in the mark of a known member that was absent
	known  int32          // 1 + the index of a known member that decoding left, 0, or built
	unread bool
}

// built is the mark of a member that was set in a struct that is built by hand.
const built = -1

// Unknown returns a member that has no field, or that replaces what the field says.
func Unknown(name string, value jsontext.Value) Member { return Member{name: name, value: value} }

// Known returns the entry of the known member with an index: its raw value, which its field
// cannot reproduce, or an absent value if the member was absent. unread says that the field
// was left unset because memory ran out.
func Known(index int, name string, value jsontext.Value, unread bool) Member {
	return Member{name: name, value: value, known: int32(index) + 1, unread: unread}
}

// Set returns a member that the program sets in x.
func Set(x Members, name string, value jsontext.Value) Member {
	m := Unknown(name, value)
	if Built(x) {
		m.known = built
	}
	return m
}

// Built reports whether x is of a struct that is built by hand, and not decoded: nil, or
// a list that was nil before a member was set. That of a decoded struct is empty at least.
func Built(x Members) bool { return x == nil || len(x) > 0 && x[0].known == built }

// Name returns the name of a member.
func Name(m *Member) string { return m.name }

// Value returns the raw value of a member.
func Value(m *Member) jsontext.Value { return m.value }

// Index returns the index of a known member that decoding left, a negative number for
// others.
func Index(m *Member) int { return int(m.known) - 1 }

// Unread reports whether the field of a known member was left unset because memory ran out.
func Unread(m *Member) bool { return m.unread }

// IsZero reports whether m is the zero Member, which stands for none.
func IsZero(m *Member) bool { return m.known <= 0 && m.value.IsAbsent() }
