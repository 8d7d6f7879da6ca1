package redact_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
)

// TestSameTypes checks that redaction does not change the types of the platforms
// here.
func TestSameTypes(t *testing.T) {
	set, err := specs.Load(os.DirFS("../../specs"), "specs")
	if err != nil || len(set.Platforms) == 0 {
		t.Fatalf("%d platforms, error %v", len(set.Platforms), err)
	}
	for _, personal := range []bool{false, true} {
		for _, p := range set.Platforms {
			var before, after []infer.Example
			count := 0
			for _, topic := range p.Topics {
				for _, x := range topic.Examples {
					result, err := redact.Redact(x.Text, redact.Options{Personal: personal})
					if err != nil {
						t.Fatalf("%s: %v", x.ID, err)
					}
					text := result.Text
					count += len(result.Replaced)
					before = append(before, infer.Example{ID: x.ID, Event: topic.Event, Text: x.Text})
					after = append(after, infer.Example{ID: x.ID, Event: topic.Event, Text: text})
				}
			}
			if personal && count == 0 {
				t.Errorf("%s: nothing was replaced", p.Name)
			}
			if got, want := shape(t, after), shape(t, before); got != want {
				t.Errorf("%s, personal %v: got:\n%s\nwant:\n%s", p.Name, personal, got, want)
			}
		}
	}
}

// shape returns the evidence and the types of examples, without positions.
func shape(t *testing.T, examples []infer.Example) string {
	t.Helper()
	evidence, problems := infer.Observe(examples...)
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	model, _ := infer.Decide(evidence, infer.Decisions{})
	return regexp.MustCompile(` @\S+`).ReplaceAllString(infer.EvidenceText(evidence), "") + model.String()
}

// TestNothingOfValues checks that payloads that differ only in values of one layout
// become equal, so that a replacement tells nothing about the value.
func TestNothingOfValues(t *testing.T) {
	const form = `{"id":1,"name":"$name","email":"$mail","phone":"$phone","lat":$lat,"ip":"$ip","token":"$token",
		"born":"$born","url":"https://$host/$name?a=$token","note":"$name, $mail","cc":"$mail","raw":"{\"zip\":\"$zip\"}"}`
	a := strings.NewReplacer("$name", "Lee Chan", "$mail", "lee@shop.com", "$phone", "+49 151 2345", "$lat", "52.5", "$ip", "1.2.3.4",
		"$token", "q8Zr2Lk0vX", "$born", "1990-01-02", "$host", "lee.com", "$zip", "90210").Replace(form)
	b := strings.NewReplacer("$name", "Kim Wong", "$mail", "kim@mail.org", "$phone", "+18 234 9988", "$lat", "13.4", "$ip", "9.8.7.6",
		"$token", "z3Ab9Xy0pQ", "$born", "1975-11-30", "$host", "kim.net", "$zip", "12345").Replace(form)
	got, err := redact.Redact(a, redact.Options{Personal: true})
	if err != nil {
		t.Fatal(err)
	}
	want, err := redact.Redact(b, redact.Options{Personal: true})
	if err != nil {
		t.Fatal(err)
	}
	if got.Text != want.Text {
		t.Errorf("one became:\n%s\nthe other:\n%s", got.Text, want.Text)
	}
	for _, value := range []string{"Lee", "Chan", "lee@", "shop", "2345", "1.2.3.4", "q8Zr2Lk0vX", "1990", "90210"} {
		if strings.Contains(got.Text, value) {
			t.Errorf("%s is still there in:\n%s", value, got.Text)
		}
	}
}

func TestNoJSON(t *testing.T) {
	for _, text := range []string{"", "{", `{"a":1}x`, `{'a':1}`, `{"token": 01}`} {
		if out, err := redact.Redact(text, redact.Options{}); err == nil || out.Text != "" {
			t.Errorf("%q: got %q and error %v, want an error alone", text, out.Text, err)
		}
	}
}

// TestSameTypesOfDeliveries checks that redaction does not change the types of the
// payloads in the lists of whole deliveries.
func TestSameTypesOfDeliveries(t *testing.T) {
	for _, personal := range []bool{false, true} {
		for _, list := range []string{"unseen", "plain-unseen", "delivery"} {
			for i, line := range corpus(t, list) {
				line, _ = stays(line)
				text, _ := marks(line)
				result, err := redact.Redact(text, redact.Options{Personal: personal})
				if err != nil {
					t.Fatal(err)
				}
				if slices.ContainsFunc(result.Replaced, func(r redact.Replaced) bool { return r.Name }) {
					continue
				}
				got := shape(t, []infer.Example{{ID: "x", Event: "A", Text: result.Text}})
				if want := shape(t, []infer.Example{{ID: "x", Event: "A", Text: text}}); got != want {
					t.Errorf("%s %d, personal %v: %s: got:\n%s\nwant:\n%s", list, i, personal, result.Text, got, want)
				}
			}
		}
	}
}

