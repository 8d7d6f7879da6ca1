package emit

import (
	"strings"
	"testing"
)

// TestSlug: the folders of examples have names that every system takes, and that
// are apart where case is not told (T3, T4, T5, T6, T7, T8, F1).
func TestSlug(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"orders/create", "orders-create"},
		{"app_metafields/remove", "app_metafields-remove"},
		{"newer", "newer"},
	} {
		if got := slug(c.name); got != c.want {
			t.Errorf("slug(%q) = %s, want %s", c.name, got, c.want)
		}
	}
	// What is no plain name gets a digest, so that names stay apart on every
	// file system.
	seen := make(map[string]string)
	for _, name := range []string{
		"orders/create", "orders_create", "orders.create", "orders:create", "ordersCreate", "orders/Create", "Orders/Create", "orders-create", "../../etc/passwd", "con", "nul", "com1",
		"", " ", "/", ".", "..", "a:b", "trailing.", "_", "_x", ".x", "x_test", "x_windows", "x_linux_test", "orders_test",
		"Ünïcode/créé", "\u202eabc", "日本", "日木", "😀", strings.Repeat("x", 10_000), "a\x00b",
	} {
		got := slug(name)
		if other, ok := seen[strings.ToLower(got)]; ok {
			t.Errorf("slug(%q) = slug(%q) = %s", name, other, got)
		}
		seen[strings.ToLower(got)] = name
		if strings.Trim(got, "abcdefghijklmnopqrstuvwxyz0123456789_-") != "" || got == "" || len(got) > 64 || strings.Contains(" con nul com1 ", " "+got+" ") || got[0] == '_' {
			t.Errorf("slug(%q) = %q, which is no name for a file everywhere", name, got)
		}
	}
}
