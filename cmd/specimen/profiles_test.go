package main

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// TestRandomProfiles checks of random profiles of deliveries, most of which make no sense,
// that those which check accepts give a receiver that accepts what is signed by them and
// refuses what is made of it: testdata/profiles/attack_test.go.txt, in each package.
//
// It tries the seeds from SPECIMEN_SEED on, until SPECIMEN_PROFILES were accepted and as many
// refused.
func TestRandomProfiles(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	attacks, err := os.ReadFile("testdata/profiles/attack_test.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	first, count := envNumber(t, "SPECIMEN_SEED", 1), envNumber(t, "SPECIMEN_PROFILES", 6)
	m := newRandomModule()
	refused := 0
	for seed := first; len(m.texts) < count || refused < count; seed++ {
		if seed > first+1000*count {
			t.Fatalf("of %d profiles %d are accepted and %d refused", seed-first, len(m.texts), refused)
		}
		name := fmt.Sprintf("h%d", seed)
		d := dice{rand.New(rand.NewPCG(uint64(seed), 1))}
		text, secrets := d.wildProfile(name)
		set, err := specs.Load(fstest.MapFS{name + "/platform.yaml": {Data: []byte(text)}}, "specs")
		if err != nil {
			t.Fatal(err)
		}
		if set.Diagnostics.HasErrors() {
			refused++
			continue
		}
		if len(m.texts) == count {
			continue
		}
		_, files, problems := stages(set.Platforms[0])
		if infer.HasErrors(problems) {
			t.Fatalf("%v\n%s", problems, text)
		}
		m.add(name, text, files)
		m.files[name+"/attack_test.go"] = []byte(strings.NewReplacer("NAME", name, "SECRET", strconv.Quote(secrets[0]), "OTHER", strconv.Quote(secrets[1])).Replace(string(attacks)))
	}
	m.test(t)
}

// wildProfile returns a spec with a profile of deliveries whose parts are of few places,
// prefixes and lists, and two secrets for it.
func (d dice) wildProfile(name string) (text string, secrets []string) {
	source := func(extra ...string) string {
		s := pick(d, slices.Concat([]string{"header: X-A", "header: x-a", "header: X-B", "query: a", "member: /a"}, extra))
		if d.one(3) {
			s += ", prefix: " + pick(d, []string{`"v1="`, `"t="`, `v`, `" x"`, `"sha256="`, `"p,"`})
		}
		if d.one(3) {
			s += ", list: " + pick(d, []string{`","`, `","`, `" "`, `"="`, `"a"`})
		}
		return s
	}
	at, stamp := source("header: Host", "header: Content-Type"), source("header: Date")
	if d.one(4) { // as some platforms do
		at, stamp = `header: X-A, list: ",", prefix: "v1="`, `header: X-A, list: ",", prefix: "t="`
	}
	parts := []string{"{body: " + pick(d, []string{"raw", "raw", "sorted"}) + "}"}
	if strings.HasPrefix(at, "member") && !d.one(4) {
		parts[0] = "{member: /signed}"
	}
	for range d.IntN(3) {
		parts = append(parts, pick(d, []string{"{text: .}", "{text: a}", "{header: X-P}", "{query: p}", "{header: Content-Length}", "{body: raw}", "{" + at + "}"}))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "platform: %s\ntitle: T\ntopic: {header: %s}\ntopics: {a: {payload: undocumented}}\ndeliveries:\n  signature:\n    why: w\n    algorithm: hmac-%s\n    at: {%s}\n    encodings: [%s]\n",
		name, pick(d, []string{"X-Topic", "X-Topic", "X-Topic", "X-A"}), pick(d, []string{"sha1", "sha256", "sha512"}), at, pick(d, []string{"hex", "base64", "base64url", "base64, hex", "hex, hex"}))
	if d.one(2) {
		if !d.one(5) {
			parts = append(parts, "{"+stamp+"}")
		}
		fmt.Fprintf(&b, "    timestamp: {%s, unit: %s, tolerance: 5m, why: w}\n", stamp, pick(d, []string{"seconds", "milliseconds", "rfc3339"}))
	}
	secrets = []string{"a secret", "another"}
	switch d.IntN(3) {
	case 0:
		b.WriteString("    secret: {prefix: whsec_, encoding: base64}\n")
		for i, s := range secrets {
			secrets[i] = "whsec_" + base64.StdEncoding.EncodeToString([]byte(s))
		}
	case 1:
		b.WriteString("    secret: {encoding: hex}\n")
		for i, s := range secrets {
			secrets[i] = hex.EncodeToString([]byte(s))
		}
	}
	d.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	fmt.Fprintf(&b, "    signs: [%s]\n", strings.Join(parts, ", "))
	if d.one(3) {
		fmt.Fprintf(&b, "  id: {%s, why: w}\n", source())
	}
	return b.String(), secrets
}
