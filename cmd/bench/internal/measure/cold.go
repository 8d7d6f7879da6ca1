package measure

import (
	"math/rand/v2"
	"time"
)

// evictor displaces what the processor's caches hold.
type evictor []byte

// evict writes to every line of a memory larger than any cache.
func (e evictor) evict() {
	for i := 0; i < len(e); i += 64 {
		e[i]++
	}
}

// Cold times single operations, each after all caches were emptied, of the
// tasks in turn, n times, and returns the times by task. A task's Run does one
// operation. It takes the clock's time, because the processor's is too coarse for
// one operation: quantiles from the lower half are fit for use.
func Cold(tasks []Task, n int, seed uint64) []Times {
	r := rand.New(rand.NewPCG(seed, 1))
	e := make(evictor, 96<<20)
	times := make([]Times, len(tasks))
	for range n {
		for _, i := range r.Perm(len(tasks)) {
			e.evict()
			start := time.Now()
			tasks[i].Run()
			times[i] = append(times[i], float64(time.Since(start)))
		}
	}
	return times
}
