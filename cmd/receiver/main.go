// Command receiver receives the deliveries of four platforms on one server and logs
// them. It is an example: copy what you need of it.
//
//	SHOPLAZZA_SECRET=… SHOPLINE_SECRET=… SHOPLINE_APP_ID=… SHOPTOP_SECRET=… FECIFY_TOKEN=… receiver :8080
//
// Each platform has a path of its name. It is served if its secret is set.
package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: receiver ADDRESS")
		os.Exit(2)
	}
	mux, err := newMux(os.Getenv, slog.Default())
	if err == nil {
		server := &http.Server{Addr: os.Args[1], Handler: mux, ReadHeaderTimeout: 10 * time.Second}
		err = server.ListenAndServe()
	}
	fmt.Fprintln(os.Stderr, "receiver:", err)
	os.Exit(1)
}
