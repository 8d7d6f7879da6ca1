package names

import (
	"fmt"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/finding"
)

// Collision is the cause of a problem with two declarations of the package, or two
// fields of one struct, that have the same Go name.
type Collision struct {
	Name          string
	First, Second string // what has the name, such as "topic orders/create" or a path
	hint          string
}

func (Collision) Rule() finding.Rule { return finding.NameCollision }

// Message returns for example "OrderEvent/user_id and OrderEvent/userId have the same
// Go name: UserID".
func (c Collision) Message() string {
	return fmt.Sprintf("%s and %s have the same Go name: %s", c.First, c.Second, c.Name)
}

// Hint returns the line that gives one of the two another name.
func (c Collision) Hint() string { return c.hint }

// Taken is the cause of a problem with a Go name that the package, or a method or
// field of every struct, has already.
type Taken struct {
	Name, By string // By is what cannot have the name
	inStruct bool
	hint     string
}

func (Taken) Rule() finding.Rule { return finding.ReservedName }

// Message returns for example "the type Decoder cannot have the Go name Decoder: the
// package declares it".
func (c Taken) Message() string {
	owner := "the package declares it"
	if c.inStruct {
		owner = "the struct has a method or field of this name"
	}
	return fmt.Sprintf("%s cannot have the Go name %s: %s", c.By, c.Name, owner)
}

// Hint returns the line that gives it another name.
func (c Taken) Hint() string { return c.hint }

// Redundant is the cause of a warning about a name in the spec that is the same
// without it.
type Redundant struct{ Name string }

func (Redundant) Rule() finding.Rule { return finding.RedundantName }

// Message returns for example "redundant: the Go name is already UserID".
func (c Redundant) Message() string { return "redundant: the Go name is already " + c.Name }

// Hint returns what to do about it.
func (c Redundant) Hint() string { return "remove name" }

// report adds a problem with a Go name. That of a field begins with a dot.
func (n *Names) report(name string, p infer.Problem) {
	n.Clashes = append(n.Clashes, name)
	n.Problems = append(n.Problems, p)
}

// redundant adds the warning about a name in the spec.
func (n *Names) redundant(clash, name string, ref infer.Ref, path string) {
	n.report(clash, infer.Problem{Cause: Redundant{name}, Where: infer.Where{Ref: ref}, Path: path})
}
