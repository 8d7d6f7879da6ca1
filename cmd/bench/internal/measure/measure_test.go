package measure

import (
	"testing"
	"time"
)

func TestQuantile(t *testing.T) {
	for _, test := range []struct {
		values  []float64
		q, want float64
	}{
		{nil, 0.5, 0},
		{[]float64{7}, 0.1, 7},
		{[]float64{3, 1, 2}, 0.5, 2},
		{[]float64{1, 2, 3, 4}, 0.5, 2.5},
		{[]float64{4, 3, 2, 1, 0}, 0.25, 1},
		{[]float64{1, 9}, 1, 9},
	} {
		if got := Quantile(test.values, test.q); got != test.want {
			t.Errorf("Quantile(%v, %v) = %v, want %v", test.values, test.q, got, test.want)
		}
	}
}

// TestRatio: a round in which everything is three times as slow changes nothing.
func TestRatio(t *testing.T) {
	base, task := Times{100, 300, 100}, Times{10, 30, 20}
	if got := Ratio(base, task); got != 10 {
		t.Errorf("Ratio(%v, %v) = %v, want 10", base, task, got)
	}
}

var sink []byte

func TestAllocs(t *testing.T) {
	bytes, allocs := Allocs(Task{Ops: 100, Run: func() {
		for range 100 {
			sink = make([]byte, 1024)
		}
	}})
	if allocs < 1 || allocs > 1.2 || bytes < 1024 || bytes > 1100 {
		t.Errorf("Allocs = %v bytes in %v, want 1024 in 1", bytes, allocs)
	}
}

// TestRoundsTimesEveryTask does not judge times: a loaded machine would.
func TestRoundsTimesEveryTask(t *testing.T) {
	ran := 0
	task := Task{Name: "loop", Ops: 1, Run: func() {
		ran++
		for start := CPU(); CPU()-start < 100*time.Microsecond; {
		}
	}}
	rounds := 0
	times := Rounds([]Group{{Tasks: []Task{task, task}}}, 5, time.Millisecond, 1, func(int) { rounds++ })
	if len(times) != 1 || len(times[0]) != 2 || len(times[0][0]) != 5 || len(times[0][1]) != 5 || rounds != 5 {
		t.Fatalf("Rounds gives %v after %d rounds", times, rounds)
	}
	if ran < 10 {
		t.Errorf("the task ran %d times", ran)
	}
	for _, ns := range times[0][0] {
		if ns < 50_000 {
			t.Errorf("an operation of 100 µs took %v ns", ns)
		}
	}
}
