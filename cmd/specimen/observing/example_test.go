package observing_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/observing"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/receive"
	"github.com/specimen-go/specimen/generated/shoplazza"
)

// A receiver records each delivery that it has handled, and keeps no body.
func ExampleRecorder() {
	observer, err := observing.Load(os.DirFS("../../../specs"), "specs", "shoplazza", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	recorder := observer.Recorder()
	receiver, err := shoplazza.NewReceiverFunc(
		func(context.Context, shoplazza.Event) error { return nil },
		func(context.Context, receive.Delivery) error { return nil })
	if err != nil {
		fmt.Println(err)
		return
	}
	receiver.After = func(_ context.Context, event payload.Event, _ error) {
		if event != nil {
			recorder.Add(event.TopicName(), event.Raw())
		}
	}
	receiver.Handle(context.Background(), receive.Delivery{
		Header: map[string][]string{"X-Shoplazza-Topic": {"app/expired"}},
		Body:   []byte(`{"app": {"name": "x", "colour": "blue"}}`),
	})
	evidence := string(recorder.Flush()) // to be written to a file, and merged with others
	fmt.Println(strings.Contains(evidence, "colour"), strings.Contains(evidence, "blue"))
	// Output: true false
}
