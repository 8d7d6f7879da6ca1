package specs

import (
	"mime"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

func readDeliveries(r *reader, n node, p *Platform) {
	p.Deliveries.Ref = n.ref
	readObject(r, n, `"deliveries"`, "a mapping like {signature: …, answer: …}", deliveriesKeys(), &p.Deliveries)
	r.notEmpty(n, `"deliveries"`)
}

func deliveriesKeys() []key[Deliveries] {
	locator := func(name string, of func(d *Deliveries) *Locator) key[Deliveries] {
		return key[Deliveries]{name, false, func(r *reader, n node, d *Deliveries) { r.locator(n, `"`+name+`"`, of(d)) }}
	}
	return []key[Deliveries]{
		{"signature", false, func(r *reader, n node, d *Deliveries) { readSignature(r, n, &d.Signature) }},
		locator("id", func(d *Deliveries) *Locator { return &d.ID }),
		locator("shop", func(d *Deliveries) *Locator { return &d.Shop }),
		locator("version", func(d *Deliveries) *Locator { return &d.Version }),
		locator("attempt", func(d *Deliveries) *Locator { return &d.Attempt }),
		{"answer", false, func(r *reader, n node, d *Deliveries) {
			readFact(r, n, `"answer"`, "a mapping like {code: 200}", answerKeys(), &d.Answer, &d.Answer.Fact)
		}},
		{"handshake", false, func(r *reader, n node, d *Deliveries) { readHandshake(r, n, &d.Handshake) }},
		{"retries", false, func(r *reader, n node, d *Deliveries) {
			readFact(r, n, `"retries"`, "a mapping like {times: 3}", retriesKeys(), &d.Retries, &d.Retries.Fact)
		}},
	}
}

// readFact reads a mapping that says where it comes from.
func readFact[T any](r *reader, n node, what, want string, keys []key[T], v *T, fact *Fact) bool {
	fact.Ref, fact.Status = n.ref, StatedOnce
	ok := readObject(r, n, what, want, keys, v)
	if ok && fact.Document == "" && fact.Why == "" && !r.means(n, "why", "document") {
		r.problem(finding.MissingReason, n.atKey(), what+` has no "why"`, "give the reason in one sentence, or the document that says it")
	}
	return ok
}

// factKeys returns the keys of a Fact in a larger mapping.
func factKeys[T any](of func(v *T) *Fact) []key[T] {
	return []key[T]{
		{"status", false, func(r *reader, n node, v *T) {
			if s, ok := r.choice(n, "the status", statuses()); ok {
				of(v).Status = Status(s)
			}
		}},
		{"document", false, func(r *reader, n node, v *T) { of(v).Document, _ = r.word(n, "the document", slug) }},
		{"why", false, func(r *reader, n node, v *T) { of(v).Why = r.prose(n, `"why"`) }},
	}
}

// sourceKeys returns the keys of a Source in a larger mapping.
func sourceKeys[T any](of func(v *T) *Source) []key[T] {
	return []key[T]{
		{"header", false, func(r *reader, n node, v *T) { of(v).Header, _ = r.word(n, "the header", headerName) }},
		{"query", false, func(r *reader, n node, v *T) { of(v).Query, _ = r.word(n, "the parameter", oneLine) }},
		{"member", false, func(r *reader, n node, v *T) { of(v).Member, _ = r.word(n, "the member", pointer) }},
		{"list", false, func(r *reader, n node, v *T) { of(v).List, _ = r.word(n, "the separator", separator) }},
		{"prefix", false, func(r *reader, n node, v *T) { of(v).Prefix, _ = r.word(n, "the prefix", oneLine) }},
	}
}

// separator accepts what stands between texts in a list.
func separator(s string) error {
	if s == "" || len(s) > 10 || strings.TrimRight(s, " ") != "" && oneLine(s) != nil {
		return broken("does not separate texts", "as in \",\" or \" \"")
	}
	return nil
}

func locatorKeys() []key[Locator] {
	return slices.Concat(
		sourceKeys(func(l *Locator) *Source { return &l.Source }),
		factKeys(func(l *Locator) *Fact { return &l.Fact }),
	)
}

func (r *reader) locator(n node, what string, l *Locator) {
	if readFact(r, n, what, "a mapping like {header: X-Id}", locatorKeys(), l, &l.Fact) {
		r.oneOf(n, what, "header", "query", "member")
	}
}

func answerKeys() []key[Answer] {
	return slices.Concat([]key[Answer]{
		{"code", false, func(r *reader, n node, a *Answer) {
			a.Code = r.integer(n, "the status code", 200, 299)
		}},
		{"type", false, func(r *reader, n node, a *Answer) { a.Type, _ = r.word(n, "the content type", mediaType) }},
		{"body", false, func(r *reader, n node, a *Answer) { a.Body, _ = r.word(n, "the body", oneLine) }},
		{"within", false, func(r *reader, n node, a *Answer) { a.Within = r.duration(n, `"within"`) }},
	}, factKeys(func(a *Answer) *Fact { return &a.Fact }))
}

// mediaType accepts what can be a Content-Type.
func mediaType(s string) error {
	if err := oneLine(s); err != nil {
		return err
	}
	if _, _, err := mime.ParseMediaType(s); err != nil || !strings.Contains(s, "/") {
		return broken("is not a content type", "as in application/json")
	}
	return nil
}

func handshakeKeys() []key[Handshake] {
	return slices.Concat([]key[Handshake]{
		{"member", true, func(r *reader, n node, h *Handshake) { h.Member, _ = r.word(n, "the member", pointer) }},
		{"is", true, func(r *reader, n node, h *Handshake) { h.Is, _ = r.word(n, "the value", oneLine) }},
		{"setting", false, func(r *reader, n node, h *Handshake) { h.Setting, _ = r.word(n, "the setting", oneLine) }},
		{"echo", false, func(r *reader, n node, h *Handshake) { h.Echo, _ = r.word(n, "the member", pointer) }},
		{"base64", false, func(r *reader, n node, h *Handshake) { h.Base64 = r.onlyTrue(n, `"base64"`) }},
	}, factKeys(func(h *Handshake) *Fact { return &h.Fact }))
}

func readHandshake(r *reader, n node, h *Handshake) {
	if readFact(r, n, `"handshake"`, "a mapping like {member: /type, is: verification, echo: /challenge}", handshakeKeys(), h, &h.Fact) {
		r.oneOf(n, `"handshake"`, "setting", "echo")
	}
}

func retriesKeys() []key[Retries] {
	return slices.Concat([]key[Retries]{
		{"times", false, func(r *reader, n node, v *Retries) { v.Times = r.integer(n, "the number of times", 1, 1000) }},
		{"within", false, func(r *reader, n node, v *Retries) { v.Within = r.duration(n, `"within"`) }},
		{"then", false, func(r *reader, n node, v *Retries) { v.Then = r.prose(n, `"then"`) }},
	}, factKeys(func(v *Retries) *Fact { return &v.Fact }))
}

// choice reads one of some words.
func (r *reader) choice(n node, what string, words []string) (string, bool) {
	s, ok := r.text(n, what)
	if ok && !slices.Contains(words, s) {
		r.problem(finding.InvalidValue, n, what+" is none of "+strings.Join(words, ", "), diagnostic.Nearest(s, words))
		return "", false
	}
	return s, ok
}

// integer reads an integer between two others.
func (r *reader) integer(n node, what string, low, high int) int {
	if !r.is(n, yaml.ScalarNode, what, "an integer") {
		return 0
	}
	v, err := strconv.Atoi(n.Value)
	if n.ShortTag() != "!!int" || err != nil || v < low || v > high {
		r.problem(finding.InvalidValue, n, what+" is not an integer from "+strconv.Itoa(low)+" to "+strconv.Itoa(high), "")
		return 0
	}
	return v
}

// duration reads a duration as package time writes it.
func (r *reader) duration(n node, what string) time.Duration {
	s, ok := r.text(n, what)
	if !ok {
		return 0
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		r.problem(finding.InvalidValue, n, what+" is not a duration", "as in 15s, 5m or 48h")
		return 0
	}
	return d
}
