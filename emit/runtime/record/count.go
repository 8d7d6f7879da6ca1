package record

import (
	"unsafe"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// count counts an event, the struct at p, of a delivery. It reports false, and counts nothing,
// if the collector has to get the delivery.
func (w *walk) count(root *node, p unsafe.Pointer, body string) bool {
	text := unsafe.Slice(unsafe.StringData(body), len(body)) // which nothing writes to
	w.read(body)
	w.learns = false
	if !w.whole && (w.counts(root, p, ^evidence.LeastDigest(text)) || w.first) {
		return !w.failed
	}
	w.whole = w.counts(root, p, ^evidence.Digest(text))
	return w.whole
}

// read sets the body of which values can be parts. It writes few pointers, each of which the
// garbage collector may look at while it runs.
func (w *walk) read(body string) {
	w.body = unsafe.String(unsafe.StringData(body), len(body)+len(jsontext.Padding))
}

// offset returns where a text begins in the body, if it is a part of that.
func (w *walk) offset(text string) (at int, ok bool) {
	from := uintptr(unsafe.Pointer(unsafe.StringData(w.body)))
	n := uintptr(unsafe.Pointer(unsafe.StringData(text))) - from
	return int(n), n < uintptr(max(len(w.body)-len(jsontext.Padding), 0))
}

// forget forgets the body, which the walk would keep in memory.
func (w *walk) forget() {
	w.body = ""
	if w.memory.Used > 0 {
		w.memory = jsontext.Memory{}
	}
}

// counts counts an event, and reports whether it did.
//
// A delivery whose digest is that of one that the collector got is taken for that one, sent
// again: it shows the same at the same offsets.
func (w *walk) counts(root *node, p unsafe.Pointer, below uint64) bool {
	w.below, w.failed, w.first = below, false, false
	if below == 0 {
		return false // which is what counters have that no delivery has shown
	}
	w.root(root, p, 1)
	if w.failed {
		w.root(root, p, ^uint64(0))
	}
	return !w.failed
}

// earlier handles what no delivery has shown whose digest is less: below is the complement of
// the least one.
func (w *walk) earlier(below uint64) {
	w.failed = true
	w.first = w.first || below>>32 != w.below>>32
}

// learn learns that the collector got the delivery that was not counted last.
func (w *walk) learn(root *node, p unsafe.Pointer, body string) {
	w.settle()
	w.below, w.learns = ^evidence.Digest(unsafe.Slice(unsafe.StringData(body), len(body))), true
	w.root(root, p, 0)
	if w.changed {
		w.drop()
	}
	for _, g := range w.made {
		g.bound()
	}
}
