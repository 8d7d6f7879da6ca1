package interop

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"reflect"
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
	_ "modernc.org/sqlite"
)

// A fake is a driver whose one table remembers the last row that was written.
type fake struct{ row []driver.Value }

func (f *fake) Open(string) (driver.Conn, error)          { return f, nil }
func (f *fake) Prepare(string) (driver.Stmt, error)       { return f, nil }
func (f *fake) Close() error                              { return nil }
func (f *fake) Begin() (driver.Tx, error)                 { return nil, errors.New("no transactions") }
func (f *fake) NumInput() int                             { return -1 }
func (f *fake) Query([]driver.Value) (driver.Rows, error) { return &rows{f.row}, nil }
func (f *fake) Exec(args []driver.Value) (driver.Result, error) {
	f.row = args
	return driver.ResultNoRows, nil
}

type rows struct{ row []driver.Value }

func (r *rows) Columns() []string { return []string{"v"} }
func (r *rows) Close() error      { return nil }
func (r *rows) Next(row []driver.Value) error {
	if r.row == nil {
		return io.EOF
	}
	copy(row, r.row)
	r.row = nil
	return nil
}

// fakeDB returns a database of a fake.
func fakeDB(t *testing.T, d delivery) *sql.DB {
	sql.Register(t.Name()+d.name, new(fake))
	db, err := sql.Open(t.Name()+d.name, "")
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// sqliteDB returns a database that has a table with one column of a type.
func sqliteDB(t *testing.T, kind string) *sql.DB {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE t (v " + kind + ")"); err != nil {
		t.Fatal(err)
	}
	return db
}

func fakeColumns(t *testing.T, d delivery) { columns(t, d, fakeDB(t, d)) }

func sqliteColumns(t *testing.T, d delivery) { columns(t, d, sqliteDB(t, "")) }

func fakeEvent(t *testing.T, d delivery) { eventColumn(t, d, fakeDB(t, d)) }

func sqliteEvent(t *testing.T, d delivery) { eventColumn(t, d, sqliteDB(t, "JSON")) }

// eventColumn writes and reads an event as a column.
func eventColumn(t *testing.T, d delivery, db *sql.DB) {
	defer db.Close()
	again := d.fresh()
	err := stored(db, d.event, again)
	sameEvent(t, d, again, err)
}

// columns writes and reads each scalar of an event as a column.
func columns(t *testing.T, d delivery, db *sql.DB) {
	defer db.Close()
	for name, field := range fieldsOf(d.event) {
		for path, leaf := range leaves(field) {
			arg, into := leaf.Interface(), reflect.New(leaf.Type())
			if p := leaf.Addr().MethodByName("Ptr"); p.IsValid() { // an Opt, which is NULL without a value
				if !scalar(p.Type().Out(0).Elem()) {
					continue
				}
				arg, into = p.Call(nil)[0].Interface(), reflect.New(p.Type().Out(0))
			} else if !scalar(leaf.Type()) {
				continue
			}
			if err := stored(db, arg, into.Interface()); err != nil {
				t.Errorf("%s%s: %v", name, path, err)
			} else if back := into.Elem().Interface(); !sameColumn(arg, back) {
				t.Errorf("%s%s: %#v comes back as %#v", name, path, arg, back)
			}
		}
	}
}

// stored writes a value into a column, and reads it again.
func stored(db *sql.DB, arg, into any) error {
	if _, err := db.Exec("INSERT INTO t VALUES (?)", arg); err != nil {
		return err
	}
	return db.QueryRow("SELECT v FROM t ORDER BY rowid DESC LIMIT 1").Scan(into)
}

func scalar(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[payload.Number](), reflect.TypeFor[payload.Value]():
		return true
	}
	switch t.Kind() {
	case reflect.String, reflect.Int64, reflect.Bool, reflect.Float64, reflect.Uint8:
		return true
	}
	return false
}

// sameColumn compares what a column keeps: the digits of a number, not its quotes, and
// whether a flag is true.
func sameColumn(a, b any) bool {
	switch a := a.(type) {
	case payload.Number:
		return a.IsZero() == b.(payload.Number).IsZero() && a.String() == b.(payload.Number).String()
	case *payload.Number:
		c := b.(*payload.Number)
		return a == nil && c == nil || a != nil && c != nil && sameColumn(*a, *c)
	case payload.Flag:
		return a.IsZero() == b.(payload.Flag).IsZero() && a.Or(false) == b.(payload.Flag).Or(false)
	case *payload.Flag:
		c := b.(*payload.Flag)
		return a == nil && c == nil || a != nil && c != nil && sameColumn(*a, *c)
	}
	return payload.Equal(a, b)
}

// TestDigits checks that a column that has lost digits is refused.
func TestDigits(t *testing.T) {
	db := sqliteDB(t, "DECIMAL") // which SQLite stores in binary
	defer db.Close()
	var n payload.Number
	if err := stored(db, payload.Num("12345678901234567890.12"), &n); err == nil {
		t.Errorf("it comes back as %#v", n)
	}
	if err := stored(db, payload.Num("12"), &n); err != nil || n != payload.Num("12") {
		t.Errorf("12 comes back as %#v %v", n, err)
	}
	text := sqliteDB(t, "TEXT")
	defer text.Close()
	var null sql.Null[payload.Number]
	if err := stored(text, sql.Null[payload.Number]{V: payload.Num("12.50"), Valid: true}, &null); err != nil || !null.Valid || null.V != payload.Num("12.50") {
		t.Errorf("12.50 comes back as %#v %v", null, err)
	}
	if err := stored(text, sql.Null[payload.Number]{}, &null); err != nil || null.Valid {
		t.Errorf("NULL comes back as %#v %v", null, err)
	}
	times := sqliteDB(t, "DATETIME") // which the driver reads as a time.Time
	defer times.Close()
	var at payload.Timestamp
	if err := stored(times, payload.Timestamp("2026-01-02T03:04:05+08:00"), &at); err != nil || at != "2026-01-01T19:04:05Z" && at != "2026-01-02T03:04:05+08:00" {
		t.Errorf("the time comes back as %s %v", at, err)
	}
	var note payload.Opt[string]
	if err := stored(db, note, new(string)); err == nil {
		t.Error("an Opt is written as something else than its Ptr")
	}
}
