package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// config is what the flags say.
type config struct {
	quick    bool
	rounds   int
	slice    time.Duration
	payloads int
	ballast  int
	json     bool
	also     string
	root     string
	only     []string
	corpus   *regexp.Regexp
	codec    *regexp.Regexp

	child bool   // this process is a part of another one's run
	first string // see firstCall
}

// otherGo is the version of Go that is measured besides the one that runs this program.
const otherGo = "go1.27.3"

// What the flags mean when they are not there, in a full run and a quick one.
const (
	fullRounds, quickRounds     = 25, 7
	fullPayloads, quickPayloads = 400, 200
	fullSlice, quickSlice       = 10 * time.Millisecond, 5 * time.Millisecond
)

func parseConfig(args []string) (config, error) {
	var c config
	var only, corpus, codec string
	f := flag.NewFlagSet("bench", flag.ExitOnError)
	f.BoolVar(&c.quick, "quick", false, "few rounds, few payloads and the varied corpora only")
	f.IntVar(&c.rounds, "rounds", 0, fmt.Sprintf("`number` of rounds (default %d, %d with -quick)", fullRounds, quickRounds))
	f.DurationVar(&c.slice, "slice", 0, fmt.Sprintf("`time` of one task in one round (default %v, %v with -quick)", fullSlice, quickSlice))
	f.IntVar(&c.payloads, "payloads", 0, fmt.Sprintf("`number` of payloads of a varied corpus (default %d, %d with -quick)", fullPayloads, quickPayloads))
	f.IntVar(&c.ballast, "ballast", 64, "`megabytes` of live memory besides what is measured")
	f.BoolVar(&c.json, "json", false, "print JSON")
	f.StringVar(&c.also, "also", otherGo, "the other `version` of Go to measure in the same run, or an empty text")
	f.StringVar(&c.root, "root", "", "`folder` of the module with the generated packages (default: found above the working folder)")
	f.StringVar(&only, "only", "", "`parts` to run, comma-separated: "+strings.Join(partNames(), " "))
	f.StringVar(&corpus, "corpus", "", "`regexp` of the corpora to take, such as shopline.var")
	f.StringVar(&codec, "codec", "", "`regexp` of the libraries to compare with, such as jx|easyjson")
	f.BoolVar(&c.child, "child", false, "for bench itself")
	f.StringVar(&c.first, "first", "", "for bench itself")
	if err := f.Parse(args); err != nil {
		return c, err
	}
	if f.NArg() > 0 {
		return c, fmt.Errorf("unexpected argument %q", f.Arg(0))
	}
	c.defaults()
	var errs []error
	var err error
	if c.corpus, err = regexp.Compile(corpus); err != nil {
		errs = append(errs, fmt.Errorf("-corpus: %w", err))
	}
	if c.codec, err = regexp.Compile(codec); err != nil {
		errs = append(errs, fmt.Errorf("-codec: %w", err))
	}
	if only != "" {
		c.only = strings.Split(only, ",")
	}
	for _, name := range c.only {
		if !slices.Contains(partNames(), name) {
			errs = append(errs, fmt.Errorf("-only: no part %q; the parts are %s", name, strings.Join(partNames(), " ")))
		}
	}
	if c.root == "" && c.first == "" {
		if c.root, err = findRoot(); err != nil {
			errs = append(errs, err)
		}
	}
	return c, errors.Join(errs...)
}

func (c *config) defaults() {
	rounds, slice, payloads := fullRounds, fullSlice, fullPayloads
	if c.quick {
		rounds, slice, payloads = quickRounds, quickSlice, quickPayloads
	}
	if c.rounds == 0 {
		c.rounds = rounds
	}
	if c.slice == 0 {
		c.slice = slice
	}
	if c.payloads == 0 {
		c.payloads = payloads
	}
}

func partNames() []string {
	var names []string
	for _, p := range parts() {
		names = append(names, p.name)
	}
	return names
}

// wants reports whether a part is to run.
func (c *config) wants(part string) bool {
	return len(c.only) == 0 || slices.Contains(c.only, part)
}

// settings describes the run for the report.
func (c *config) settings() string {
	return fmt.Sprintf("%d rounds, %d payloads in a varied corpus, slices of %v, %d MB of live memory, GOMAXPROCS=1",
		c.rounds, c.payloads, c.slice, c.ballast)
}

// findRoot returns the folder of the main module, above the working folder.
func findRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		text, _ := os.ReadFile(filepath.Join(dir, "go.mod"))
		if strings.HasPrefix(string(text), "module github.com/specimen-go/specimen\n") {
			return dir, nil
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		err = errors.New("no module github.com/specimen-go/specimen above the working folder: use -root")
	}
	return "", err
}
