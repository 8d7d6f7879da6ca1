package interop

import (
	"bytes"
	"fmt"
	html "html/template"
	"iter"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	text "text/template"

	"github.com/google/go-cmp/cmp"
	"github.com/specimen-go/specimen/generated/payload"
)

// compared checks that go-cmp and payload.Equal agree about an event and others of its type,
// and that the diff of different ones says so.
func compared(t *testing.T, d delivery) {
	again := d.fresh()
	if err := again.(interface{ UnmarshalJSON([]byte) error }).UnmarshalJSON([]byte(d.body)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.event, again); diff != "" {
		t.Errorf("decoded twice, it differs:\n%s", diff)
	}
	for _, text := range variants(d.body) {
		if err := again.(interface{ UnmarshalJSON([]byte) error }).UnmarshalJSON([]byte(text)); err != nil {
			t.Fatal(err)
		}
		diff := cmp.Diff(d.event, again)
		if payload.Equal(d.event, again) != (diff == "") {
			t.Errorf("payload.Equal is %t, but the diff is:\n%s", diff != "", diff)
		}
		if strings.Contains(diff, d.body) {
			t.Errorf("the diff has the body:\n%s", diff)
		}
	}
}

// values yields the strings in a JSON tree that are long enough to be found in a text.
func values(v any) iter.Seq[string] {
	return func(yield func(string) bool) {
		var walk func(v any) bool
		walk = func(v any) bool {
			switch v := v.(type) {
			case string:
				return len(v) < 6 || yield(v)
			case []any:
				for _, v := range v {
					if !walk(v) {
						return false
					}
				}
			case map[string]any:
				for _, v := range v {
					if !walk(v) {
						return false
					}
				}
			}
			return true
		}
		walk(v)
	}
}

// silent checks that a text names the topic, and has no value of the body.
func silent(t *testing.T, d delivery, text string) {
	t.Helper()
	if !strings.Contains(text, d.event.TopicName()) {
		t.Errorf("no topic in %q", text)
	}
	for _, m := range d.event.Mismatches() {
		text = strings.ReplaceAll(text, m.Path, "") // names of members
	}
	for value := range values(tree(t, []byte(d.body))) {
		if strings.Contains(text, value) && !strings.Contains(d.event.TopicName(), value) {
			t.Errorf("the value %q is in %q", value, text)
		}
	}
}

func logged(t *testing.T, d delivery) {
	var b bytes.Buffer
	slog.New(slog.NewTextHandler(&b, nil)).Info("received", "event", d.event)
	slog.New(slog.NewJSONHandler(&b, nil)).Info("received", "event", d.event)
	silent(t, d, b.String())
}

func printed(t *testing.T, d delivery) {
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		silent(t, d, fmt.Sprintf(format, d.event))
	}
	silent(t, d, fmt.Sprintf("%v", reflect.ValueOf(d.event).Elem().Interface()))
}

func loggedFields(t *testing.T, d delivery) {
	for name, field := range fieldsOf(d.event) {
		for _, handler := range []func(*bytes.Buffer) slog.Handler{
			func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
			func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
		} {
			var b bytes.Buffer
			slog.New(handler(&b)).Info("received", "field", field.Interface())
			if strings.Contains(b.String(), "!ERROR") || strings.Contains(b.String(), "presence") {
				t.Errorf("the field %s is logged as %s", name, b.String())
			}
		}
	}
}

// leaves yields the values of an event that templates print: scalars, and whatever else
// prints itself.
func leaves(v reflect.Value) iter.Seq2[string, reflect.Value] {
	return func(yield func(string, reflect.Value) bool) { walk("", v, yield) }
}

func walk(path string, v reflect.Value, yield func(string, reflect.Value) bool) bool {
	if _, ok := v.Interface().(fmt.Stringer); ok && v.Kind() != reflect.Pointer {
		if !yield(path, v) {
			return false
		}
		if p := v.Addr().MethodByName("Ptr"); p.IsValid() && !p.Call(nil)[0].IsNil() {
			return walk(path+".Ptr", p.Call(nil)[0].Elem(), yield)
		}
		return true
	}
	switch v.Kind() {
	case reflect.Pointer: // in the Opt of a struct
		return walk(path, v.Elem(), yield)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Name != "EventDelivery" && !walk(path+"."+f.Name, v.Field(i), yield) {
				return false
			}
		}
		return true
	case reflect.Slice:
		for i := range v.Len() {
			if !walk(fmt.Sprintf("%s.%d", path, i), v.Index(i), yield) {
				return false
			}
		}
		return true
	}
	return yield(path, v)
}

func fieldsInTemplate(t *testing.T, d delivery) {
	show := text.Must(text.New("").Parse(`{{.}}`))
	for name, field := range fieldsOf(d.event) {
		for path, leaf := range leaves(field) {
			var b strings.Builder
			if err := show.Execute(&b, leaf.Addr().Interface()); err != nil || b.String() != fmt.Sprint(leaf.Interface()) {
				t.Errorf("%s%s is shown as %q, want %q: %v", name, path, b.String(), leaf.Interface(), err)
			}
		}
	}
}

func fieldsInPage(t *testing.T, d delivery) {
	show := html.Must(html.New("").Parse(`<p title="{{.}}">{{.}}</p><a href="/?q={{.}}"></a><script>let v = {{.}}</script>`))
	for name, field := range fieldsOf(d.event) {
		for path, leaf := range leaves(field) {
			var b strings.Builder
			err := show.Execute(&b, leaf.Addr().Interface())
			want := html.HTMLEscapeString(fmt.Sprint(leaf.Interface()))
			if _, shown, _ := strings.Cut(b.String(), `">`); err != nil || !strings.HasPrefix(unplus(shown), unplus(want)+"</p>") {
				t.Errorf("%s%s is shown as %s, want %s: %v", name, path, b.String(), want, err)
			}
		}
	}
}

// unplus undoes the escape of a plus sign, which only the template writes.
func unplus(s string) string { return strings.ReplaceAll(s, "&#43;", "+") }
