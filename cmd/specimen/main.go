// Specimen infers Go types from the example payloads of webhooks and generates
// packages that decode them. Its input is a set of specs, YAML files that list the
// topics of a platform with their examples; see "specimen help".
//
// This package is the table of its verbs. What they share lives in internal:
//
//	cli         flags, help, printing, exit codes
//	platform    a spec, read and decided: evidence, decisions, model, names, problems
//	verb/...    one package for each verb
package main

import (
	"os"
	"runtime/debug"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/add"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/check"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/completion"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/diff"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/explain"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/format"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/generate"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/help"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/imports"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/initialize"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/list"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/merge"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/observe"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/report"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/schema"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/suggest"
	"github.com/specimen-go/specimen/cmd/specimen/internal/verb/version"
)

// verbs returns the verbs in the order in which help lists them. The checker
// type-checks generated packages, and run runs their tests.
func verbs(checker *selfcheck.Checker, run check.Runner) []cli.Verb {
	return []cli.Verb{
		{Name: "init", Args: "PLATFORM", New: initialize.New, Help: initialize.Help, Short: "write what a new platform begins with", Example: "acme"},
		{Name: "generate", Args: "[PLATFORM]...", New: generate.New(checker), Help: generate.Help, Short: "write the packages that the specs give"},
		{Name: "check", Args: "[PLATFORM]...", New: check.New(checker, run), Help: check.Help, Short: "report what is wrong or out of date; write nothing"},
		{Name: "fmt", Args: "[FILE|PLATFORM]...", New: format.New, Help: format.Help, Short: "give spec files their one form", Example: "-l"},
		{Name: "suggest", Args: "[PLATFORM]...", New: suggest.New, Help: suggest.Help(), Short: "propose decisions for the specs, or write them"},
		{Name: "explain", Args: "PLATFORM PATH", New: explain.New, Help: explain.Help, Short: "explain why a field has its type, and what would change it", Example: "acme OrderEvent/order/price"},
		{Name: "diff", Args: "[PLATFORM]...", New: diff.New, Help: diff.Help, Short: "list changes of the types since a git revision"},
		{Name: "report", Args: "[PLATFORM]...", New: report.New, Help: report.Help, Short: "write an HTML page per platform"},
		{Name: "schema", Args: "[PLATFORM]...", New: schema.New, Help: schema.Help, Short: "write a JSON Schema of a platform's events", Example: "acme"},
		{Name: "observe", Args: "PLATFORM FILE...", New: observe.New, Help: observe.Help, Short: "compare captured deliveries with the types", Example: "acme deliveries.ndjson"},
		{Name: "merge", Args: "FILE...", New: merge.New, Help: merge.Help, Short: "join the evidence of several runs of observe", Example: "monday.json tuesday.json --out both.json"},
		{Name: "add", Args: "PLATFORM [TOPIC] FILE...", New: add.New, Help: add.Help, Short: "add a payload to a spec, and list what that changes", Example: "acme orders/create order.json"},
		{Name: "import", Args: "PLATFORM FILE...", New: imports.New, Help: imports.Help, Short: "turn documents into specs, or bring a spec up to date", Example: "acme webhooks.html"},
		{Name: "list", Args: "[PLATFORM]...", New: list.New, Help: list.Help, Short: "list platforms, topics, events and examples"},
		{Name: "completion", Args: "bash|zsh|fish", New: completion.New, Help: completion.Help, Short: "print a script that completes command lines", Example: "bash"},
		{Name: "complete", Args: "[WORD]...", New: completion.NewComplete, Help: completion.CompleteHelp, Short: "print what completes a command line", Hidden: true},
		{Name: "version", New: version.New, Help: version.Help, Short: "print the version"},
		{Name: "help", Args: "[VERB]", New: help.New, Help: help.Help, Short: "explain a verb, or the rules"},
	}
}

func main() {
	// A run is short and takes little memory, so collecting garbage less often saves a
	// tenth of the processor time.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	var version cli.Version
	if info, ok := debug.ReadBuildInfo(); ok {
		version = cli.VersionOf(info)
	}
	color := os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	env := cli.Env{
		Stdin:    os.Stdin,
		Stdout:   cli.Stream{Writer: os.Stdout, Color: color && isTerminal(os.Stdout), Terminal: isTerminal(os.Stdout)},
		Stderr:   cli.Stream{Writer: os.Stderr, Color: color && isTerminal(os.Stderr), Terminal: isTerminal(os.Stderr)},
		Version:  version,
		Progress: isTerminal(os.Stderr),
	}
	os.Exit(cli.Run(env, verbs(new(selfcheck.Checker), selfcheck.Trial.Run), os.Args[1:]))
}

// isTerminal reports whether a file is a character device, such as a terminal.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
