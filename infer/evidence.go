package infer

import (
	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// The evidence that types are decided by is that of package evidence, of which generated
// modules have a copy, for what needs evidence and no types. Who decides types or asks about
// them handles both: to them, it is one subject with one name, such as infer.Origin.
type (
	Evidence    = evidence.Evidence
	Node        = evidence.Node
	Member      = evidence.Member
	Fact        = evidence.Fact
	FactKind    = evidence.FactKind
	Origin      = evidence.Origin
	Claim       = evidence.Claim
	Claims      = evidence.Claims
	Accumulator = evidence.Accumulator
)

// The facts: see package evidence.
const (
	FactElided       = evidence.FactElided
	FactBlank        = evidence.FactBlank
	FactFraction     = evidence.FactFraction
	FactWide         = evidence.FactWide
	FactNotInteger   = evidence.FactNotInteger
	FactNotFloat     = evidence.FactNotFloat
	FactNotFlag      = evidence.FactNotFlag
	FactEmpty        = evidence.FactEmpty
	FactNotTimestamp = evidence.FactNotTimestamp
	FactNotJSON      = evidence.FactNotJSON
	FactBase64       = evidence.FactBase64
	FactNotBase64    = evidence.FactNotBase64
	FactInexact      = evidence.FactInexact
	FactRepeated     = evidence.FactRepeated
	FactLong         = evidence.FactLong
	FactMalformed    = evidence.FactMalformed
)

// The claims of tables: see package evidence.
const (
	ClaimInteger   = evidence.ClaimInteger
	ClaimNumber    = evidence.ClaimNumber
	ClaimBool      = evidence.ClaimBool
	ClaimTimestamp = evidence.ClaimTimestamp
	ClaimFlag      = evidence.ClaimFlag
	ClaimJSON      = evidence.ClaimJSON
	ClaimList      = evidence.ClaimList
	ClaimMap       = evidence.ClaimMap
	ClaimObject    = evidence.ClaimObject
	ClaimValue     = evidence.ClaimValue
	ClaimNull      = evidence.ClaimNull
	ClaimOptional  = evidence.ClaimOptional
	ClaimRequired  = evidence.ClaimRequired
)

const (
	kindBoolean = jsontext.Kinds(1 << jsontext.KindBoolean)
	kindNumber  = jsontext.Kinds(1 << jsontext.KindNumber)
	kindString  = jsontext.Kinds(1 << jsontext.KindString)
	kindArray   = jsontext.Kinds(1 << jsontext.KindArray)
	kindObject  = jsontext.Kinds(1 << jsontext.KindObject)
)

// Merge returns the evidence of all that a and b are the evidence of. It changes
// neither of them.
func Merge(a, b Evidence) Evidence { return evidence.Merge(a, b) }

// NewAccumulator returns an empty Accumulator. See [evidence.NewAccumulator] for rename.
func NewAccumulator(rename func(name string) string) *Accumulator {
	return evidence.NewAccumulator(rename)
}

// DeliveryOrigin returns the origin of a delivery as a whole. It depends on the bytes
// alone.
func DeliveryOrigin(delivery []byte) Origin { return evidence.DeliveryOrigin(delivery) }

// TableWords returns the words for types that a table can have.
func TableWords() []string { return evidence.TableWords() }
