// Package orders is a receiver of orders, as an importer of the generated packages writes it:
// it stores deliveries in SQLite, logs them with package slog, and shows the open orders as a
// page.
package orders

import (
	"context"
	"database/sql"
	"errors"
	"html/template"
	"io"
	"log/slog"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
)

// Orders are the orders of one shop.
type Orders struct {
	DB  *sql.DB
	Log *slog.Logger
}

// Setup creates the table.
func (o *Orders) Setup() error {
	_, err := o.DB.Exec(`CREATE TABLE IF NOT EXISTS orders (
		id TEXT PRIMARY KEY, total TEXT, currency TEXT NOT NULL, note TEXT, test BOOLEAN NOT NULL, event JSON NOT NULL)`)
	return err
}

// Receiver returns the handler of deliveries that are signed with the secret.
func (o *Orders) Receiver(secret string) (*shoplazza.Receiver, error) {
	rest := func(context.Context, shoplazza.Event) error { return nil }
	r, err := shoplazza.NewReceiver(rest, secret)
	if err != nil {
		return nil, err
	}
	r.OnOrder, r.OnOrderDeleted = o.store, o.forget
	r.After = func(ctx context.Context, event payload.Event, err error) {
		if err != nil {
			o.Log.ErrorContext(ctx, "refused", "event", event, "error", err)
			return
		}
		o.Log.InfoContext(ctx, "received", "event", event)
	}
	return r, nil
}

// store keeps an order.
func (o *Orders) store(ctx context.Context, event *shoplazza.OrderEvent) error {
	x := &event.Order
	if x.ID == "" {
		return errors.New("an order without an id")
	}
	_, err := o.DB.ExecContext(ctx, "REPLACE INTO orders VALUES (?, ?, ?, ?, ?, ?)", x.ID, x.TotalPrice, x.Currency, x.Note.Ptr(), x.Test, event)
	return err
}

// forget removes a deleted order.
func (o *Orders) forget(ctx context.Context, event *shoplazza.OrderDeletedEvent) error {
	_, err := o.DB.ExecContext(ctx, "DELETE FROM orders WHERE id = ?", event.Order.ID)
	return err
}

// Order returns a stored order.
func (o *Orders) Order(id string) (*shoplazza.OrderEvent, error) {
	event := shoplazza.OrderEvent{EventDelivery: shoplazza.TopicOrdersUpdate.Delivery()}
	err := o.DB.QueryRow("SELECT event FROM orders WHERE id = ?", id).Scan(&event)
	return &event, err
}

var page = template.Must(template.New("orders").Parse(`<table>
{{range .}}<tr><td>{{.Number}}<td>{{.TotalPrice.Fixed 2}} {{.Currency}}<td>{{.Note.Or "–"}}<td>{{with .PlacedAt.Ptr}}{{.Time.Format "2 Jan"}}{{end}}
{{range .LineItems}}<tr><td><td>{{.Quantity}} × {{.ProductTitle}}{{range .DiscountApplications.Or nil}}, {{.Title}}{{end}}
{{end}}{{end}}</table>
`))

// Page writes the stored orders as HTML.
func (o *Orders) Page(w io.Writer) error {
	rows, err := o.DB.Query("SELECT event FROM orders ORDER BY id")
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
