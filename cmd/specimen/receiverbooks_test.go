package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// books keeps the orders of all shops, with amounts in the minor units of their currency.
type books struct {
	zone  *time.Location // of a shop whose platform sends times without one
	sales map[string]*sale
}

type sale struct {
	number, currency        string
	placed                  time.Time
	paid                    bool
	lines                   []saleLine
	discount, tax, shipping int64
	total                   int64
	problems                []error
}

type saleLine struct {
	name     string
	quantity int64
	total    int64
	reasons  []string // of discounts
}

// receive books an order. It fails for one that lacks its total, and for events that are not
// orders.
func (b *books) receive(event payload.Event) error {
	var s *sale
	var id string
	switch event := event.(type) {
	case *shoplazza.OrderEvent:
		id, s = "shoplazza "+event.Order.ID, b.shoplazza(&event.Order)
	case *shopline.OrderEvent:
		id, s = "shopline "+event.Resource.ID, b.shopline(&event.Resource)
	case *shoptop.OrderEvent:
		id, s = "shoptop "+event.ID, b.shoptop(event)
	case *fecify.OrderEvent:
		id, s = fmt.Sprint("fecify ", event.OrderInfo.ID), b.fecify(&event.OrderInfo)
	default:
		return fmt.Errorf("%s is not an order", event.TopicName())
	}
	if err := errors.Join(s.problems...); err != nil {
		return fmt.Errorf("%s: %w", id, err)
	}
	b.sales[id] = s
	return nil
}

// digits returns the number of decimals of the sale's currency.
func (s *sale) digits() int {
	if slices.Contains([]string{"JPY", "KRW", "VND"}, s.currency) {
		return 0
	}
	return 2
}

// amount returns an amount in minor units. One that never came, is not a number or has a
// fraction of a unit is a problem.
func (s *sale) amount(what string, n payload.Number) int64 {
	units, ok := n.Minor(s.digits())
	if !ok {
		s.problems = append(s.problems, fmt.Errorf("the %s is %q", what, n))
	}
	return units
}

// optional is amount for one that may be missing, which is 0.
func (s *sale) optional(what string, n payload.Opt[payload.Number]) int64 {
	return s.amount(what, n.Or(payload.Num(0)))
}

// place notes when the order was placed.
func (s *sale) place(at payload.Timestamp, zone *time.Location) {
	placed, err := at.TimeIn(zone)
	if err != nil {
		s.problems = append(s.problems, err)
	}
	s.placed = placed
}

func (b *books) shoplazza(o *shoplazza.Order) *sale {
	s := &sale{number: o.Number, currency: o.Currency, paid: o.FinancialStatus == shoplazza.FinancialStatusPaid}
	s.place(o.PlacedAt.Or(o.CreatedAt), b.zone)
	for _, l := range o.LineItems {
		sold := saleLine{name: l.ProductTitle, quantity: l.Quantity, total: s.amount("total of "+l.ID, l.Total)}
		for _, d := range l.DiscountApplications.Or(nil) { // in a string or plain
			sold.reasons = append(sold.reasons, d.Title)
		}
		s.lines = append(s.lines, sold)
	}
	s.discount, s.tax = s.amount("discount", o.TotalDiscount), s.amount("tax", o.TotalTax)
	s.shipping, s.total = s.amount("shipping", o.TotalShipping), s.amount("total", o.TotalPrice)
	return s
}

func (b *books) shopline(o *shopline.Order) *sale {
	s := &sale{number: o.OrderNumber, currency: o.CurrencyISO, paid: o.OrderPayment.Status == shopline.PaymentStatusCompleted}
	s.place(o.CreatedAt, b.zone)
	for _, l := range o.Items {
		name := l.TitleTranslations.Or(l.SKU, o.LanguageCode, "en", "zh-hant")
		s.lines = append(s.lines, saleLine{name: name, quantity: l.Quantity, total: l.Total.Cents})
	}
	s.discount, s.tax, s.shipping, s.total = o.OrderDiscount.Cents, o.TotalTaxFee.Cents, o.OrderDelivery.Total.Cents, o.Total.Cents
	return s
}

func (b *books) shoptop(o *shoptop.OrderEvent) *sale {
	s := &sale{number: o.OrderNo, currency: o.Currency, paid: o.FinancialStatus == shoptop.FinancialStatusPaid}
	s.place(o.PlacedAt.Or(o.CreatedAt), b.zone)
	for _, l := range o.LineItems {
		s.lines = append(s.lines, saleLine{name: l.ProductTitle, quantity: l.Quantity, total: s.amount("total of "+l.ID, l.Total)})
	}
	s.discount, s.tax = s.optional("discount", o.TotalDiscount), s.amount("tax", o.TotalTax)
	s.shipping, s.total = s.amount("shipping", o.TotalShipping), s.amount("total", o.TotalPrice)
	return s
}

