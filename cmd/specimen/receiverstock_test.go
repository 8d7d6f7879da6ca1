package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// stock has the variants of the products of all shops.
type stock struct {
	products map[string]map[string]variant // by product and variant
	notices  []string                      // what changed, for the people of the storehouse
}

type variant struct {
	name      string
	quantity  int64
	unlimited bool // its stock is not counted
	price     payload.Number
}

// receive takes the variants of a product, and forgets a deleted one. It ignores other
// events.
func (s *stock) receive(event payload.Event) {
	switch event := event.(type) {
	case *shoplazza.ProductEvent:
		s.update("shoplazza "+event.Product.ID, shoplazzaVariants(&event.Product))
	case *shoplazza.ProductDeletedEvent:
		s.update("shoplazza "+event.Product.ID, nil)
	case *shopline.ProductEvent:
		if event.Topic() == shopline.TopicProductRemove {
			s.update("shopline "+event.Resource.ID, nil)
			return
		}
		s.update("shopline "+event.Resource.ID, shoplineVariants(&event.Resource))
	case *shoptop.ProductEvent:
		s.update("shoptop "+event.ProductID, shoptopVariants(event))
	case *shoptop.ProductDeletedEvent:
		s.update("shoptop "+event.Product.ID, nil)
	case *fecify.ProductEvent:
		id := fmt.Sprint("fecify ", event.ProductInfo.ID)
		if event.Topic() == fecify.TopicProductDelete {
			s.update(id, nil)
			return
		}
		s.update(id, fecifyVariants(&event.ProductInfo))
	}
}

// update replaces the variants of a product, and notices what is different.
func (s *stock) update(product string, variants map[string]variant) {
	before := s.products[product]
	for id, v := range before {
		if _, ok := variants[id]; !ok {
			s.notices = append(s.notices, v.name+" is gone")
		}
	}
	for id, v := range variants {
		old, known := before[id]
		switch {
		case !known:
			s.notices = append(s.notices, fmt.Sprintf("%s is new: %s for %s", v.name, v.amount(), v.price.Fixed(2)))
		case old.amount() != v.amount():
			s.notices = append(s.notices, fmt.Sprintf("%s: %s, was %s", v.name, v.amount(), old.amount()))
		}
		if order, ok := v.price.Cmp(old.price); known && ok && order != 0 {
			s.notices = append(s.notices, fmt.Sprintf("%s costs %s, was %s", v.name, v.price, old.price))
		}
	}
	if s.products[product] = variants; variants == nil {
		delete(s.products, product)
	}
}

// amount returns how many of a variant there are, in words.
func (v variant) amount() string {
	switch {
	case v.unlimited:
		return "any number"
	case v.quantity <= 0:
		return "none"
	}
	return fmt.Sprint(v.quantity)
}

func shoplazzaVariants(p *shoplazza.Product) map[string]variant {
	all := make(map[string]variant)
	for _, v := range p.Variants {
		all[v.ID] = variant{cmp.Or(v.SKU, v.Title, p.Title), v.InventoryQuantity, !p.InventoryTracking, v.Price}
	}
	return all
}

// shoplineVariants returns the variations of a product, or the product where it has none.
func shoplineVariants(p *shopline.Product) map[string]variant {
	title := p.TitleTranslations.Or(p.ID, "en", "zh-hant")
	all := make(map[string]variant)
	for _, v := range p.Variations {
		quantity, _ := v.Quantity.Int64()
		fields := v.FieldsTranslations.Or(nil, "en", "zh-hant")
		all[v.ID] = variant{v.SKU.Or(strings.Join(append([]string{title}, fields...), " ")), quantity, v.UnlimitedQuantity.Or(p.UnlimitedQuantity), v.Price.Dollars}
	}
	if quantity, _ := p.Quantity.Int64(); len(all) == 0 {
		all[p.ID] = variant{p.SKU.Or(title), quantity, p.UnlimitedQuantity, p.Price.Dollars}
	}
	return all
}

