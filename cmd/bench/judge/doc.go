// Command judge is what cmd/bench runs once the types to compare with are made. It
// decodes and encodes the same payloads with the generated packages and with other JSON
// libraries, each into equivalent structs, checks that all of them agree, and prints what
// they take as one Markdown document, with ratios to encoding/json, and the goals.
//
// # Parts
//
//	decode   the documented examples and varied copies of them
//	forms    the same with members shuffled, absent, unknown, with white space …
//	encode   the events of the same corpora
//	cold     one decoding at a time, the processor's caches emptied before it
//	first    the first decoding of a fresh process
//	verify   verification of deliveries, and all that a Receiver does
//	record   what a Recorder adds to the decoding of varied orders of all platforms
//	accepts  which decoder accepts what of malformed and unusual payloads
//	size     machine code per member
//	compile  time to compile the packages
//	infer    inference over many payloads
//	generate the command for all platforms, against gofmt of what it writes
//	suggest  suggest -w against generate, against topics
//	growth   the cost of generating against examples, topics, members and depth:
//	         processor time without the garbage collector, and what is allocated
//
// # Method
//
// Each part runs with the toolchain that runs this program, and then, as a program of its
// own, with another one (-also): from Go 1.27 on, encoding/json is made of its second
// version. Each has its own goals. All goals are ratios of what one process measured, or
// numbers that need no clock.
//
// One process with GOMAXPROCS=1 times all. Every corpus is a list of payloads,
// and an operation is one of them: a slice of some milliseconds goes through the
// list once or several times. A round takes the corpora in random order, and all
// libraries one after the other in random order. Times are processor time of the
// whole process, garbage collection included; a ratio is the median over rounds
// of the ratios within a round. Results are stored where the compiler cannot
// forget them. Live memory of a fixed size (-ballast) keeps the collector as busy
// as it is in a service, and not more.
//
// A decoding gives the values of the members, the JSON inside strings included:
// the generated decoders look there, so for the others the bench calls them once
// more for each such string, which is what their users would write. The form
// "text" leaves that out, which asks less of the others than of ours.
//
// Three rows are floors. "scan only" is our reader, which keeps nothing: no decoder that
// validates what it reads is faster. "nothing decoded" and "text at hand" are json.Unmarshal and
// json.Marshal of types whose methods do nothing: no method of a type makes them faster. No
// goal is above what the floor of the same run leaves.
package main
