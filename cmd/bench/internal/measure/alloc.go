package measure

import (
	"runtime"
	"runtime/debug"
)

// Allocs returns how many bytes in how many allocations one operation of a task
// takes, with all pools warm.
func Allocs(t Task) (bytes, allocs float64) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	t.Run()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	t.Run()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc-before.TotalAlloc) / float64(t.Ops),
		float64(after.Mallocs-before.Mallocs) / float64(t.Ops)
}

// Cost is what one call takes.
type Cost struct {
	Milliseconds float64 // of the processor
	Kilobytes    float64 // that it allocates
}

// Once returns the cost of one call of f.
func Once(f func()) Cost {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := CPU()
	f()
	took := CPU() - start
	runtime.ReadMemStats(&after)
	return Cost{took.Seconds() * 1e3, float64(after.TotalAlloc-before.TotalAlloc) / 1e3}
}

// Ballast returns live memory without pointers. With a heap as small as that of
// a benchmark the garbage collector runs far more often than in a service.
func Ballast(megabytes int) []byte {
	b := make([]byte, megabytes<<20)
	for i := 0; i < len(b); i += 4096 {
		b[i] = 1
	}
	return b
}