// fecify books an order of Fecify, which has no lines and no time.
func (b *books) fecify(o *fecify.Order) *sale {
	s := &sale{number: o.OrderNumber, currency: o.CurrencyCode, paid: o.PaymentStatus == fecify.PaymentStatusPaid}
	s.lines = []saleLine{{name: "goods", quantity: o.ItemsCount, total: s.amount("subtotal", o.Subtotal)}}
	s.tax, s.shipping, s.total = s.amount("tax", o.Tax), s.amount("shipping", o.ShippingTotal), s.amount("total", o.GrandTotal)
	return s
}

// difference returns what the total has beyond the sum of its parts.
func (s *sale) difference() int64 {
	sum := s.tax + s.shipping - s.discount
	for _, l := range s.lines {
		sum += l.total
	}
	return s.total - sum
}

// receipt writes a sale for people.
func (s *sale) receipt() string {
	show := func(units int64) payload.Number { return payload.MinorNum(units, s.digits()) }
	var b strings.Builder
	for _, l := range s.lines {
		fmt.Fprintf(&b, "%d x %s: %s\n", l.quantity, strings.Join(append([]string{l.name}, l.reasons...), ", "), show(l.total))
	}
	fmt.Fprintf(&b, "discount %s, tax %s, shipping %s\n", show(s.discount), show(s.tax), show(s.shipping))
	b.WriteString(s.number)
	if !s.placed.IsZero() {
		b.WriteString(s.placed.UTC().Format(" of " + time.DateOnly))
	}
	fmt.Fprintf(&b, ": %s %s, paid: %t\n", show(s.total), s.currency, s.paid)
	return b.String()
}

// TestReceiverOfBooks books the documented orders of all platforms, and refuses others.
func TestReceiverOfBooks(t *testing.T) {
	b := books{time.FixedZone("shop", 8*3600), make(map[string]*sale)}
	events := slices.Concat(
		decoded(t, shoplazza.Decode, shoplazza.TopicOrdersCreate, documentedBodies(t, "shoplazza", "orders-create")...),
		decoded(t, shopline.Decode, shopline.TopicOrderCreate, documentedBodies(t, "shopline", "order-create")...),
		decoded(t, shoptop.Decode, shoptop.TopicOrdersPaid, documentedBodies(t, "shoptop", "orders-create")...),
		decoded(t, fecify.Decode, fecify.TopicOrderCreate, documentedBodies(t, "fecify", "order_create")...),
	)
	var got strings.Builder
	for _, event := range events {
		if err := b.receive(event); err != nil {
			fmt.Fprintf(&got, "%v: %v\n", event, err)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(b.sales)) {
		fmt.Fprintf(&got, "\n%s, which differs by %s\n%s", id, payload.MinorNum(b.sales[id].difference(), 2), b.sales[id].receipt())
	}
	// The payload of Shoplazza's older page has texts where amounts belong.
	want := `orders/create (3365 bytes): shoplazza db4469f3-5e56-4c69-a2b6-03e81d24d5b5: the total of db4469f3-5e56-4c69-a2b6-03e81d24d5b5 is "12.34 USD"

fecify 2950, which differs by 0.00
1 x goods: 108.10
discount 0.00, tax 0.00, shipping 2.82
C130845039060608: 110.92 EUR, paid: false

shoplazza 124791144633646482197, which differs by 0.00
1 x 周期购踢商品猫, Subscription: 111.00
discount 3.33, tax 0.00, shipping 5.99
5555MJK026409999 of 2024-07-20: 113.66 USD, paid: false

shopline 657fec07ec33fa00628a3714, which differs by 10.00
1 x Product: 10.00
discount 0.00, tax 0.00, shipping 20.00
20231218065151059 of 2023-12-18: 40.00 HKD, paid: false

shoptop 1424682429884698626, which differs by 5.00
discount 0.00, tax 0.00, shipping 0.20
ZLN0398018 of 2021-08-09: 5.20 USD, paid: true
`
	if got.String() != want {
		t.Errorf("booked:\n%s\nwant:\n%s", got.String(), want)
	}
	for _, event := range slices.Concat(
		decoded(t, shoplazza.Decode, shoplazza.TopicOrdersCreate, []byte(`{"order":{"id":"1","total_price":null}}`)),
		decoded(t, shoplazza.Decode, shoplazza.TopicProductsCreate, []byte(`{"product":{}}`)),
	) {
		if err := b.receive(event); err == nil {
			t.Errorf("%v is booked", event)
		}
	}
}
