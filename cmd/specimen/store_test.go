package main

import (
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/gob"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
)

// TestStored stores the documented events of all platforms in each way of the standard
// library and reads them back: the payload is the same, and where the way has room for it
// the topic.
func TestStored(t *testing.T) {
	db := sql.OpenDB(new(row))
	ways := []struct {
		name  string
		topic bool // is stored too
		store func(from, into payload.Event) error
	}{
		{"json", false, func(from, into payload.Event) error {
			text, err := json.Marshal(from)
			return errors.Join(err, json.Unmarshal(text, into))
		}},
		{"text", false, func(from, into payload.Event) error {
			text, err := from.(encoding.TextMarshaler).MarshalText()
			return errors.Join(err, into.(encoding.TextUnmarshaler).UnmarshalText(text))
		}},
		{"gob", true, func(from, into payload.Event) error {
			var b bytes.Buffer
			return errors.Join(gob.NewEncoder(&b).Encode(from), gob.NewDecoder(&b).Decode(into))
		}},
		{"gob by value", true, func(from, into payload.Event) error {
			var b bytes.Buffer
			return errors.Join(gob.NewEncoder(&b).EncodeValue(reflect.ValueOf(from).Elem()), gob.NewDecoder(&b).Decode(into))
		}},
		{"sql", false, func(from, into payload.Event) error {
			_, err := db.Exec("insert", from)
			return errors.Join(err, db.QueryRow("select").Scan(into))
		}},
		{"sql by value", false, func(from, into payload.Event) error {
			_, err := db.Exec("insert", reflect.ValueOf(from).Elem().Interface())
			return errors.Join(err, db.QueryRow("select").Scan(into))
		}},
	}
	for _, event := range eventsOf(t) {
		for _, way := range ways {
			back := reflect.New(reflect.TypeOf(event).Elem()).Interface().(payload.Event)
			if err := way.store(event, back); err != nil {
				t.Errorf("%s: %T: %v", way.name, event, err)
				continue
			}
			if got, want := back.AppendJSON(nil), event.AppendJSON(nil); !bytes.Equal(got, want) || !payload.Equal(back, event) {
				t.Errorf("%s: %T comes back as %s, want %s", way.name, event, got, want)
			}
			want := ""
			if way.topic {
				want = event.TopicName()
			}
			if got := back.TopicName(); got != want {
				t.Errorf("%s: %T has the topic %q, want %q", way.name, event, got, want)
			}
		}
	}
}

// TestStoredInterfaces stores events of several types in a list of their interface.
func TestStoredInterfaces(t *testing.T) {
	gob.Register(&shoplazza.OrderEvent{})
	gob.Register(&shoplazza.UnknownEvent{})
	unknown, err := shoplazza.Decode("new/\xff", []byte(`{"a": 1.0}`))
	if err != nil {
		t.Fatal(err)
	}
	order := &shoplazza.OrderEvent{EventDelivery: shoplazza.TopicOrdersPaid.Delivery(), Order: shoplazza.Order{ID: "7"}}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode([]payload.Event{order, unknown}); err != nil {
		t.Fatal(err)
	}
	var back []payload.Event
	if err := gob.NewDecoder(&b).Decode(&back); err != nil {
		t.Fatal(err)
	}
	if !payload.Equal(back, []payload.Event{order, unknown}) || back[0].TopicName() != "orders/paid" || back[1].TopicName() != "new/\xff" {
		t.Errorf("came back as %v, %v", back[0], back[1])
	}
	if got, want := string(back[0].AppendJSON(nil)), `{"order":{"id":"7"}}`; got != want {
		t.Errorf("came back as %s, want %s", got, want)
	}
}

// TestStoredRefused reads what is not an event.
func TestStoredRefused(t *testing.T) {
	var event shoplazza.OrderEvent
	for _, data := range []string{"", "\x00", "\x01", "\x02\x00{}", "\x01\x05abc{}", "\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\x01\x00", "\x01\x00[]", "\x01\x00{"} {
		if err := event.UnmarshalBinary([]byte(data)); err == nil {
			t.Errorf("UnmarshalBinary takes %q", data)
		}
	}
	for _, column := range []any{nil, int64(1), true, "", "[]", []byte("{"), 1.5} {
		if err := event.Scan(column); err == nil {
			t.Errorf("Scan takes %#v", column)
		}
	}
	var null sql.Null[shoplazza.OrderEvent]
	if err := null.Scan(nil); err != nil || null.Valid {
		t.Errorf("sql.Null: %v, %v", null.Valid, err)
	}
}

// row is a database of one row with one column.
type row struct {
	value driver.Value
	read  bool
}

func (r *row) Connect(context.Context) (driver.Conn, error) { return r, nil }
func (r *row) Driver() driver.Driver                        { return nil }
func (r *row) Prepare(string) (driver.Stmt, error)          { return r, nil }
func (r *row) Close() error                                 { return nil }
func (r *row) Begin() (driver.Tx, error)                    { return nil, errors.New("no transactions") }
func (r *row) NumInput() int                                { return -1 }
func (r *row) Columns() []string                            { return []string{"event"} }
func (r *row) Query([]driver.Value) (driver.Rows, error)    { r.read = false; return r, nil }
func (r *row) Exec(args []driver.Value) (driver.Result, error) {
	r.value = args[0]
	return driver.ResultNoRows, nil
}

func (r *row) Next(dest []driver.Value) error {
	if r.read {
		return io.EOF
	}
	dest[0], r.read = r.value, true
	return nil
}
