package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// The receivers below are programs as importers of the generated packages write them.
// Each test runs one over the documented payloads of all platforms that it applies to.

// payloadOf returns a documented payload of a platform.
func payloadOf(t *testing.T, platform, topic string) []byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "generated", platform, "testdata", topic, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no payload of %s %s: %v", platform, topic, err)
	}
	slices.Sort(files)
	body, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// sale is an order as a bookkeeping program has it, with amounts in cents.
type sale struct {
	id, currency string
	total        int64
	lines        []saleLine
}

type saleLine struct {
	name      string
	quantity  int64
	total     int64
	discounts []string
}

// amount returns an amount in cents, or an error for one that never came, is not a
// number, or has a fraction of a cent.
func amount(what string, n payload.Number) (int64, error) {
	cents, ok := n.Minor(2)
	if !ok {
		return 0, fmt.Errorf("the %s is %q", what, n)
	}
	return cents, nil
}

// saleOf returns the sale of an order event of any platform, nil for other events.
func saleOf(event any) (*sale, error) {
	switch ev := event.(type) {
	case *shoplazza.OrderEvent:
		s := &sale{id: ev.Order.ID, currency: ev.Order.Currency}
		for _, l := range ev.Order.LineItems {
			total, err := amount("total of "+l.ID, l.Total)
			if err != nil {
				return nil, err
			}
			sold := saleLine{name: l.ProductTitle, quantity: l.Quantity, total: total}
			for _, d := range l.DiscountApplications.Or(nil) { // in a string or plain
				sold.discounts = append(sold.discounts, d.Title)
			}
			s.lines = append(s.lines, sold)
		}
		total, err := amount("total", ev.Order.TotalPrice)
		s.total = total
		return s, err
	case *shopline.OrderEvent:
		order := ev.Resource
		s := &sale{id: order.ID, currency: order.CurrencyISO, total: order.Total.Cents}
		for _, l := range order.Items {
			name, ok := l.TitleTranslations.First(order.LanguageCode, "en", "zh-hant")
			if !ok {
				name = l.SKU
			}
			s.lines = append(s.lines, saleLine{name: name, quantity: l.Quantity, total: l.Total.Cents})
		}
		return s, nil
	case *shoptop.OrderEvent:
		s := &sale{id: ev.ID, currency: ev.Currency}
		for _, l := range ev.LineItems {
			total, err := amount("total of "+l.ID, l.Total)
			if err != nil {
				return nil, err
			}
			s.lines = append(s.lines, saleLine{name: l.ProductTitle, quantity: l.Quantity, total: total})
		}
		total, err := amount("total", ev.TotalPrice)
		s.total = total
		return s, err
	case *fecify.OrderEvent:
		order := ev.OrderInfo
		s := &sale{id: order.OrderNumber, currency: order.CurrencyCode}
		total, err := amount("total", order.GrandTotal)
		s.total = total
		return s, err
	}
	return nil, nil
}

