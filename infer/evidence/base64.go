package evidence

import "github.com/specimen-go/specimen/infer/base64text"

// base64 counts a string that is base64 beyond doubt, and one that is not base64 where the
// types have bytes.
func (w *walker) base64(i int, t *tally) {
	switch {
	case w.sampling:
		if w.report.IsBase64(w.text) {
			t.rare()[FactBase64].add(w.order, w.at(i))
		}
	case t.model != nil && t.model.Base64() && !base64text.Valid(w.text):
		t.rare()[FactNotBase64].add(w.order, w.at(i))
	}
}