func shoptopVariants(p *shoptop.ProductEvent) map[string]variant {
	all := make(map[string]variant)
	for _, v := range p.SKUs {
		options := []string{p.GoodsTitle, v.SpecOption1.Or(""), v.SpecOption2.Or(""), v.SpecOption3.Or("")}
		all[v.SKUID] = variant{cmp.Or(v.SKU, strings.TrimSpace(strings.Join(options, " "))), v.InventoryQuantity, !p.InventoryTracking.Or(true), v.Price}
	}
	return all
}

func fecifyVariants(p *fecify.Product) map[string]variant {
	all := make(map[string]variant)
	for _, v := range p.Variants {
		unlimited := v.Quantity < 0 || p.InventoryTracking == fecify.InventoryTrackingUntracked
		all[fmt.Sprint(v.ID)] = variant{cmp.Or(v.SKU, v.Title, p.Title), v.Quantity, unlimited, v.Price}
	}
	return all
}

// TestReceiverOfStock takes the documented products of all platforms, and changes of them.
func TestReceiverOfStock(t *testing.T) {
	s := stock{products: make(map[string]map[string]variant)}
	var got []string
	receive := func(events []payload.Event) {
		for _, event := range events {
			s.receive(event)
			slices.Sort(s.notices)
			got = append(append(got, event.TopicName()), s.notices...)
			s.notices = nil
		}
	}
	receive(decoded(t, shoplazza.Decode, shoplazza.TopicProductsCreate, documentedBodies(t, "shoplazza", "products-create")...))
	receive(decoded(t, shopline.Decode, shopline.TopicProductCreate, documentedBodies(t, "shopline", "product-create")...))
	receive(decoded(t, shoptop.Decode, shoptop.TopicProductsCreate, documentedBodies(t, "shoptop", "products-create")...))
	receive(decoded(t, fecify.Decode, fecify.TopicProductCreate, documentedBodies(t, "fecify", "product_create")...))
	receive(decoded(t, shopline.Decode, shopline.TopicProductUpdate,
		[]byte(`{"resource":{"id":"1","unlimited_quantity":true,"variations":[{"id":"2","quantity":5,"unlimited_quantity":false,"price":{"dollars":1.50}},{"id":"3","sku":"c","quantity":7.0},{"id":"4","title_translations":{},"fields_translations":{"en":["L","red"]}}]}}`),
		[]byte(`{"resource":{"id":"1","unlimited_quantity":false,"variations":[{"id":"2","quantity":0,"unlimited_quantity":null,"price":{"dollars":1.5}},{"id":"3","sku":"c","quantity":7.0,"price":{"dollars":"2"}}]}}`)))
	receive(decoded(t, shoptop.Decode, shoptop.TopicProductsUpdate,
		[]byte(`{"spuId":"1","inventoryTracking":"0","skus":[{"skuId":"7","sku":"a","inventoryQuantity":3}]}`)))
	receive(decoded(t, shoptop.Decode, shoptop.TopicProductsDelete, []byte(`{"product":{"id":"1"}}`)))
	receive(decoded(t, shopline.Decode, shopline.TopicProductRemove, []byte(`{"resource":{"id":"1"}}`)))
	want := `products/create
20182002154567873574 is new: 33 for 32.00
products/create
product/create
Product is new: any number for 10.00
products/create
product_create
fdsafsd-1006665 is new: 23 for 34.00
product/update
1 L red is new: any number for 
1 is new: 5 for 1.50
c is new: any number for 
product/update
1 L red is gone
1: none, was 5
c: 7, was any number
products/update
a is new: any number for 
products/delete
a is gone
product/remove
1 is gone
c is gone`
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("noticed:\n%s\nwant:\n%s", got, want)
	}
	if len(s.products) != 4 {
		t.Errorf("products that are left: %q", slices.Sorted(maps.Keys(s.products)))
	}
}
