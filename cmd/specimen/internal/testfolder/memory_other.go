//go:build !linux

package testfolder

// inMemory returns "": there is no folder in memory.
func inMemory() string { return "" }
