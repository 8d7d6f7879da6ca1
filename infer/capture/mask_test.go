package capture

import "testing"

func TestMask(t *testing.T) {
	keep := Mask(map[string]bool{"124791_key_2": true, "日本": true, "<id>": true})
	for name, want := range map[string]string{
		"order": "order", "line_items": "line_items", "createdAt": "createdAt", "zh-hant": "zh-hant", "a.b": "a.b", "": "",
		"address_2": "address_2", "utf_16": "utf_16", "p2p": "p2p", "$ref": "$ref", "@type": "@type", "en": "en", "-": "-",
		"124791_key_2": "124791_key_2", "日本": "日本",
		"124791_key_3": maskID, "7": maskID, "+1": maskText, "-1": maskID, "2024-01-02": maskID, "order_1042": maskID,
		"cus_NffrFeUfNV2Hib": maskID, "a1b2c3": maskID, "6f9619ff-8b86-d011-b42d-00c04fc964ff": maskID,
		"anna@example.com": maskEmail, "Anna Example": maskText, "中文": maskText, "a\x1b[31m": maskText, "<id>": maskText, "<text>": maskLong, "<long>": maskText,
		"0123456789012345678901234567890123456789012345678901234567890123456789": maskLong,
	} {
		if got := keep(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// FuzzMask checks that results are short and printable, and that a name is either
// kept or replaced by a mask that differs from it.
func FuzzMask(f *testing.F) {
	f.Add("order_1042")
	f.Add("a@b")
	f.Add("<text>")
	keep := Mask(nil)
	f.Fuzz(func(t *testing.T, name string) {
		got := keep(name)
		if len(got) > maxName {
			t.Errorf("%q: %q", name, got)
		}
		for _, c := range got {
			if c < ' ' || c > '~' {
				t.Errorf("%q: %q", name, got)
			}
		}
		if isMask(got) == (got == name) {
			t.Errorf("%q: %q", name, got)
		}
	})
}
