package corpus

import (
	"math/rand/v2"
	"regexp"
	"testing"
	"time"
)

func TestVaryTextKeepsTheSort(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"657fe76b11d72b1c22fb4aaf", `^[0-9a-f]{24}$`},
		{"124791144633646482197", `^[0-9]{21}$`},
		{"c8d19714-4aa1-4cce-a8b0-bc4e9de6c91d", `^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`},
		{"852", `^[0-9]{1,5}$`},
		{"111.00", `^[0-9]{1,5}\.[0-9]{2}$`},
		{"a@b.org", `^[a-z.]+@example\.com$`},
		{"https://a.org/b", `^https://[a-z]+\.example\.com/[a-z]+/[0-9]+$`},
		{"[email protected]", `^[a-z.]+@example\.com$`},
		{"HK$", `^[A-Z]{2}\$$`},
		{"pending", `^[a-z]{2,11}$`},
		{"Hong Kong", `^[a-z \n"]+$`},
	} {
		r := rand.New(rand.NewPCG(1, 2))
		want := regexp.MustCompile(test.want)
		for range 100 {
			if got := varyText(r, test.text); !want.MatchString(got) {
				t.Fatalf("varyText(%q) = %q, want %s", test.text, got, test.want)
			}
		}
	}
}

func TestVaryTextKeepsTimes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		got := varyText(r, "2023-12-18T06:51:51.641Z")
		if _, err := time.Parse(time.RFC3339Nano, got); err != nil || len(got) != 24 {
			t.Fatalf("varyText gives %q: %v", got, err)
		}
	}
}

func TestVaryNumberKeepsTheClass(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, test := range []struct {
		text      string
		fractions bool
		want      string
	}{
		{"4000", false, `^[1-9]?[0-9]{1,5}$`},
		{"1702882312345678", false, `^[0-9]{1,15}$`},
		{"-7", false, `^[0-9]{1,3}$`},
		{"3.33", false, `^[0-9]{1,3}\.[0-9]{1,2}$`},
		{"40", true, `^[0-9]{1,4}(\.[0-9]{1,2})?$`},
	} {
		want := regexp.MustCompile(test.want)
		for range 100 {
			if got := varyNumber(r, test.text, test.fractions); !want.MatchString(got) {
				t.Fatalf("varyNumber(%q) = %q, want %s", test.text, got, test.want)
			}
		}
	}
}
