package main

import (
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/bytedance/sonic"
)

// Machine is where a run took place, and with which versions.
type Machine struct {
	Go     string // with what GOEXPERIMENT adds
	Target string // GOOS/GOARCH and its level
	CPU    string
	Cores  int
	Load   string   // processes that wanted to run, in the last minute before the start
	Commit string   // of the module
	Peers  []string // module and version
	Sonic  string   // whether its compiler runs
}

func machine(root string) Machine {
	m := Machine{Go: runtime.Version(), Target: runtime.GOOS + "/" + runtime.GOARCH, CPU: cpu(), Cores: runtime.NumCPU(), Load: load()}
	m.Sonic, m.Commit = sonicState(), commit(root)
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return m
	}
	for _, s := range info.Settings {
		if s.Key == "GOAMD64" {
			m.Target += " " + s.Value
		}
	}
	peers := []string{
		"github.com/bytedance/sonic", "github.com/go-faster/jx", "github.com/go-json-experiment/json",
		"github.com/goccy/go-json", "github.com/json-iterator/go", "github.com/mailru/easyjson", "github.com/segmentio/encoding",
	}
	for _, d := range info.Deps {
		if slices.Contains(peers, d.Path) {
			m.Peers = append(m.Peers, d.Path+" "+d.Version)
		}
	}
	return m
}

// cpu returns the processor's name, "unknown" where the system does not say.
func cpu() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	if m := regexp.MustCompile(`model name\s*:\s*(.+)`).FindSubmatch(text); m != nil {
		return string(m[1])
	}
	return "unknown"
}

// load returns the load average of the last minute, "" where the system does not
// say. Much more than the number of cores makes all times doubtful.
func load() string {
	text, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(text), " ")
	return first
}

// commit returns the commit of the module, and whether what is measured differs
// from it, or "" where it is in no repository.
func commit(root string) string {
	git := func(args ...string) (string, error) {
		out, err := exec.Command("git", append([]string{"-C", root}, args...)...).Output()
		return strings.TrimSpace(string(out)), err
	}
	id, err := git("rev-parse", "--short", "HEAD")
	if err != nil {
		return ""
	}
	if changed, err := git("status", "--porcelain", "--", "generated", "emit", "infer", "specs"); err != nil || changed != "" {
		id += " with changes"
	}
	return id
}

// sonicState says what sonic is on this platform and Go version. Its build tags
// decide whether it is sonic at all or hands everything to encoding/json. Where
// it is, its compiler shows by the executable memory without a file that the
// first decoding adds.
func sonicState() string {
	if sonic.APIKind != sonic.UseSonicJSON {
		return "falls back to encoding/json on this platform or Go version, and is left out"
	}
	if os.Getenv("SONIC_USE_OPTDEC") == "1" {
		return "its decoder without compiler, by SONIC_USE_OPTDEC=1"
	}
	before := executableMemory()
	var v struct{ A, B string }
	if err := sonic.ConfigFastest.Unmarshal([]byte(`{"A":"a"}`), &v); err != nil {
		return err.Error()
	}
	if grown := executableMemory() - before; grown > 0 {
		return "its compiler runs: the first decoding of a type mapped " + strconv.Itoa(grown>>10) + " kB of executable memory"
	}
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		return "not known whether its compiler runs"
	}
	return "its compiler does not run"
}

// executableMemory returns the bytes of executable memory of this process that
// no file backs.
func executableMemory() int {
	text, _ := os.ReadFile("/proc/self/maps")
	total := 0
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		if len(f) != 5 || !strings.Contains(f[1], "x") {
			continue
		}
		from, to, _ := strings.Cut(f[0], "-")
		a, err1 := strconv.ParseUint(from, 16, 64)
		z, err2 := strconv.ParseUint(to, 16, 64)
		if err1 == nil && err2 == nil {
			total += int(z - a)
		}
	}
	return total
}
