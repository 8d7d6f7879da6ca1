module github.com/specimen-go/specimen/cmd/bench

go 1.26.0

require github.com/specimen-go/specimen v0.0.0

replace github.com/specimen-go/specimen => ../..
