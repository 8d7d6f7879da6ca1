package orders

import (
	"bytes"
	"database/sql"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzatest"
	_ "modernc.org/sqlite"
)

// order returns an event that is built by hand.
func order(id string) *shoplazza.OrderEvent {
	event := &shoplazza.OrderEvent{EventDelivery: shoplazza.TopicOrdersCreate.Delivery()}
	event.Order = shoplazza.Order{
		ID: id, Number: "N" + id, Currency: "USD", TotalPrice: payload.MinorNum(1990, 2), Note: payload.Some("<b>gift</b>"),
		PlacedAt:  payload.Some(payload.At[payload.Timestamp](time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC))),
		LineItems: []shoplazza.LineItem{{ID: "l", ProductTitle: "Cup", Quantity: 2, Total: payload.QuotedNum("19.90")}},
	}
	return event
}

func TestReceiver(t *testing.T) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var log bytes.Buffer
	orders := &Orders{db, slog.New(slog.NewTextHandler(&log, nil))}
	if err := orders.Setup(); err != nil {
		t.Fatal(err)
	}
	receiver, err := orders.Receiver("secret")
	if err != nil {
		t.Fatal(err)
	}
	want := order("1")
	gone := &shoplazza.OrderDeletedEvent{EventDelivery: shoplazza.TopicOrdersDelete.Delivery(), Order: shoplazza.IDRef{ID: "2"}}
	for i, c := range []struct {
		event  shoplazza.Event
		body   string
		secret string
		code   int
	}{
		{want, string(want.AppendJSON(nil)), "secret", http.StatusOK},
		{want, string(order("2").AppendJSON(nil)), "secret", http.StatusOK},
		{gone, string(gone.AppendJSON(nil)), "another", http.StatusUnauthorized},
		{gone, string(gone.AppendJSON(nil)), "secret", http.StatusOK},
		{want, `{"order":{}}`, "secret", http.StatusInternalServerError},
		{want, `{`, "secret", http.StatusBadRequest},
	} {
		w := httptest.NewRecorder()
		receiver.ServeHTTP(w, shoplazzatest.Request(c.event.Topic(), []byte(c.body), c.secret))
		if w.Code != c.code {
			t.Errorf("delivery %d is answered with %d, want %d", i, w.Code, c.code)
		}
	}

	got, err := orders.Order("1")
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("the stored order differs: %v\n%s", err, diff)
	}
	if got.Order.Note = payload.Nil[string](); !strings.Contains(cmp.Diff(want, got), "Note:") {
		t.Errorf("the diff does not name the field:\n%s", cmp.Diff(want, got))
	}
	var shown bytes.Buffer
	if err := orders.Page(&shown); err != nil || !strings.Contains(shown.String(), "<td>N1<td>19.90 USD<td>&lt;b&gt;gift&lt;/b&gt;<td>2 Jan") {
		t.Errorf("the page is %s %v", shown.String(), err)
	}
	if text := log.String(); !strings.Contains(text, "event.topic=orders/create") || strings.Contains(text, "gift") {
		t.Errorf("the log is %s", text)
	}
}
