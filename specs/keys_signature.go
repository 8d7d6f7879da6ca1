package specs

import (
	"slices"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

func signatureKeys() []key[Signature] {
	return slices.Concat(factKeys(func(s *Signature) *Fact { return &s.Fact }), []key[Signature]{
		{"algorithm", false, func(r *reader, n node, s *Signature) { s.Algorithm, _ = r.choice(n, "the algorithm", Algorithms()) }},
		{"secret", false, func(r *reader, n node, s *Signature) {
			readObject(r, n, `"secret"`, "a mapping like {encoding: base64}", secretKeys(), &s.Secret)
		}},
		{"signs", false, func(r *reader, n node, s *Signature) {
			for item := range r.elements(n, `"signs"`) {
				part := Part{Ref: item.ref}
				if readObject(r, item, "the part", "a mapping like {body: raw}", partKeys(), &part) {
					r.oneOf(item, "the part", "body", "text", "header", "query", "member")
				}
				s.Signs = append(s.Signs, part)
			}
			r.notEmpty(n, `"signs"`)
		}},
		{"at", false, func(r *reader, n node, s *Signature) {
			if readObject(r, n, `"at"`, "a mapping like {header: X-Signature}", sourceKeys(func(s *Source) *Source { return s }), &s.At) {
				r.oneOf(n, `"at"`, "header", "query", "member")
			}
		}},
		{"encodings", false, func(r *reader, n node, s *Signature) {
			first := map[string]Ref{}
			for item := range r.elements(n, `"encodings"`) {
				e, ok := r.choice(item, "the encoding", Encodings())
				if ref, twice := first[e]; ok && twice {
					r.duplicate(item, "encoding", e, ref)
				} else if ok {
					first[e] = item.ref
					s.Encodings = append(s.Encodings, e)
				}
			}
			r.notEmpty(n, `"encodings"`)
		}},
		{"timestamp", false, func(r *reader, n node, s *Signature) {
			if readFact(r, n, `"timestamp"`, "a mapping like {header: X-Timestamp, unit: seconds, tolerance: 5m}", timestampKeys(), &s.Timestamp, &s.Timestamp.Fact) {
				r.oneOf(n, `"timestamp"`, "header", "query", "member")
			}
		}},
		{"vectors", false, readVectors},
	})
}

func readSignature(r *reader, n node, s *Signature) {
	if !readFact(r, n, `"signature"`, "a mapping like {status: documented, algorithm: hmac-sha256, …}", signatureKeys(), s, &s.Fact) {
		return
	}
	known := []string{"algorithm", "signs", "at", "encodings"}
	for _, name := range known {
		if _, ok := r.member(n, name); !ok && s.Status != Unknown {
			r.missingKey(n, `"signature"`, name)
		}
	}
	if s.Status == Unknown {
		for k := range r.members(n) {
			if slices.Contains(append(known, "secret", "timestamp", "vectors"), k.Value) {
				r.problem(finding.ConflictingKeys, k, "an unknown signature has "+diagnostic.Quote(k.Value), "remove it, or say what is known as status")
			}
		}
	}
}

func secretKeys() []key[Secret] {
	return []key[Secret]{
		{"prefix", false, func(r *reader, n node, s *Secret) { s.Prefix, _ = r.word(n, "the prefix", oneLine) }},
		{"encoding", false, func(r *reader, n node, s *Secret) { s.Encoding, _ = r.choice(n, "the encoding", Encodings()) }},
	}
}

func partKeys() []key[Part] {
	return slices.Concat([]key[Part]{
		{"body", false, func(r *reader, n node, p *Part) { p.Body, _ = r.choice(n, "the body", Bodies()) }},
		{"text", false, func(r *reader, n node, p *Part) {
			if p.Text, _ = r.word(n, "the text", anyText); p.Text == "" {
				r.problem(finding.EmptyValue, n, "the text is empty", "")
			}
		}},
	}, sourceKeys(func(p *Part) *Source { return &p.Source }))
}

func timestampKeys() []key[Timestamp] {
	return slices.Concat(sourceKeys(func(t *Timestamp) *Source { return &t.Source }), []key[Timestamp]{
		{"unit", true, func(r *reader, n node, t *Timestamp) { t.Unit, _ = r.choice(n, "the unit", Units()) }},
		{"tolerance", true, func(r *reader, n node, t *Timestamp) { t.Tolerance = r.duration(n, "the tolerance") }},
	}, factKeys(func(t *Timestamp) *Fact { return &t.Fact }))
}

func vectorKeys() []key[Vector] {
	pairs := func(name string, of func(v *Vector) *[]Pair) key[Vector] {
		return key[Vector]{name, false, func(r *reader, n node, v *Vector) {
			if !r.is(n, yaml.MappingNode, `"`+name+`"`, "a mapping") {
				return
			}
			for k, value := range r.members(n) {
				name, _ := r.word(k, "the name", oneLine)
				text, _ := r.word(value, "the value", anyText)
				*of(v) = append(*of(v), Pair{name, text})
			}
		}}
	}
	return []key[Vector]{
		{"name", true, func(r *reader, n node, v *Vector) { v.Name, _ = r.word(n, "the name", slug) }},
		{"document", false, func(r *reader, n node, v *Vector) { v.Document, _ = r.word(n, "the document", slug) }},
		{"secret", true, func(r *reader, n node, v *Vector) { v.Secret, _ = r.word(n, "the secret", oneLine) }},
		{"at", false, func(r *reader, n node, v *Vector) { v.At = r.time(n, "the time") }},
		pairs("header", func(v *Vector) *[]Pair { return &v.Header }),
		pairs("query", func(v *Vector) *[]Pair { return &v.Query }),
		{"body", true, func(r *reader, n node, v *Vector) { v.Body, _ = r.text(n, "the body") }},
	}
}

func readVectors(r *reader, n node, s *Signature) {
	first := map[string]Ref{}
	for item := range r.elements(n, `"vectors"`) {
		v := Vector{Ref: item.ref}
		if !readObject(r, item, "the vector", "a mapping like {name: …, secret: …, header: …, body: …}", vectorKeys(), &v) {
			continue
		}
		if ref, ok := first[v.Name]; ok {
			r.duplicate(item, "vector", v.Name, ref)
			continue
		}
		first[v.Name] = item.ref
		s.Vectors = append(s.Vectors, v)
	}
	r.notEmpty(n, `"vectors"`)
}

// time reads a time as RFC 3339 has it. It returns another one after a problem, but never
// the zero time, which is a missing one.
func (r *reader) time(n node, what string) time.Time {
	if !r.is(n, yaml.ScalarNode, what, "a time") {
		return time.Unix(0, 0)
	}
	at, err := time.Parse(time.RFC3339, n.Value)
	if err != nil {
		r.problem(finding.InvalidValue, n, what+" is not one of RFC 3339", "as in 2026-01-31T12:00:00Z")
		return time.Unix(0, 0)
	}
	return at
}
