package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestReadmeFramework checks that the hook of the framework pre-commit runs what the other
// one runs, once for all files.
func TestReadmeFramework(t *testing.T) {
	text := section(readme(t), "Review a spec change")
	all := blocks(text, "yaml")
	var config struct {
		Repos []struct {
			Repo  string
			Hooks []struct {
				ID, Name, Entry, Language, Files string
				PassFilenames                    *bool `yaml:"pass_filenames"`
			}
		}
	}
	d := yaml.NewDecoder(strings.NewReader(all[len(all)-1]))
	d.KnownFields(true)
	if err := d.Decode(&config); err != nil || len(config.Repos) != 1 || len(config.Repos[0].Hooks) != 1 {
		t.Fatalf("%v\n%s", err, all[len(all)-1])
	}
	h := config.Repos[0].Hooks[0]
	if config.Repos[0].Repo != "local" || h.Language != "system" || h.PassFilenames == nil || *h.PassFilenames || h.Name == "" || h.ID == "" {
		t.Errorf("got %+v", config)
	}
	if files := regexp.MustCompile(h.Files); !files.MatchString("specs/acme/a.yaml") || !files.MatchString("generated/acme/types.go") || files.MatchString("main.go") {
		t.Errorf("it runs for %s", h.Files)
	}
	scripts := blocks(text, "sh")
	i := slices.IndexFunc(scripts, func(b string) bool { return strings.HasPrefix(b, "#!") })
	if !strings.HasSuffix(scripts[i], "\n"+h.Entry+"\n") {
		t.Errorf("it runs %s, which the script does not end with", h.Entry)
	}
}