// TestReceiverOfTotals reads the total and the lines of orders.
func TestReceiverOfTotals(t *testing.T) {
	lazza, err := shoplazza.Decode(shoplazza.TopicOrdersCreate, payloadOf(t, "shoplazza", "orders-create"))
	if err != nil {
		t.Fatal(err)
	}
	line, err := shopline.DecodeBody(payloadOf(t, "shopline", "order-create"))
	if err != nil {
		t.Fatal(err)
	}
	top, err := shoptop.Decode(shoptop.TopicOrdersCreate, []byte(`{"id":"1","currency":"USD","totalPrice":"11.00","lineItems":[{"id":"2","productTitle":"Cup","quantity":2,"total":"10.00"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	fec, err := fecify.DecodeBody(payloadOf(t, "fecify", "order_create"))
	if err != nil {
		t.Fatal(err)
	}
	if s, err := saleOf(fec); err != nil || s.currency != "EUR" || s.total != 11092 {
		t.Errorf("%v: %+v, %v", fec, s, err)
	}
	for _, event := range []any{lazza, line, top} {
		s, err := saleOf(event)
		if err != nil {
			t.Errorf("%v: %v", event, err)
			continue
		}
		sum := int64(0)
		for _, l := range s.lines {
			sum += l.total
		}
		if s.id == "" || s.currency == "" || s.total <= 0 || len(s.lines) == 0 || sum <= 0 {
			t.Errorf("%v: %+v", event, s)
		}
		t.Logf("%v: %+v", event, *s)
	}
	missing, err := shoplazza.Decode(shoplazza.TopicOrdersCreate, []byte(`{"order":{"id":"1","total_price":null}}`))
	if err != nil {
		t.Fatal(err)
	}
	if s, err := saleOf(missing); err == nil {
		t.Errorf("an order without a total is %+v", s)
	}
}

// stockOf returns the stock of each variant of a product event, by SKU. A variant of
// which stock is not counted is not in it.
func stockOf(event any) map[string]int64 {
	stock := make(map[string]int64)
	switch ev := event.(type) {
	case *shoplazza.ProductEvent:
		for _, v := range ev.Product.Variants {
			stock[v.SKU] = v.InventoryQuantity
		}
	case *shopline.ProductEvent:
		product := ev.Resource
		if product.UnlimitedQuantity {
			return stock
		}
		if len(product.Variations) == 0 {
			if n, ok := product.Quantity.Int64(); ok {
				stock[product.SKU.Or(product.ID)] = n
			}
		}
		for _, v := range product.Variations {
			n, ok := v.Quantity.Int64()
			if ok && !v.UnlimitedQuantity.Or(false) {
				stock[v.SKU.Or(v.ID)] = n
			}
		}
	case *shoptop.ProductEvent:
		for _, v := range ev.SKUs {
			stock[v.SKU] = v.InventoryQuantity
		}
	case *fecify.ProductEvent:
		for _, v := range ev.ProductInfo.Variants {
			if v.Quantity >= 0 { // -1 is unlimited
				stock[v.SKU] = v.Quantity
			}
		}
	}
	return stock
}

// TestReceiverOfStock reads the stock of the variants of products.
func TestReceiverOfStock(t *testing.T) {
	lazza, err := shoplazza.Decode(shoplazza.TopicProductsCreate, payloadOf(t, "shoplazza", "products-create"))
	if err != nil {
		t.Fatal(err)
	}
	line, err := shopline.Decode(shopline.TopicProductUpdate, []byte(`{"resource":{"id":"1","variations":[{"id":"2","quantity":5},{"id":"3","sku":"c","quantity":7.0},{"id":"4","unlimited_quantity":true,"quantity":0}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	top, err := shoptop.Decode(shoptop.TopicProductsUpdate, []byte(`{"spuId":"1","skus":[{"sku":"a","inventoryQuantity":3}]}`))
	if err != nil {
		t.Fatal(err)
	}
	fec, err := fecify.DecodeBody(payloadOf(t, "fecify", "product_create"))
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range []any{lazza, line, top, fec} {
		if stock := stockOf(event); len(stock) == 0 {
			t.Errorf("%v: no stock", event)
		} else {
			t.Logf("%v: %v", event, stock)
		}
	}
}

// parcel is where an order goes, and how much of it was paid back, in cents.
type parcel struct {
	to       []string
	refunded int64
}

// parcelOf returns the parcel of an order event, nil for other events.
func parcelOf(event any) (*parcel, error) {
	var p parcel
	switch ev := event.(type) {
	case *shoplazza.OrderEvent:
		a := ev.Order.ShippingAddress
		p.to = []string{a.Name, a.Company, a.Address1, a.Address2, a.Zip + " " + a.City, a.Country, a.Phone}
		for _, l := range ev.Order.LineItems {
			if total, ok := l.RefundTotal.Get(); ok {
				cents, err := amount("refund of "+l.ID, total)
				if err != nil {
					return nil, err
				}
				p.refunded += cents
			}
		}
	case *shopline.OrderEvent:
		a := ev.Resource.DeliveryAddress
		p.to = []string{a.RecipientName, a.Address1, a.Address2, a.Postcode.Or("") + " " + a.City, a.State.Or(""), a.Country, a.RecipientPhone}
		if ev.Resource.OrderPayment.Status == shopline.PaymentStatusRefunded {
			p.refunded = ev.Resource.OrderPayment.Total.Cents
		}
	case *shoptop.OrderEvent:
		a := ev.ShippingAddress
		p.to = []string{a.Name, a.Company.Or(""), a.Address1, a.Address2, a.Zip + " " + a.City, a.Country, a.Phone.Or("")}
		if ev.FinancialStatus == shoptop.FinancialStatusRefunded {
			cents, err := amount("total", ev.TotalPrice)
			if err != nil {
				return nil, err
			}
			p.refunded = cents
		}
	default:
		return nil, nil
	}
	p.to = slices.DeleteFunc(p.to, func(line string) bool { return strings.TrimSpace(line) == "" })
	return &p, nil
}

// TestReceiverOfParcels reads the addresses and refunds of orders.
func TestReceiverOfParcels(t *testing.T) {
	lazza, err := shoplazza.Decode(shoplazza.TopicOrdersUpdate, []byte(`{"order":{"shipping_address":{"name":"A","company":null,"address1":"B","city":"C"},`+
		`"line_items":[{"id":"1","refund_total":"1.20"},{"id":"2"},{"id":"3","refund_total":0.8}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	line, err := shopline.Decode(shopline.TopicOrderUpdate, []byte(`{"resource":{"delivery_address":{"recipient_name":"A","city":"C"},"order_payment":{"status":"refunded","total":{"cents":200}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	top, err := shoptop.Decode(shoptop.TopicOrdersUpdate, []byte(`{"financialStatus":"refunded","totalPrice":"2.00","shippingAddress":{"name":"A","city":"C"}}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range []any{lazza, line, top} {
		p, err := parcelOf(event)
		if err != nil || p.refunded != 200 || len(p.to) < 2 || p.to[0] != "A" {
			t.Errorf("%v: %+v %v", event, p, err)
		}
	}
}
