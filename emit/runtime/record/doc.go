// Package record records what deliveries show, without keeping any of them.
//
// A [Recorder] adds the evidence of each event to counters: at every path, the kinds of its
// values, how often each came, and what is true of them, such as that one is not a date. It
// holds no values, and its memory is bounded by the types. What it writes is an evidence
// file: "specimen merge" adds such files up, and "specimen observe" compares them with the
// types. It has the bytes that "specimen observe --evidence" writes for the same bodies.
//
// The package of a platform that makes one ends in record:
//
//	recorder := shoplazzarecord.New()
//	receiver.Before = recorder.Before
//	…
//	_, err := recorder.WriteTo(file)
package record
