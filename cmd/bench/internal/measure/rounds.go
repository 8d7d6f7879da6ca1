package measure

import (
	"math/rand/v2"
	"time"
)

// Task is something to time: Run does Ops operations.
type Task struct {
	Name string
	Ops  int
	Run  func()
}

// Group is tasks to compare with each other, the first of which is the base.
type Group struct {
	Name  string
	Tasks []Task
}

// Times are nanoseconds per operation of one task, by round.
type Times []float64

// Rounds times every task of every group in each of n rounds and returns the
// times by group and task. A round takes the groups in random order, and the
// tasks of a group in random order one right after the other, each for a slice
// of about the given length: what happens on the machine meanwhile meets all of
// them alike. after is called at the end of each round.
func Rounds(groups []Group, n int, slice time.Duration, seed uint64, after func(round int)) [][]Times {
	r := rand.New(rand.NewPCG(seed, 0))
	repeat := make([][]int, len(groups))
	times := make([][]Times, len(groups))
	for g, group := range groups {
		times[g] = make([]Times, len(group.Tasks))
		for _, t := range group.Tasks {
			repeat[g] = append(repeat[g], repeats(t, slice))
		}
	}
	for round := range n {
		for _, g := range r.Perm(len(groups)) {
			for _, i := range r.Perm(len(groups[g].Tasks)) {
				t := groups[g].Tasks[i]
				times[g][i] = append(times[g][i], once(t, repeat[g][i]))
			}
		}
		after(round)
	}
	return times
}

// repeats returns how often a task is to run for a slice of time. It runs the
// task first, so that whatever it prepares once is ready.
func repeats(t Task, slice time.Duration) int {
	t.Run()
	took := max(once(t, 1)*float64(t.Ops), 1)
	return max(int(float64(slice)/took+0.5), 1)
}

// once runs a task n times and returns the nanoseconds per operation.
func once(t Task, n int) float64 {
	start := CPU()
	for range n {
		t.Run()
	}
	return float64(CPU()-start) / float64(n*t.Ops)
}
