// Package specimen turns documented webhook payloads into Go packages.
//
// This package holds nothing but the line that rebuilds the committed packages,
//
//	go generate ./...
//
// and this map of the rest. Data flows one way:
//
//	specs/*.yaml   what platforms document, and the decisions on it
//	  | specs      reads the YAML, with the position of every key and payload
//	  v
//	[]infer.Example, infer.Decisions
//	  | infer      Observe: examples -> evidence, at every path
//	  |            Merge:   evidence of several examples, in any order
//	  |            Decide:  evidence and decisions -> types
//	  v
//	infer.Model
//	  | emit/names   every Go name of the package, and the names that collide
//	  v
//	names.Names
//	  | emit       types and names -> Go files, in memory
//	  v
//	[]emit.File
//	  | cmd        type-checks them, and writes all of them or none
//	  v
//	generated/<platform>, generated/payload
//
// What else can be asked of a spec is pure as well, and beside the stage whose
// results it reads:
//
//	infer/ident     the words of a name, for everything that reads names
//	infer/golden    golden tests: archives of inputs and outputs
//	infer/explain   why a place has its type, and what would change it
//	infer/observe   captured deliveries, compared with the types
//	infer/redact    payloads without personal data and secrets
//	emit/suggest    decisions that the evidence speaks for, and better names
//	emit/diff       what changed between two states of a spec
//	specs/edit      lines put into a spec file, every other byte kept
//
// The command line runs this pipeline in one place, and has one package per verb:
//
//	cmd/specimen                      the table of verbs
//	cmd/specimen/internal/cli         flags, help, printing, exit codes
//	cmd/specimen/internal/platform    a spec, read and decided: evidence, decisions,
//	                                  model, names, problems, and their positions
//	cmd/specimen/internal/verb/...    the verbs, which take one platform, or two
//
// Invariants:
//
//   - Imports run one way: cmd -> emit -> infer, and cmd -> specs. infer and emit
//     never import specs; infer knows no YAML and no Go syntax; only emit imports
//     the code generator jennifer. A test holds that.
//   - Every stage but cmd is free of input and output, clock, environment and
//     state that outlives a call.
//   - There is one JSON reader, infer/jsontext. It reads the examples here, and a
//     copy of it the deliveries in the generated packages.
//   - The same specs give the same bytes on every machine. What stands first in a
//     spec (files by name, topics and examples as listed) stands first in a struct;
//     what is added behind moves nothing. No other order leaves a trace.
//   - Opinions are text in the specs, with a reason. The generator has rules, but
//     no exceptions and no platform's name in its code.
//   - A run that finds a problem writes nothing.
package specimen

//go:generate go run ./cmd/specimen generate