// FuzzRedact checks for every JSON payload that the redacted one has the same
// evidence, except for replaced names of members, that equal values become equal
// ones, and that redacting it again does not change it.
func FuzzRedact(f *testing.F) {
	for _, text := range []string{
		`{"email":"lee@shop.com","n":[1,2.5,"x"],"raw":"{\"name\":\"Lee\"}"}`, `{"name":"[01]","zip":"0x1","phone":"1e5"}`,
		`{"name":"2024-13-45","dob":"2024-02-29T10:00:00Z"}`, `{"url":"https://[::1]:80/%zz%E6?a&b=c=d#%"}`,
		`{"token":"\ud800","name":"\u0000é\u0301","last4":"0007","x":"+1 (2) 3456789"}`, `[["lee@x.yz <a@b.cd>, c@d.ef"]]`,
		`{"name":"{","key":"[","text":"[1","body":"{\"a\":1,\"a\":2}"}`, `{"lat":-0,"lng":1e400,"pin":123456789012345678901}`,
		`{"note":"call lee@shop.com","misc":"call lee@shop.com","x":"lee@shop.com","born":"1990-01-02","at":"1990-01-02"}`,
		`{"users":{"lee@x.yz":1,"a@b.cd":{"k":2}},"headers":[{"name":"X-Api-Key","value":"q8Zr2Lk0vX7mN4pT"}],"raw":" {\"pin\":1234}"}`,
		`{"first_name":"Maria","x":"ask Maria, +49 151 2345678","from":"491512345678","n":491512345678,"姓名":"李小明","y":"您好，李小明"}`,
		`{"blob":"eyJhcGlfa2V5IjoiYWsteDc3LTkxIiwibiI6MX0=","cookie":"sid=a8f7Lq2Zx0Vn5; theme=dark","b":"W10gICAgICAgICAgICAg"}`,
		`{"html_body":"<p>Hi &amp; bye, 12 High Street</p>","type":"passport","number":"X123","question":"Your name?","answer":["Lee","Kim"]}`,
		`{"x":"password=hunter2&name=Lee+Chan","y":"<pin>1234</pin> 12 High Street, DE89370400440532013000 10.1.2.3","z":"BEGIN:VCARD\nN:A;B;;\nEND:VCARD"}`,
		`{"key":"00000000000a1000a1A11B27C89YbZX=","token":"q7Zx0Lw8Vb5Nc1Rt4Yh6Gw==","secret":"aGVsbG8gd29ybGQsIGhlbGxv","pass":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"}`,
	} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, personal bool) {
		example := infer.Example{ID: "x", Event: "A", Text: text}
		before, problems := infer.Observe(example)
		if len(problems) > 0 {
			return
		}
		result, err := redact.Redact(text, redact.Options{Personal: personal})
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		out := result.Text
		if len(result.Replaced) == 0 && out != text {
			t.Fatalf("%q became %q, but nothing is listed", text, out)
		}
		again, err := redact.Redact(out, redact.Options{Personal: personal})
		if err != nil || again.Text != out {
			t.Fatalf("%q became %q, and that %q, %v", text, out, again.Text, err)
		}
		sameEqualities(t, text, out)
		if slices.ContainsFunc(result.Replaced, func(r redact.Replaced) bool { return r.Name }) {
			return
		}
		example.Text = out
		after, problems := infer.Observe(example)
		if len(problems) > 0 {
			t.Fatalf("%q became %q: %v", text, out, problems)
		}
		forget(before.Events["A"])
		forget(after.Events["A"])
		origin := regexp.MustCompile(`(?m) @\S+$`)
		got, want := origin.ReplaceAllString(infer.EvidenceText(after), ""), origin.ReplaceAllString(infer.EvidenceText(before), "")
		if got != want {
			t.Fatalf("%q became %q: got\n%s\nwant\n%s", text, out, got, want)
		}
	})
}

// sameEqualities checks that replaced values are equal where the originals were, and
// only there. It ignores very short ones, of which there are too few.
func sameEqualities(t *testing.T, before, after string) {
	t.Helper()
	old, now := scalars(t, before), scalars(t, after)
	if len(old) != len(now) {
		t.Fatalf("%q became %q, with %d values instead of %d", before, after, len(now), len(old))
	}
	to, from := map[string]string{}, map[string]string{}
	for i, was := range old {
		is := now[i]
		if was == is || utf8.RuneCountInString(was) < 6 {
			continue
		}
		if x, ok := to[was]; ok && x != is {
			t.Fatalf("%q became %q: %q is %q in one place and %q in another", before, after, was, x, is)
		}
		if x, ok := from[is]; ok && x != was {
			t.Fatalf("%q became %q: %q stands for %q and for %q", before, after, is, x, was)
		}
		to[was], from[is] = is, was
	}
}

// scalars returns the strings and numbers of a JSON text, names included.
func scalars(t *testing.T, text string) []string {
	t.Helper()
	var all []string
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	for {
		switch x, err := d.Token(); x := x.(type) {
		case string:
			all = append(all, x)
		case json.Number:
			all = append(all, x.String())
		case nil:
			if err != nil {
				return all
			}
		}
	}
}

// forget drops what is inside strings that are not JSON: the text before a syntax
// error is a text like any other.
func forget(n *infer.Node) {
	if n == nil {
		return
	}
	if n.Facts[infer.FactNotJSON].Seen() {
		n.Inner = nil
	}
	forget(n.Elem)
	forget(n.Inner)
	for _, m := range n.Members {
		forget(&m.Node)
	}
}
