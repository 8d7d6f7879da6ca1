// Package payloadtest tests generated decoders. It is for the tests of generated
// packages: nothing else imports it.
//
// [Run] checks every example of a platform, then edits of its JSON, and then changes of
// its event:
//
//   - An edit is of JSON: what a platform may send instead of the example. A value is
//     null, absent, of another kind or name, there twice, or has an unknown neighbour;
//     or the text is cut short. The edited body must be decoded and encoded again to an
//     equal JSON value, its mismatches must be those that the Go type promises, and all
//     other variables must be as they were.
//   - A change is of a decoded event: what a program may do with it. A field, an element
//     or an entry has another value, a list is longer or empty, or Set or Delete of Extra
//     is given a member. The event must encode to the body with that change and no other,
//     and to the body again when it is taken back. Behind what an event is appended to, no
//     byte may be written.
//
// A value has some twenty edits, each of which takes some fifty microseconds in a body of
// some kilobytes: an object or array of a longer example is edited in an excerpt, which
// has little besides it. The time stays bounded: far down a list the edits take turns, and
// beyond 128 MB of edited bodies for one example they are chosen at random, with a fixed
// seed. Some of the edited bodies have a few changes tried of their events, and each
// example some of its changes. A string of ten megabytes is put into one place of each
// example. Of more than 64 examples, the objects and arrays that are like none before, by
// their Go type and members, are edited in this way, and a few of the others, one edit of
// each place. Where the environment variable PAYLOADTEST_LONG is set, all are edited, the
// long string is put into every place, and all changes of the examples are tried, which
// takes minutes.
//
// What it compares with is made independently of package payload: a tree
// ([value]) that encoding/json's tokens build, and the rules of tolerance
// written down once more (judge.go, promise.go). Of the events it sees the Go
// types, by reflection, and which member a field is for, by its json tag. A
// member whose field has no tag is checked not to be lost, and no more.
package payloadtest
