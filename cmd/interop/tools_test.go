package interop

import "testing"

// A tool is a row of the table: what it does to an event, or to each of its fields, and how
// that is checked.
type tool struct {
	name, of string
	result   string
	check    func(t *testing.T, d delivery)
}

func tools() []tool {
	return []tool{
		{"encoding/json", "event", "the same payload", jsonEvent},
		{"encoding/json", "fields", "the same", fields(throughJSON, same)},
		{"encoding/gob", "event", "the same, with its topic", event(throughGob, sameEvent)},
		{"encoding/gob", "fields", "the same, but that empty lists are nil; or an error: no exported fields", fields(throughGob, sameButNil("no exported fields"))},
		{"yaml.v3", "event", "the same", event(throughYAML, sameEvent)},
		{"yaml.v3", "fields", "the same, but that nil lists are empty; or a panic: duplicated key", fields(throughYAML, sameButNil("duplicated key"))},
		{"msgpack", "event", "the same", event(throughMsgpack, sameEvent)},
		{"msgpack", "fields", "the same", fields(throughMsgpack, same)},
		{"CBOR", "event", "the same, with its topic", event(throughCBOR, sameEvent)},
		{"mapstructure", "event", "the same, with the hook that this package shows", mapstructureEvent},
		{"mapstructure", "fields", "the same, with the hook; without it an error, or nothing", fields(throughMapstructure, same)},
		{"database/sql", "event", "the same, by a fake driver", fakeEvent},
		{"SQLite", "event", "the same", sqliteEvent},
		{"database/sql", "scalars", "the same digits, by a fake driver", fakeColumns},
		{"SQLite", "scalars", "the same digits", sqliteColumns},
		{"go-cmp", "event", "equal if payload.Equal says so, and a diff by fields if not", compared},
		{"log/slog", "event", "topic, size and mismatches; no values", logged},
		{"log/slog", "fields", "what encoding/json writes, or the text", loggedFields},
		{"fmt", "event", "topic, size and mismatches; no values", printed},
		{"text/template", "fields", "the text of each", fieldsInTemplate},
		{"html/template", "fields", "the text of each, escaped", fieldsInPage},
	}
}

// TestTools checks each row with the documented payloads of all platforms, and with payloads
// that are not as documented.
func TestTools(t *testing.T) {
	all := deliveries(t)
	for _, tool := range tools() {
		t.Run(tool.name+" "+tool.of, func(t *testing.T) {
			for _, d := range all {
				if tool.check(t, d); t.Failed() {
					t.Fatalf("%s: the result is not: %s", d.name, tool.result)
				}
			}
		})
	}
}
