package suggest

// The numbers that suggestions rely on, each with its reason. The words they rely
// on are in lexicon.go. A suggestion is text that a person reviews, so all of these
// prefer to miss something over suggesting what is wrong.

// Maps.
const (
	// fixedFrom is how many objects with the very same keys say that these are not chosen
	// by users, whatever the name of the member.
	fixedFrom = 3
	// shapesFrom is how many values of one shape a map has at least that nothing else shows:
	// an original, a copy and a draft are three. From manyShapes on, few people would write
	// them as members.
	shapesFrom = 4
	manyShapes = 8
	// namedShapesFrom is how many values a map has at least whose name says that users may
	// choose its keys, where the name does not tell alone.
	namedShapesFrom = 3
	// fewWords is how many words the values of such a map have, as levels of access do.
	fewWords = 4
	// longestPrefix is how long the word before an id is at most: cus and price have no more.
	longestPrefix = 5
	// lettersToChange is how many letters of a name there are for each change between small
	// letters, capitals and digits, at least: in camel case, the words are longer.
	lettersToChange = 3
)

// Objects of one type.
const (
	// alikeFrom is how many members objects have at least to be of one type by
	// their keys alone. Three keys, such as id, name and url, are common to objects
	// of any kind.
	alikeFrom = 4
	// manyShared is how many members in common are never chance, even where each
	// object has others and they stand at members of different names.
	manyShared = 16
	// surelyFrom is how many members objects have in common at least to be of one type although
	// those inside of them have little in common. Wrappers, which look the same whatever they
	// wrap, have fewer.
	surelyFrom = 8
	// fewMissing is how many members objects may lack of those that others have, if they
	// have no others themselves: so few are optional, whatever share of all they are.
	fewMissing = 3
	// mostCompared is how many objects with something in common each one is compared
	// with, and mostRounds how often, as entities grow. They bound the time.
	mostCompared = 32
	mostRounds   = 4
	// smallFrom is how many members objects have at least to be of one type where
	// their names or positions say so too. A wrapper has one.
	smallFrom = 2
	// linksFrom is how many objects with the same keys stand beside each other where
	// they are elements of a set, such as links. Two or three may be a coincidence,
	// such as an original and a copy.
	linksFrom = 4
	// mostTold is how many members objects have that members with certain names
	// tell apart: an amount of money, a reference. Larger objects have a currency, or
	// a link, beside what they are about.
	mostTold = 6
)

// mostly reports whether n of m are most of them: three quarters. Objects that each
// have three quarters of all their keys share half at least, any two of them, and
// whether they do does not depend on an order.
func mostly(n, m int) bool { return 4*n >= 3*m }

// Names of types.
const (
	// mostNameWords is how many words a type's name has that is easy to read. Beyond
	// it, the last words of the path say more than all of them.
	mostNameWords = 6
	// mostEasyWords is how many words a name has that a person reads at once, as those of
	// types that people write have.
	mostEasyWords = 3
	// mostBeside is how many members an object has that only wraps another one: a
	// kind and a version beside the object itself.
	mostBeside = 4
	// mostOptions is how many names are tried for one type.
	mostOptions = 12
	// longestWord is the length of the longest text that is taken for a name. Longer
	// ones are sentences or tokens.
	longestWord = 40
	// mostSigns is how many signs of a key its name spells out.
	mostSigns = 3
)

// mostBlames is how many times candidates that infer.Decide refuses are dropped by what it
// says of them, before halves of the candidates are tried.
const mostBlames = 4

// What a spec can hold: the limits of package specs, as TestSuggestedSpecsLoad of the
// command line proves.
const (
	longestName  = 80   // bytes of a Go name
	longestValue = 200  // bytes of a value of an enum, or of a member of the envelope
	longestText  = 2000 // bytes of a path or a reason

	// longestWhy is the length of the longest reason that is suggested. One that
	// quotes a longer path is written without it.
	longestWhy = 500
)

// Envelopes.
const (
	// envelopeEvents is how many events share an envelope at least. Two events with
	// the same members may be about the same.
	envelopeEvents = 3
	// mostRootMembers is how many members an envelope can have, and mostSeeds how many of
	// them it grows from. They bound the time.
	mostRootMembers = 64
	mostSeeds       = 8
	// envelopeMembers is how many members an envelope has at least: one is not worth
	// a type.
	envelopeMembers = 2
)

// mostEvents reports whether n of m events are enough for an envelope that is not
// doubtful: two thirds. Platforms rarely have more than one odd kind of event.
func mostEvents(n, m int) bool { return 3*n >= 2*m }

// manyEvents reports whether n of m events are enough for an optional member of all: a
// sixth. Fewer are about something that the others are not about.
func manyEvents(n, m int) bool { return 6*n >= m }

// worth is how good a set of root members is as an envelope. Events count by their
// third power: one more member is not worth an event that then has no envelope.
func worth(members, events int) int { return members * events * events * events }

// Values.
const (
	// mostValues is how many values a person reads as a list of all.
	mostValues = 10
	// idLength and idDigits are how long a key is at least, and how many digits it
	// has, if a machine made it up. Keys that people write, such as address_line2,
	// have fewer digits, or all of them at the end.
	idLength = 8
	idDigits = 3
	// promiseFrom is how many objects there are at least to promise that all have a
	// member. If eight of eight have it, less than a third of all lack it (at 95 %), which
	// with a name that every object has is enough for a line that a person reviews.
	promiseFrom = 8
	// decimalsFrom is how many different texts are decimals in strings whatever their name
	// is. One may be the code 10.4, the system 14.0 or a section.
	decimalsFrom = 2
	// scalarLenders is how many members lend a scalar strongly: of those by two, 96.8 % were
	// right on one set of platforms, and of those by three or more, 1,352 of 1,354 on
	// another.
	scalarLenders = 3
	// mostOrigins is how many examples a suggestion lists where any one would do.
	mostOrigins = 3
	// mostEventClasses bounds the classes of events with the same root members that
	// one more event is compared with. It bounds the time; real platforms have two
	// or three.
	mostEventClasses = 16
)

// Numbers of 10 digits are seconds since 1970, those of 13 are milliseconds and those of 16
// microseconds, if the first digit makes them times from 2001 to 2128.
const (
	secondDigits      = 10
	millisecondDigits = 13
	microsecondDigits = 16
	latestFirstDigit  = '4'
)
