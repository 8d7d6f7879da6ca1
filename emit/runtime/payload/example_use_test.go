package payload_test

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"html/template"
	"math/big"
	"os"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// ticket is like the types of generated packages.
type ticket struct {
	Total  payload.Number
	Note   payload.Opt[string]
	Phone  payload.Opt[string]
	Opened payload.Timestamp
	Paid   payload.Flag
	Seat   payload.Opt[struct{ Row string }]
	Titles payload.Map[string]
	Device payload.JSON[struct{ OS string }]
	Tags   payload.JSON[[]string]
	Extra  payload.Members
}

func opened() *ticket {
	var t ticket
	if err := json.Unmarshal([]byte(`{"Total":"1234.5","Note":"<3","Phone":null,"Opened":"2026-01-02T03:04:05Z","Paid":"0","Seat":{"Row":"C"},
		"Titles":{"de":"Karte"},"Device":"{\"OS\":\"Plan 9\"}","Tags":["new"]}`), &t); err != nil {
		fmt.Println(err)
	}
	gift, err := payload.ParseValue(`{"colour":"red"}`)
	if err != nil {
		fmt.Println(err)
	}
	t.Extra.Set("gift", gift)
	return &t
}

// Fields print well in templates, and are escaped like other text. A method that returns
// (value, ok) cannot be called there: Or, Ptr, Copy, At and Fixed return one value. An Opt is
// always true for {{if}} and {{with}}, as every struct: ask its Ptr, or Or.
func Example_template() {
	page := template.Must(template.New("").Parse(`
{{.Total.Fixed 2}} ({{.Total}}): {{.Note}}, {{.Phone.Or "no phone"}}
{{if .Paid.Or false}}paid{{else}}open{{end}} since {{.Opened.Time.Format "2 Jan"}}
{{with .Seat.Ptr}}row {{.Row}}{{end}}{{with .Phone.Ptr}}call {{.}}{{end}}
{{.Titles.Or "Ticket" "en" "de"}}; {{with .Device.Copy}}{{.OS}}{{end}}; {{range .Tags.Or nil}}{{.}}{{end}}
{{.Extra.At "gift" "colour"}}{{.Extra.At "discount"}}
<script>let note = {{.Note}}, phone = {{.Phone}}, total = {{.Total}}</script>
`))
	if err := page.Execute(os.Stdout, opened()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1234.50 (1234.5): &lt;3, no phone
	// open since 2 Jan
	// row C
	// Karte; Plan 9; new
	// red
	// <script>let note = "\u003c3", phone =  null , total = "1234.5"</script>
}

// A column takes Number, Flag and Value as they are, a Timestamp as the string that it is,
// and an Opt by its Ptr, which is NULL where there is no value.
func Example_sql() {
	t := opened()
	for _, arg := range []any{t.Total, t.Paid, string(t.Opened), t.Note.Ptr(), t.Phone.Ptr(), t.Extra.At("gift")} {
		column, err := driver.DefaultParameterConverter.ConvertValue(arg) // as package sql does
		fmt.Println(column, err)
	}
	var total payload.Number
	fmt.Println(total.Scan("1234.50"), total, total.Scan(1234.5))
	// Output:
	// 1234.5 <nil>
	// false <nil>
	// 2026-01-02T03:04:05Z <nil>
	// <3 <nil>
	// <nil> <nil>
	// {"colour":"red"} <nil>
	// <nil> 1234.50 payload: cannot store a float64 in a Number without loss
}

// Values for tests and for deliveries that a program sends itself.
func Example_build() {
	total, _ := payload.RatNum(big.NewRat(3, 2))
	t := ticket{
		Total:  total,
		Note:   payload.Some("by hand"),
		Phone:  payload.Nil[string](),
		Opened: payload.At[payload.Timestamp](time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)),
		Paid:   payload.FlagTrue,
	}
	t.Total = t.Total.With(payload.MinorNum(1250, 2)) // in the form that it had
	t.Titles.Set("en", "Ticket")
	if err := t.Tags.Update(func(tags *[]string) { *tags = append(*tags, "new") }); err != nil {
		fmt.Println(err)
	}
	fmt.Printf("%s %q %s %s %s\n", t.Total, t.Note, t.Opened, t.Titles.Or("", "en"), t.Tags)
	// Output: 12.50 "by hand" 2026-01-02T03:04:05Z Ticket ["new"]
}

// Equal compares by the meaning of the JSON.
func ExampleEqual() {
	a, b := opened(), opened()
	b.Titles = payload.Map[string]{{Key: "de", Value: "Karte"}}
	fmt.Println(payload.Equal(a, b))
	b.Total = payload.QuotedNum("1234.50") // a text, and not the same one
	fmt.Println(payload.Equal(a, b))
	fmt.Println(payload.Num("1234.5").Equal(payload.Num("1234.50")))
	// Output:
	// true
	// false
	// true
}
