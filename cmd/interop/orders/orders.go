// Package orders is a receiver of orders, as an importer of the generated packages writes it:
// it stores deliveries in SQLite, logs them with package slog, and shows the open orders as a
// page.
package orders

import (
	"database/sql"
	"errors"
	"html/template"
	"io"
	"log/slog"
	"net/http"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
)

// Receiver receives the deliveries of one shop.
type Receiver struct {
	DB  *sql.DB
	Log *slog.Logger
}

// Setup creates the table.
func (r *Receiver) Setup() error {
	_, err := r.DB.Exec(`CREATE TABLE IF NOT EXISTS orders (
		id TEXT PRIMARY KEY, total TEXT, currency TEXT NOT NULL, note TEXT, test BOOLEAN NOT NULL, event JSON NOT NULL)`)
	return err
}

// ServeHTTP takes a delivery.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, req.Body, 1<<20))
	if err != nil {
		http.Error(w, "unreadable body", http.StatusBadRequest)
		return
	}
	event, err := shoplazza.Decode(shoplazza.Topic(req.Header.Get(shoplazza.TopicHeader)), body)
	if err != nil {
		http.Error(w, "not a delivery", http.StatusBadRequest)
		return
	}
	if err := r.store(event); err != nil {
		r.Log.Error("not stored", "event", event, "error", err)
		http.Error(w, "try again", http.StatusInternalServerError)
		return
	}
	r.Log.Info("received", "event", event)
}

// store keeps an order, and forgets a deleted one.
func (r *Receiver) store(event payload.Event) (err error) {
	switch event := event.(type) {
	case *shoplazza.OrderEvent:
		o := &event.Order
		if o.ID == "" {
			return errors.New("an order without an id")
		}
		_, err = r.DB.Exec("REPLACE INTO orders VALUES (?, ?, ?, ?, ?, ?)", o.ID, o.TotalPrice, o.Currency, o.Note.Ptr(), o.Test, event)
	case *shoplazza.OrderDeletedEvent:
		_, err = r.DB.Exec("DELETE FROM orders WHERE id = ?", event.Order.ID)
	}
	return err
}

// Order returns a stored order.
func (r *Receiver) Order(id string) (*shoplazza.OrderEvent, error) {
	event := shoplazza.OrderEvent{EventDelivery: shoplazza.TopicOrdersUpdate.Delivery()}
	err := r.DB.QueryRow("SELECT event FROM orders WHERE id = ?", id).Scan(&event)
	return &event, err
}

var page = template.Must(template.New("orders").Parse(`<table>
{{range .}}<tr><td>{{.Number}}<td>{{.TotalPrice.Fixed 2}} {{.Currency}}<td>{{.Note.Or "–"}}<td>{{with .PlacedAt.Ptr}}{{.Time.Format "2 Jan"}}{{end}}
{{range .LineItems}}<tr><td><td>{{.Quantity}} × {{.ProductTitle}}{{range .DiscountApplications.Or nil}}, {{.Title}}{{end}}
{{end}}{{end}}</table>
`))

// Page writes the stored orders as HTML.
func (r *Receiver) Page(w io.Writer) error {
	rows, err := r.DB.Query("SELECT event FROM orders ORDER BY id")
	if err != nil {
		return err
	}
	defer rows.Close()
	var all []*shoplazza.Order
	for rows.Next() {
		var event shoplazza.OrderEvent
		if err := rows.Scan(&event); err != nil {
			return err
		}
		all = append(all, &event.Order)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return page.Execute(w, all)
}
