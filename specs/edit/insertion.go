package edit

// Insertion is what to insert into one mapping or list of a spec.
type Insertion struct {
	// Path is the keys from the root of the file to the mapping or list. Insert adds
	// the last ones if the file does not have them.
	Path    []string
	Members []Member // for a mapping, which has none of them
	Items   []string // for a list
	Blocks  []Block  // for a list of mappings
}

// Member is a key of a mapping with its value.
type Member struct {
	Key   string
	Value Value
}

// Value is one of Text, Bool, Plain, List, Integers, Block, Inline, Blocks and Literal.
type Value interface{ isValue() }

// Text is a string, Bool true or false, Plain an integer or a date, List a list of strings, and Integers a list of
// integers. Block is a mapping with a line for each member, and Inline a mapping in
// braces; within braces, both are in braces.
//
// Blocks is a list of mappings, and Literal a string that keeps its lines, which must
// not start with a space. Neither can be in braces.
type (
	Text     string
	Bool     bool
	Plain    string
	List     []string
	Block    []Member
	Inline   []Member
	Blocks   []Block
	Literal  string
	Integers []string
)

func (Text) isValue()     {}
func (Bool) isValue()     {}
func (Plain) isValue()    {}
func (List) isValue()     {}
func (Block) isValue()    {}
func (Inline) isValue()   {}
func (Integers) isValue() {}
func (Blocks) isValue()   {}
func (Literal) isValue()  {}
