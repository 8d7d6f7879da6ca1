// Package payloadtest tests generated decoders. It is for the tests of generated
// packages: nothing else imports it.
//
// [Run] checks every example of a platform, and then what becomes of it when
// the platform changes something. It alters the example at each of its values in
// turn: null, absent, another name, another kind, twice, an unknown neighbour;
// and it cuts the text short. Each altered body must be decoded and encoded
// again to an equal JSON value, its mismatches must be those that the Go type
// promises, and all other variables must be as they were.
//
// That takes some fifty microseconds for each of some twenty alterations of a
// value, in a body of some kilobytes: an object or array of a longer example is
// altered in an excerpt, which has little besides it. It stays bounded: far down a
// list the alterations take turns, and beyond 128 MB of altered bodies
// for one example they are chosen at random, with a fixed seed. A string of ten megabytes is put into one
// place of each example; into every place where the environment variable
// PAYLOADTEST_LONG is set, which takes minutes.
//
// Some of the decoded events are changed as a program changes them: another value
// for a field, an element or an entry, a list that is longer or empty, a member
// that Set or Delete of Extra is given. They must encode to the body with that
// change and no other, and to the body again when it is taken back. Behind what an
// event is appended to, no byte may be written. With PAYLOADTEST_LONG, all changes
// of the examples are tried.
//
// What it compares with is made independently of package payload: a tree
// ([value]) that encoding/json's tokens build, and the rules of tolerance
// written down once more (judge.go, promise.go). Of the events it sees the Go
// types, by reflection, and which member a field is for, by its json tag. A
// member whose field has no tag is checked not to be lost, and no more.
package payloadtest
