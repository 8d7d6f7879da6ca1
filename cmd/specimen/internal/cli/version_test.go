package cli

import (
	"runtime/debug"
	"testing"
)

// TestVersion checks what is printed of a version, and where its files are.
func TestVersion(t *testing.T) {
	const revision = "0123456789abcdef0123456789abcdef01234567"
	setting := func(key, value string) debug.BuildSetting { return debug.BuildSetting{Key: key, Value: value} }
	tests := []struct {
		name      string
		module    string
		settings  []debug.BuildSetting
		text, ref string
	}{
		{"a test", "", nil, "(devel)", "main"},
		{"go build", "(devel)", []debug.BuildSetting{setting("vcs.revision", revision), setting("vcs.modified", "true")}, "(devel), revision 0123456789ab, modified", revision},
		{"go install of a release", "v1.4.0", nil, "v1.4.0", "v1.4.0"},
		{"go install of a candidate", "v1.4.0-rc.1", nil, "v1.4.0-rc.1", "v1.4.0-rc.1"},
		{"go install of a revision", "v1.4.1-0.20260131101112-0123456789ab", nil, "v1.4.1-0.20260131101112-0123456789ab", "0123456789ab"},
		{"go build with a stamp", "v0.0.0-20260131101112-0123456789ab+dirty", []debug.BuildSetting{setting("vcs.revision", revision)}, "v0.0.0-20260131101112-0123456789ab+dirty, revision 0123456789ab", "0123456789ab"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := VersionOf(&debug.BuildInfo{Main: debug.Module{Version: tt.module}, Settings: tt.settings})
			if v.String() != tt.text || v.Ref() != tt.ref {
				t.Errorf("%s, %s; want %s, %s", v, v.Ref(), tt.text, tt.ref)
			}
		})
	}
}
