module github.com/specimen-go/specimen

go 1.26.0

require (
	github.com/dave/jennifer v1.7.1
	github.com/spf13/pflag v1.1.0
	golang.org/x/mod v0.42.0
	golang.org/x/net v0.62.0
	golang.org/x/text v0.44.0
	golang.org/x/tools v0.52.0
	gopkg.in/yaml.v3 v3.0.1
)

tool github.com/specimen-go/specimen/cmd/specimen
