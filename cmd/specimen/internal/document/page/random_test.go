package page_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/page"
)

// truth is what a random page says of one topic.
type truth struct {
	topic   string
	about   string
	value   any    // of the payload
	text    string // how the page shows it
	changed bool   // whether that is not strict JSON
}

// TestRandomPages reads pages in all forms, with payloads of random values in which things
// were left out, added and broken in the ways of documents. A payload comes back under its
// topic with an equal value, or there is a doubt or a finding; no topic has a payload of
// another one without a doubt; what nothing was done to always comes back.
//
// SPECIMEN_PAGES is how many pages to read, instead of a few hundred.
func TestRandomPages(t *testing.T) {
	pages := 300
	if n, err := strconv.Atoi(os.Getenv("SPECIMEN_PAGES")); err == nil {
		pages = n
	}
	payloads, back := 0, 0
	for seed := range pages {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		form := forms[seed%len(forms)]
		all := truths(r, form)
		text := form.write(r, all)
		reading := page.Read(text)
		for _, problem := range judge(all, reading) {
			t.Errorf("page %d, %s: %s", seed, form.name, problem)
		}
		for _, x := range all {
			payloads++
			if comesBack(x, reading) {
				back++
			}
		}
		if t.Failed() {
			t.Fatal(text)
		}
	}
	const percent = 95
	if 100*back < percent*payloads {
		t.Errorf("%d of %d payloads come back without a doubt; want %d%%", back, payloads, percent)
	}
	t.Logf("%d of %d payloads come back without a doubt", back, payloads)
}

// judge returns what a reading of a page has wrong.
func judge(all []truth, r document.Reading) (problems []string) {
	topics := make(map[string]document.Topic)
	for _, x := range r.Topics {
		topics[x.Name] = x
	}
	for _, x := range all {
		got, ok := topics[x.topic]
		switch doubted := len(r.Findings) > 0 || len(got.Doubts) > 0 || doubts(got) > 0; {
		case !ok && len(r.Findings) == 0:
			problems = append(problems, x.topic+" is lost")
		case !comesBack(x, r) && (!x.changed || !doubted):
			problems = append(problems, fmt.Sprintf("%s has not its payload but %q; findings %v", x.topic, texts(got), r.Findings))
		}
		delete(topics, x.topic)
		for _, p := range got.Payloads {
			if !equalJSON(p.Text, marshal(x.value)) && len(p.Doubts) == 0 {
				problems = append(problems, x.topic+" has another payload without a doubt: "+p.Text)
			}
		}
	}
	for name, x := range topics {
		if len(x.Payloads) > doubts(x) {
			problems = append(problems, name+" is not a topic, and has a payload without a doubt")
		}
	}
	return problems
}

// comesBack reports whether a reading has a payload as it was, without a doubt.
func comesBack(x truth, r document.Reading) bool {
	for _, t := range r.Topics {
		for _, p := range t.Payloads {
			if t.Name == x.topic && len(p.Doubts) == 0 && equalJSON(p.Text, marshal(x.value)) {
				return true
			}
		}
	}
	return false
}

func doubts(t document.Topic) (n int) {
	for _, p := range t.Payloads {
		n += min(len(p.Doubts), 1)
	}
	return n
}

func texts(t document.Topic) (all []string) {
	for _, p := range t.Payloads {
		all = append(all, p.Text)
	}
	return all
}

// truths returns a few topics with random payloads, as a form can show them.
func truths(r *rand.Rand, f form) (all []truth) {
	sign := pick(r, []string{"/", ".", "_", ":"})
	if f.parts && sign == "_" {
		sign = "."
	}
	subjects := r.Perm(len(nouns))
	for i := range 1 + r.IntN(5) {
		x := truth{topic: nouns[subjects[i]] + sign + pick(r, verbs)}
		x.about = "Sent when the " + nouns[subjects[i]] + " of somebody has changed."
		body := randomObject(r, 3)
		if f.inBody {
			body = append(members{{"event", x.topic}}, body...)
		}
		w := writer{r: r, line: f.line, plain: f.plain, pretty: !f.line && r.IntN(4) > 0}
		if r.IntN(2) == 0 {
			w.mend(f)
		}
		x.value, x.text = w.write(body)
		x.changed = w.broken
		all = append(all, x)
	}
	return all
}

var (
	nouns = []string{"order", "cart", "client", "refund", "parcel", "invoice", "stock", "label"}
	verbs = []string{"create", "updated", "paid", "deleted", "line_added"}
)

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }
