package jsontext_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// suiteCase is a case of JSONTestSuite by its name there, without the letter
// that says what is expected, and a text of ours that shows it.
type suiteCase struct {
	name string
	text string
}

// TestSuiteAccepted: what must be accepted (J1).
func TestSuiteAccepted(t *testing.T) {
	for _, c := range accepted {
		t.Run(c.name, func(t *testing.T) {
			if !json.Valid([]byte(c.text)) {
				t.Fatalf("encoding/json rejects %q", c.text)
			}
			checkAccepted(t, c.text, true)
		})
	}
}

// TestSuiteRejected: what must be rejected (J1).
func TestSuiteRejected(t *testing.T) {
	for _, c := range rejected {
		t.Run(c.name, func(t *testing.T) {
			if json.Valid([]byte(c.text)) {
				t.Fatalf("encoding/json accepts %.80q", c.text)
			}
			checkRejected(t, c.text)
		})
	}
}

// TestSuiteUndecided: what RFC 8259 leaves open, as decided here (J2).
func TestSuiteUndecided(t *testing.T) {
	for _, c := range undecided {
		t.Run(c.name, func(t *testing.T) {
			if got := json.Valid([]byte(c.text)); got != c.accept {
				t.Fatalf("encoding/json accepts %.80q: %t, want %t", c.text, got, c.accept)
			}
			if c.accept {
				checkAccepted(t, c.text, c.exact)
			} else {
				checkRejected(t, c.text)
			}
		})
	}
}

// TestSuiteComplete counts the cases: JSONTestSuite has 95, 188 and 35.
func TestSuiteComplete(t *testing.T) {
	names := make(map[string]bool)
	for _, c := range accepted {
		names["y_"+c.name] = true
	}
	for _, c := range rejected {
		names["n_"+c.name] = true
	}
	for _, c := range undecided {
		names["i_"+c.name] = true
	}
	if got, want := len(names), 95+188+35; got != want {
		t.Errorf("%d different names of cases, want %d", got, want)
	}
}

// checkAccepted checks that the text is read, and to the value that
// encoding/json reads.
func checkAccepted(t *testing.T, text string, exact bool) {
	t.Helper()
	r := jsontext.NewScanner(text)
	got, gotExact := readTree(&r)
	if err := r.Done(); err != nil {
		t.Fatalf("reading %.80q: %v", text, err)
	}
	if want := standardTree(t, text); !reflect.DeepEqual(got, want) {
		t.Errorf("%.80q is read as %#v, want %#v", text, got, want)
	}
	if gotExact != exact {
		t.Errorf("exact is %t for %.80q, want %t", gotExact, text, exact)
	}
	r = jsontext.NewScanner(text)
	if r.Skip(); r.Done() != nil {
		t.Errorf("skipping %.80q: %v", text, r.Done())
	}
}

// checkRejected checks that the text is refused, by reading and by skipping
// with the same error.
func checkRejected(t *testing.T, text string) {
	t.Helper()
	r := jsontext.NewScanner(text)
	readTree(&r)
	err := r.Done()
	if err == nil {
		t.Fatalf("%.80q is accepted", text)
	}
	r = jsontext.NewScanner(text)
	if r.Skip(); r.Done() == nil || r.Done().Error() != err.Error() {
		t.Errorf("skipping %.80q: %v, want %v", text, r.Done(), err)
	}
}
