package redact_test

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/redact"
)

func TestMask(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{`{"password":"hunter2xx","n":01}`, `{"password":"*********","n":01}`},
		{`"keys":{"sk_li¦ve_9Lq2Xv7Bn4Tm1RpZ8Qw":nul}`, `"keys":{"***************************":nul}`},
		{`/keys/q8Zr2Lk0vX7mN4pT/a`, `/keys/****************/a`},
		{`{"url":"https://u:hünter2@a.com/x"`, `{"url":"https://u:********@a.com/x"`},
		{`/order/line_items/0/price`, `/order/line_items/0/price`},
		{`{"id": 2f1d6f5e-8c1d-4b7e-9a3f-0d1c2b3a4f5e, "n": 12345678901234567890}`, `{"id": 2f1d6f5e-8c1d-4b7e-9a3f-0d1c2b3a4f5e, "n": 12345678901234567890}`},
	} {
		line := strings.ReplaceAll(test.line, "¦", "")
		if got := redact.Mask(line); got != test.want {
			t.Errorf("%s: got %s, want %s", line, got, test.want)
		}
	}
	for _, list := range lists {
		for _, line := range corpus(t, list.file) {
			text, _ := marks(line)
			if got := redact.Mask(text); len(got) != len(text) || strings.HasPrefix(list.file, "secret-texts") && got == text {
				t.Errorf("%s: got %s", text, got)
			}
		}
	}
}
