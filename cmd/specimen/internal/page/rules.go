package page

// rules explains what can stand for the rule of a member's type.
func rules() []rule {
	return []rule{
		{"R2", "Only true and false were seen: bool."},
		{"R3", "Every number that was seen is an integer of 64 bits: int64, which takes 5.0 as well."},
		{"R4", "A number with a fraction or an exponent was seen, or one that 64 bits do not hold: exact decimal text."},
		{"R5", "Strings are strings, also where they look like numbers."},
		{"R6", "Several kinds of values were seen: a Number for numbers and strings, else the richest kind, with the others kept raw."},
		{"R8", "Nothing but null was seen, or nothing at all: any JSON, until an example or a decision says more."},
		{"R10", "Every string is a date or a time, and the name of the member or the number of them says that this is no accident."},
		{"R12", "Objects are structs of all members that were seen, or maps where no person chose the keys."},
		{"R13", "The element of a list is what fits all elements of all lists that were seen."},
		{"spec", "The spec decides it, and says why."},
	}
}
