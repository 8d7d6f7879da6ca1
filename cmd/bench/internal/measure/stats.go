package measure

import "slices"

// Quantile returns the value below which the share q of the sorted values is;
// 0.5 gives the median.
func Quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	at := q * float64(len(sorted)-1)
	low := int(at)
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}

// Median returns the median.
func Median(values []float64) float64 { return Quantile(values, 0.5) }

// Ratio returns how many times as fast as the base a task is: the median over
// rounds of the ratio in each. What slows a whole round down cancels out.
func Ratio(base, task Times) float64 {
	ratios := make([]float64, 0, len(task))
	for i := range task {
		if task[i] > 0 {
			ratios = append(ratios, base[i]/task[i])
		}
	}
	return Median(ratios)
}
