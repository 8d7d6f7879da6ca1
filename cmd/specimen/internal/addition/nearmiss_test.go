package addition

import (
	"strings"
	"testing"
)

// TestIsSlip checks which names of topics look like a slip of the keys for another one: in
// those of a line, each word after the first is a slip for the first, or none is.
func TestIsSlip(t *testing.T) {
	for _, c := range []struct {
		slips bool
		lines string
	}{
		{true, `
			orders/create orders/craete orders/ceate orders/creeate orders/crwate oders/create order/create orders/creat
			orders/create Orders/Create orders.create orders_create OrdersCreate ordersc/reate order/screate
			orders/update orders/updated orders/updte orders/uppdate
			ticket.status_changed ticket.status_chnaged tickets.status_changed ticket.staus_changed
			order.partially_fulfilled order.partiallyfulfilled order.partialy_fulfilled order.partially_fullfilled`},
		{false, `
			orders/create orders/create orders/update orders/delete carts/create orders create orders/create/again
			discussion.locked discussion.unlocked discussion.blocked
			issue.opened issue.reopened
			item.moved item.removed
			method.attached method.detached
			request.enqueued request.dequeued
			cart/create card/create
			form.sent from.sent
			v1/order v2/order
			sha256/computed sha512/computed
			order.created order.updated
			radar.warning.created radar.warning.updated`},
	} {
		for line := range strings.Lines(strings.TrimSpace(c.lines)) {
			names := strings.Fields(line)
			for _, got := range names[1:] {
				if isSlip(got, names[0], names[:1]) != c.slips {
					t.Errorf("%s beside %s: a slip: %v", got, names[0], !c.slips)
				}
			}
		}
	}
	if names := []string{"order/closed", "item/cloned"}; isSlip("order/cloned", "order/closed", names) {
		t.Error("a word of another topic is a slip")
	}
}
