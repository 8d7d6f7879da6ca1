package names

import "testing"

func TestSingular(t *testing.T) {
	for _, c := range []struct{ plural, want string }{
		{"LineItems", "LineItem"},
		{"Categories", "Category"},
		{"Addresses", "Address"},
		{"Boxes", "Box"},
		{"Branches", "Branch"},
		{"Statuses", "Status"},
		{"Purchases", "Purchase"},
		{"Images", "Image"},
		{"Data", "DataItem"},
		{"Series", "SeriesItem"},
		{"Status", "StatusItem"},
		{"Address", "AddressItem"},
		{"SKUs", "SKU"},
		{"S", "SItem"},
	} {
		if got := Singular(c.plural); got != c.want {
			t.Errorf("Singular(%s) = %s, want %s", c.plural, got, c.want)
		}
	}
}
