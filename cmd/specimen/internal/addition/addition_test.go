package addition

import (
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// TestEventOf checks what event a new topic gets: that of what its name speaks of.
func TestEventOf(t *testing.T) {
	for _, c := range []struct{ topic, want string }{
		{"orders/create", "Order"},
		{"key_destroy", "Key"},
		{"order.created", "Order"},
		{"order_created", "Order"},
		{"version_released", "Version"},
		{"social_feed", "SocialFeed"},
		{"order.speed", "Order"},
		{"OrderCreated", "Order"},
		{"MESSAGE_REACTION_ADD", "MessageReaction"},
		{"PAYMENT.CAPTURE.COMPLETED", "PaymentCapture"},
		{"created", "Created"},
		{"acme:issue_created", "Issue"},
		{"acme", "Acme"},
		{"Push Hook", "Push"},
		{"Merge Request Hook", "MergeRequest"},
		{"hook", "Hook"},
		{"issues", "Issues"},
		{"sns", "SNS"},
		{"sqs.event", "SQS"},
		{"warehouses/update", "Warehouse"},
		{"children.added", "Child"},
		{"kubernetes/changed", "Kubernetes"},
		{"customer.subscription.updated", "CustomerSubscription"},
		{"issue_comment.created", "IssueComment"},
		{"push", "Push"},
		{"addresses/create", "Address"},
		{"address/create", "Address"},
		{"status:changed", "Status"},
		{"OrderPaid", "Order"},
		{"channel_archive", "Channel"},
		{"a b/c", "AB"},
		{"/x/", "X"},
		{"日本/新", "X日本"},
		{"2fa.on", "N2FA"},
		{"unknown/x", "UnknownX"},
		{"unknown", "UnknownTopic"},
		{"unknowns.unknown", "UnknownsUnknown"},
	} {
		if got := (spec{name: "acme"}).eventOf(c.topic); got != c.want {
			t.Errorf("eventOf(%q) = %s, want %s", c.topic, got, c.want)
		}
	}
}

// TestEventFor checks which payloads get the event of the topics beside theirs.
func TestEventFor(t *testing.T) {
	for _, c := range []struct {
		about string
		old   []string // examples of repos:push
		now   string
		want  string
	}{
		{"no example", nil, `{"fork":{"a":1}}`, "Repo"},
		{"each has an object of its own", []string{`{"actor":{"a":1},"repository":{"a":1},"push":{"a":1}}`}, `{"actor":{"a":1},"repository":{"a":1},"fork":{"a":1}}`, "RepoFork"},
		{"each has a list of its own", []string{`{"ids":[1],"push":[{}]}`}, `{"ids":[1],"fork":[{}]}`, "RepoFork"},
		{"one has an object more", []string{`{"actor":{"a":1}}`}, `{"actor":{"a":1},"fork":{"a":1}}`, "Repo"},
		{"one has an object less", []string{`{"actor":{"a":1},"push":{"a":1}}`}, `{"actor":{"a":1},"at":1}`, "Repo"},
		{"not every example has the object", []string{`{"push":{"a":1},"by":1}`, `{"by":1}`}, `{"by":1,"fork":{"a":1}}`, "Repo"},
		{"an example has it", []string{`{"push":{"a":1}}`, `{"push":{"a":1},"fork":{"a":1}}`}, `{"fork":{"a":1}}`, "Repo"},
		{"empty ones say nothing", []string{`{"push":{ },"by":[]}`}, `{"fork":{"a":1}}`, "Repo"},
		{"scalars of other names", []string{`{"a":1,"b":1,"c":1,"d":1}`}, `{"e":1,"f":1,"g":1,"h":1}`, "RepoFork"},
		{"a quarter of the scalars", []string{`{"a":1,"b":1,"c":1,"d":1}`}, `{"a":1,"f":1,"g":1,"h":1}`, "Repo"},
		{"few scalars", []string{`{"a":1,"b":1}`}, `{"e":1,"f":1}`, "Repo"},
		{"a list", []string{`{"push":{"a":1}}`}, `[{"fork":{"a":1}}]`, "Repo"},
		{"beside a list", []string{`[1]`}, `{"fork":{"a":1}}`, "Repo"},
		{"another type", []string{`{"id":1,"data":{"object":{"object":"charge","id":1}}}`}, `{"id":1,"data":{"object":{"object":"dispute","id":1}}}`, "RepoFork"},
		{"one of the types", []string{`{"data":{"object":"charge"}}`, `{"data":{"object":"dispute"}}`}, `{"data":{"object":"dispute"}}`, "Repo"},
		{"text where there was an object", []string{`{"team":"T","event":{"channel":{"id":1,"name":"x"}}}`}, `{"team":"T","event":{"channel":"C1","user":"U"}}`, "RepoFork"},
		{"null where there was an object", []string{`{"team":"T","event":{"channel":{"id":1,"name":"x"}}}`}, `{"team":"T","event":{"channel":null,"user":"U"}}`, "Repo"},
		{"a list where there was an object", []string{`{"team":"T","event":{"item":{"id":1,"name":"x"}}}`}, `{"team":"T","event":{"item":[{"id":1}],"user":"U"}}`, "Repo"},
		{"an empty list where there was an object", []string{`{"team":"T","event":{"meta":{"id":1,"name":"x"}}}`}, `{"team":"T","event":{"meta":[],"user":"U"}}`, "Repo"},
		{"an empty object where there was text", []string{`{"team":"T","event":{"meta":"x","user":"U"}}`}, `{"team":"T","event":{"meta":{},"user":"U"}}`, "Repo"},
		{"other content", []string{`{"data":{"a":1,"b":1,"c":1,"d":1}}`}, `{"data":{"a":1,"e":1,"f":1,"g":1}}`, "RepoFork"},
		{"none of three members", []string{`{"data":{"a":1,"b":1,"c":1}}`}, `{"data":{"d":1,"e":1,"f":1}}`, "RepoFork"},
		{"none of two members", []string{`{"data":{"a":1,"b":1}}`}, `{"data":{"d":1,"e":1,"f":1}}`, "Repo"},
		{"half of the content", []string{`{"data":{"a":1,"b":1,"c":1,"d":1}}`}, `{"data":{"a":1,"b":1,"f":1,"g":1}}`, "Repo"},
		{"other changes", []string{`{"data":{"a":1,"b":1,"c":1,"d":1,"e":1},"was":{"a":1,"b":1,"c":1,"d":1}}`}, `{"data":{"a":1,"b":1,"c":1,"d":1,"e":1},"was":{"e":1,"f":1,"g":1,"h":1}}`, "Repo"},
		{"not JSON", []string{`{"push":{"a":1}}`}, `{"fork":{"a":1}`, "Repo"},
	} {
		p := &specs.Platform{Topics: []specs.Topic{{Name: "repos:push", Event: "Repo"}, {Name: "x", Event: "X", Examples: []specs.Example{{Text: `{"fork":{"a":1}}`}}}}}
		for _, text := range c.old {
			p.Topics[0].Examples = append(p.Topics[0].Examples, specs.Example{Text: text})
		}
		if got := (spec{platform: p}).eventFor("repos:fork", c.now); got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
	if got := (spec{}).ownEventOf("unknown"); got != "UnknownTopic" {
		t.Errorf("ownEventOf(unknown) = %s", got)
	}
}

// TestEventsBesideOthers: what all topics begin with is not said in every event.
func TestEventsBesideOthers(t *testing.T) {
	for _, c := range []struct {
		about       string
		old, coming []string // topics, with event X
		topic, want string
	}{
		{"all of a run have it", nil, []string{"zen:event-type:user.created", "zen:event-type:ticket.created", "zen:event-type:ticket.closed"}, "zen:event-type:ticket.created", "Ticket"},
		{"all of the spec have it", []string{"v1.user.created", "v1.user.deleted", "v1.ticket.created"}, nil, "v1.ticket.closed", "Ticket"},
		{"one lacks it", []string{"v1.user.created", "v1.user.deleted", "ticket.created"}, nil, "v1.ticket.closed", "V1Ticket"},
		{"two topics prove nothing", []string{"v1.user.created", "v1.user.deleted"}, nil, "v1.ticket.closed", "V1Ticket"},
		{"it is all there is", []string{"ticket.a", "ticket.b", "ticket.c"}, nil, "ticket.d", "Ticket"},
	} {
		p := &specs.Platform{}
		for _, name := range c.old {
			p.Topics = append(p.Topics, specs.Topic{Name: name, Event: "X"})
		}
		if got := (spec{platform: p, coming: c.coming}).eventOf(c.topic); got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
	named := spec{platform: &specs.Platform{Topics: []specs.Topic{{Name: "v1.user.a", Event: "V1User"}, {Name: "v1.user.b", Event: "V1User"}, {Name: "v1.user.c", Event: "V1User"}}}}
	if got := named.eventOf("v1.order.paid"); got != "V1Order" {
		t.Errorf("beside events that have it: %s", got)
	}
}

// TestFileFor checks where a new topic goes: beside its like, wherever that is.
func TestFileFor(t *testing.T) {
	empty := spec{base: "specs", name: "acme"}
	for _, c := range []struct{ topic, want string }{
		{"orders/create", "acme/orders.yaml"},
		{"Orders.create", "acme/orders.yaml"},
		{"issue_comment.created", "acme/issue_comment.yaml"},
		{"../../x", "acme/x.yaml"},
		{"a b/c", "acme/ab.yaml"},
		{"-/c", "acme/topics.yaml"},
		{"aux/opened", "acme/aux-topics.yaml"},
		{"COM1.created", "acme/com1-topics.yaml"},
		{"nul.", "acme/nul-topics.yaml"},
		{"console/opened", "acme/console.yaml"},
		{"日本", "acme/topics.yaml"},
		{"platform.updated", "acme/platform.yaml"},
	} {
		if got := empty.fileFor(c.topic, "Other"); got != c.want {
			t.Errorf("fileFor(%q) = %s, want %s", c.topic, got, c.want)
		}
	}
	full := spec{base: "specs", name: "acme", files: map[string][]byte{
		"acme/platform.yaml": []byte("platform: acme\ntitle: Acme\ntopic: {header: X}\ntopics:\n  ping: {payload: undocumented}\n"),
		"acme/Parcels.yaml":  []byte("topics:\n  freight/sent: {payload: undocumented}\n"),
		"acme/other.yaml":    []byte("topics:\n  orders/paid: {payload: undocumented}\n"),
		"acme/stock.yaml":    []byte("topics:\n  stock/low:\n    event: Stock\n    examples:\n      - name: a\n        payload: |\n          {}\n"),
	}}
	if err := full.load(); err != nil || len(full.set.Diagnostics) > 0 {
		t.Fatal(err, full.set.Diagnostics)
	}
	for _, c := range []struct{ topic, event, want string }{
		{"orders/create", "Order", "acme/other.yaml"},
		{"orders/create", "Stock", "acme/stock.yaml"}, // behind the event's other topics
		{"ping/x", "Ping", "acme/platform.yaml"},
		{"customers/create", "Customer", "acme/customers.yaml"},
		{"parcels/sent", "Parcel", "acme/Parcels.yaml"}, // which parcels.yaml is on Windows and macOS
	} {
		if got := full.fileFor(c.topic, c.event); got != c.want {
			t.Errorf("beside others, fileFor(%q) = %s, want %s", c.topic, got, c.want)
		}
	}
}

// TestMemberWith checks how the member that names the topic is found.
func TestMemberWith(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{"type":"a/b","id":1}`, "/type"},
		{`{"type":"a/b","event":"a/b"}`, "/event"},
		{`{"a/b~":"a/b"}`, "/a~1b~0"},
		{`{"type":{"x":"a/b"}}`, ""},
		{`{"event":{"event_type":"a/b"}}`, "/event/event_type"},
		{`{"entry":[{"changes":[{"field":"a/b"}]}]}`, "/entry/0/changes/0/field"},
		{`[{"subscriptionType":"a/b"}]`, "/0/subscriptionType"},
		{`{"data":{"event":"a/b"},"label":"a/b"}`, "/label"},
		{`["a/b"]`, ""},
		{`{"type":"A/B"}`, ""},
	} {
		if got := memberWith(c.text, "a/b"); got != c.want {
			t.Errorf("memberWith(%s) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestMemberOfMost checks that a member names the topic only where it does so in most payloads.
func TestMemberOfMost(t *testing.T) {
	for _, c := range []struct {
		payloads [][2]string // the topic and the text
		want     string
	}{
		{[][2]string{{"a", `{"type":"a"}`}}, "/type"},
		{[][2]string{{"a", `{"label":"a"}`}, {"b", `{"id":1}`}}, ""},
		{[][2]string{{"a", `{"label":"a"}`}, {"b", `{"label":"a"}`}, {"b", `{"label":"b"}`}}, "/label"},
		{[][2]string{{"a", `{"label":"a","type":"a"}`}, {"b", `{"label":"x","type":"b"}`}, {"c", `{"type":"c"}`}}, "/type"},
		{[][2]string{{"a", `{`}, {"b", `{"type":"b"}`}, {"c", `{"type":"c"}`}}, "/type"},
		{nil, ""},
	} {
		var payloads []Payload
		for _, p := range c.payloads {
			payloads = append(payloads, Payload{Topic: p[0], Text: p[1]})
		}
		if got := memberOfMost(payloads); got != c.want {
			t.Errorf("memberOfMost(%q) = %q, want %q", c.payloads, got, c.want)
		}
	}
}

func TestFreeName(t *testing.T) {
	named := func(names ...string) *specs.Topic {
		topic := &specs.Topic{}
		for _, name := range names {
			topic.Examples = append(topic.Examples, specs.Example{Name: name})
		}
		return topic
	}
	for _, c := range []struct {
		topic *specs.Topic
		want  string
	}{
		{nil, "example"},
		{named("guide"), "example"},
		{named("example"), "example-2"},
		{named("example-3", "example", "example-2"), "example-4"},
	} {
		if got := freeName(c.topic); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestSourceAt checks the positions in a payload that is no spec yet.
func TestSourceAt(t *testing.T) {
	s := source{"x.json", "{\r\n  \"日\": 1\n}\n\n"}
	for _, c := range []struct {
		offset, line, column int
		text                 string
	}{
		{0, 1, 1, "{"},
		{5, 2, 3, `  "日": 1`},
		{14, 3, 1, "}"},
		{99, 3, 2, "}"},
		{-1, 1, 1, "{"},
	} {
		at := s.at(c.offset)
		text, ok := s.lines()("x.json", at.Line)
		if at.Line != c.line || at.Column != c.column || text != c.text || !ok {
			t.Errorf("%d: got %v with line %q, want %d:%d with %q", c.offset, at, text, c.line, c.column, c.text)
		}
	}
	if _, ok := s.lines()("y.json", 1); ok {
		t.Error("it has a line of another file")
	}
}

// TestStoredText checks how a payload is stored: equal, and readable.
func TestStoredText(t *testing.T) {
	long := `{"a":[1.50,"x"],"b":{},"c":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}`
	for _, c := range []struct {
		x          Payload
		text, want string
	}{
		{Payload{}, " {\"a\": 1}\r\n", `{"a": 1}`},
		{Payload{}, "{\r\n\t\"a\":\r1}", "{\n\t\"a\":\n1}"},
		{Payload{}, "{\"a\":\"\u2028\ufeff\u007f\"}", `{"a":"\u2028\ufeff\u007f"}`},
		{Payload{}, long, "{\n  \"a\": [\n    1.50,\n    \"x\"\n  ],\n  \"b\": {},\n  \"c\": \"" + long[28:len(long)-2] + "\"\n}"},
		{Payload{KeepForm: true}, long, long},
	} {
		c.x.Text = c.text
		result, err := c.x.redacted(nil)
		got := result.Text
		if err != nil || got != c.want {
			t.Errorf("%q: got %q, %v; want %q", c.text, got, err, c.want)
		}
		if _, problems := infer.Observe(infer.Example{ID: "x", Event: "A", Text: got}); len(problems) > 0 {
			t.Errorf("%q became %q: %v", c.text, got, problems)
		}
	}
}
