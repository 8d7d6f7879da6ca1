package main

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// parcel is where an order goes, how it travels, and what of it was paid back. (Fecify's
// orders have no address.)
type parcel struct {
	Order    string
	To       []string // lines of the address
	Country  string   // code
	Phone    string
	Tracking []string
	Refunds  []refund
}

type refund struct {
	Of     string
	Amount payload.Number
}

// parcelOf returns the parcel of an order, nil for other events. It fails for an order that
// cannot be sent or paid back as it is.
func parcelOf(event payload.Event) (*parcel, error) {
	var p *parcel
	switch event := event.(type) {
	case *shoplazza.OrderEvent:
		p = shoplazzaParcel(&event.Order)
	case *shopline.OrderEvent:
		p = shoplineParcel(&event.Resource)
	case *shoptop.OrderEvent:
		p = shoptopParcel(event)
	default:
		return nil, nil
	}
	p.To, p.Tracking = filled(p.To), filled(p.Tracking)
	var problems []error
	if len(p.To) < 3 {
		problems = append(problems, errors.New("the address is too short"))
	}
	for _, r := range p.Refunds {
		if sign, ok := r.Amount.Sign(); !ok || sign < 0 {
			problems = append(problems, fmt.Errorf("the refund of %s is %q", r.Of, r.Amount))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, fmt.Errorf("order %s: %w", p.Order, err)
	}
	return p, nil
}

// filled returns the lines that say something, without blanks around.
func filled(lines []string) []string {
	var all []string
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

func shoplazzaParcel(o *shoplazza.Order) *parcel {
	a := o.ShippingAddress
	p := &parcel{Order: o.Number, Country: a.CountryCode, Phone: strings.TrimSpace(a.PhoneAreaCode.Or("") + " " + a.Phone)}
	p.To = []string{cmp.Or(a.Name, a.FirstName+" "+a.LastName), a.Company, a.Address1, a.Address2, a.Zip + " " + a.City, a.Province, a.Country}
	for _, f := range o.Fulfillments {
		p.Tracking = append(p.Tracking, f.TrackingCompany+" "+f.TrackingNumber)
	}
	for _, l := range o.LineItems {
		// A line without a refund has "0.00", or lacks the member.
		if total, ok := l.RefundTotal.Get(); ok && total.Fixed(2) != "0.00" {
			p.Refunds = append(p.Refunds, refund{fmt.Sprintf("%d x %s", l.RefundQuantity.Or(0), l.ProductTitle), total})
		}
	}
	// A refund that is of no line shows in the order's own total of all refunds only.
	if total, ok := o.TotalRefundPrice.Get(); ok && len(p.Refunds) == 0 && total.Fixed(2) != "0.00" {
		p.Refunds = append(p.Refunds, refund{"so far", total})
	}
	return p
}

func shoplineParcel(o *shopline.Order) *parcel {
	a := o.DeliveryAddress
	p := &parcel{Order: o.OrderNumber, Country: a.CountryCode.Or(a.Country), Phone: strings.TrimSpace(a.RecipientPhoneCountryCode.Or("") + " " + a.RecipientPhone)}
	p.To = []string{a.RecipientName, a.Address1, a.Address2, a.District.Or(""), a.Postcode.Or("") + " " + a.City, a.State.Or(""), a.Country}
	if carrier, ok := o.OrderDelivery.NameTranslations.First(o.LanguageCode, "en"); ok {
		p.Tracking = append(p.Tracking, carrier)
	}
	switch o.OrderPayment.Status {
	case shopline.PaymentStatusRefunded:
		p.Refunds = append(p.Refunds, refund{"all", o.OrderPayment.Total.Dollars})
	case shopline.PaymentStatusPartiallyRefunded: // how much, the order does not say
		p.Refunds = append(p.Refunds, refund{Of: "a part"})
	}
	return p
}

func shoptopParcel(o *shoptop.OrderEvent) *parcel {
	a := o.ShippingAddress
	p := &parcel{Order: o.OrderNo, Country: a.CountryCode, Phone: strings.TrimSpace(a.PhoneAreaCode.Or("") + " " + a.Phone.Or(""))}
	p.To = []string{cmp.Or(a.Name, a.FirstName+" "+a.LastName), a.Company.Or(""), a.Address1, a.Address2, a.Zip + " " + a.City, a.Province, a.Country}
	for _, f := range o.Fulfillments {
		p.Tracking = append(p.Tracking, f.TrackingCompany+" "+f.TrackingNumber)
	}
	if o.FinancialStatus == shoptop.FinancialStatusRefunded {
		p.Refunds = append(p.Refunds, refund{"all", o.TotalPrice})
	}
	return p
}

// label is what is printed on the parcel.
const label = `<address>{{range .To}}{{.}}<br>{{end}}{{.Country}} {{.Phone}}</address>
{{range .Tracking}}<p>{{.}}</p>
{{end}}{{range .Refunds}}<p>{{.Of}}: {{.Amount.Fixed 2}}</p>
{{end}}`

// TestReceiverOfParcels prints the labels of documented orders, and of changed ones.
func TestReceiverOfParcels(t *testing.T) {
	page := template.Must(template.New("label").Parse(label))
	var got strings.Builder
	for _, event := range slices.Concat(
		decoded(t, shoplazza.Decode, shoplazza.TopicOrdersCreate, documentedBodies(t, "shoplazza", "orders-create")...),
		decoded(t, shopline.Decode, shopline.TopicOrderCreate, documentedBodies(t, "shopline", "order-create")...),
		decoded(t, shoptop.Decode, shoptop.TopicOrdersCreate, documentedBodies(t, "shoptop", "orders-create")...),
		decoded(t, shoplazza.Decode, shoplazza.TopicOrdersUpdate,
			[]byte(`{"order":{"number":"7","shipping_address":{"first_name":"A","last_name":"<B>","company":null,"address1":"B 1","city":"C","zip":1010},
				"line_items":[{"id":"1","product_title":"Cup","refund_quantity":1,"refund_total":"1.20"},{"id":"2"},{"id":"3","refund_total":0.0}]}}`),
			[]byte(`{"order":{"number":"8","shipping_address":{"name":"A"},"line_items":[{"product_title":"Cup","refund_total":"much"}]}}`)),
		decoded(t, shoplazza.Decode, shoplazza.TopicOrdersPartiallyRefunded,
			[]byte(`{"order":{"id":"13","number":"13","financial_status":"partially_refunded","total_price":"40.00","total_refund_price":"25.00",
				"shipping_address":{"name":"A","address1":"B 1","city":"C"},"line_items":[{"id":"1","quantity":1}],"payment_line":{"id":"2","transaction_no":"3"}}}`)),
		decoded(t, shopline.Decode, shopline.TopicOrderUpdate,
			[]byte(`{"resource":{"order_number":"9","delivery_address":{"recipient_name":"A","address_1":"B 1","city":"C"},"order_payment":{"status":"refunded","total":{"cents":200,"dollars":2}}}}`),
			[]byte(`{"resource":{"order_number":"10","delivery_address":{"recipient_name":"A","address_1":"B 1","city":"C"},"order_payment":{"status":"partially_refunded"}}}`)),
		decoded(t, shoptop.Decode, shoptop.TopicOrdersRefunded,
			[]byte(`{"orderNo":"11","financialStatus":"refunded","totalPrice":"2.00","shippingAddress":{"name":"A","address1":"B 1","city":"C"}}`)),
		decoded(t, shoptop.Decode, shoptop.TopicProductsDelete, []byte(`{"product":{"id":"1"}}`)),
	) {
		p, err := parcelOf(event)
		if p == nil {
			fmt.Fprintf(&got, "%s: %v\n", event.TopicName(), err)
		} else if err := page.Execute(&got, p); err != nil {
			t.Fatal(err)
		}
	}
	want := `<address>123 321<br>www<br>eee<br>123456 南宁<br>Guangxi<br>China<br>CN CN_86 &#43;8613111111111</address>
<address>Bob Norman<br>Chestnut Street 92<br>40202 Louisville<br>Kentucky<br>United States<br>US 80 555-625-1199</address>
<p>1Z2345</p>
<address>TestingUser<br>test address<br>Wong Tai Sin<br>San Po Kong<br>Kowloon<br>Hong Kong<br>HK 852 93533001</address>
orders/create: order ZLN0398018: the address is too short
<address>A &lt;B&gt;<br>B 1<br>1010 C<br> </address>
<p>1 x Cup: 1.20</p>
orders/update: order 8: the address is too short
the refund of 0 x Cup is "much"
<address>A<br>B 1<br>C<br> </address>
<p>so far: 25.00</p>
<address>A<br>B 1<br>C<br> </address>
<p>all: 2.00</p>
order/update: order 10: the refund of a part is ""
<address>A<br>B 1<br>C<br> </address>
<p>all: 2.00</p>
products/delete: <nil>
`
	if got.String() != want {
		t.Errorf("labels:\n%s\nwant:\n%s", got.String(), want)
	}
}
