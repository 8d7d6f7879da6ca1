package names

import (
	"go/token"
	"testing"
)

func TestSingular(t *testing.T) {
	for _, c := range []struct{ plural, want string }{
		{"LineItems", "LineItem"},
		{"Categories", "Category"},
		{"Addresses", "Address"},
		{"Boxes", "Box"},
		{"Branches", "Branch"},
		{"Purchases", "Purchase"},
		{"Images", "Image"},
		{"SKUs", "SKU"},
		{"SKUS", "SKU"},
		{"UserIDs", "UserID"},
		{"Ids", "Id"},
		{"APIs", "API"},
		// -us, and -use.
		{"Statuses", "Status"},
		{"Bonuses", "Bonus"},
		{"Viruses", "Virus"},
		{"Geniuses", "Genius"},
		{"Warehouses", "Warehouse"},
		{"Houses", "House"},
		{"Causes", "Cause"},
		{"Clauses", "Clause"},
		{"Uses", "Use"},
		{"Menus", "Menu"},
		// -es after a consonant that would need it.
		{"Caches", "Cache"},
		{"HTTPCaches", "HTTPCache"},
		{"Batches", "Batch"},
		{"Axes", "Axis"},
		{"Prizes", "Prize"},
		{"Sizes", "Size"},
		{"Quizzes", "Quiz"},
		{"Analyses", "Analysis"},
		{"Databases", "Database"},
		{"Aliases", "Alias"},
		{"Responses", "Response"},
		{"Courses", "Course"},
		{"Promises", "Promise"},
		{"Crises", "Crisis"},
		{"Echoes", "Echo"},
		{"Heroes", "Hero"},
		{"Shoes", "Shoe"},
		{"Archives", "Archive"},
		// -ie.
		{"Cookies", "Cookie"},
		{"Movies", "Movie"},
		{"Ties", "Tie"},
		// Other plurals.
		{"Children", "Child"},
		{"CHILDREN", "CHILD"},
		{"SalesPeople", "SalesPerson"},
		{"Criteria", "Criterion"},
		{"Calves", "Calf"},
		{"Thieves", "Thief"},
		{"Tranches", "Tranche"},
		{"Fuses", "Fuse"},
		{"Bases", "Base"},
		// Words without one.
		{"Data", "DataItem"},
		{"Media", "MediaItem"},
		{"Series", "SeriesItem"},
		{"News", "NewsItem"},
		{"Status", "StatusItem"},
		{"Address", "AddressItem"},
		{"Analysis", "AnalysisItem"},
		{"Kubernetes", "KubernetesItem"},
		{"Jenkins", "JenkinsItem"},
		{"SNS", "SNSItem"},
		{"DNS", "DNSItem"},
		{"GPS", "GPSItem"},
		{"Canvas", "CanvasItem"},
		{"Kudos", "KudosItem"},
		{"Has", "HasItem"},
		{"S", "SItem"},
		{"日本s", "日本"},
		{"Éclairs", "Éclair"},
	} {
		if got := Singular(c.plural); got != c.want {
			t.Errorf("Singular(%s) = %s, want %s", c.plural, got, c.want)
		}
	}
}

// FuzzOne: a singular is not the plural, and starts as the plural does.
func FuzzOne(f *testing.F) {
	for _, name := range []string{"", "LineItems", "SKUs", "Children", "Éclairs", "\xff", "İs", "ǅs"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, key string) {
		name := GoName(key)
		one, ok := One(name)
		if ok == (one == name) || !token.IsIdentifier(one) || !token.IsExported(one) {
			t.Errorf("One(%q) = %q, %t", name, one, ok)
		}
	})
}
