package diff

import "testing"

// TestVerdict checks the verdict on a change of each sort, and that each row of the table
// is about one of them.
func TestVerdict(t *testing.T) {
	covered := make([]bool, len(Meanings()))
	for _, tt := range []struct {
		change Change
		want   Verdict
	}{
		{Change{Kind: Removed, What: Platform, Code: Breaking, Wire: Breaking}, Major},
		{Change{Kind: Renamed, What: Field, Code: Breaking}, Major},
		{Change{Kind: Removed, What: Value, Code: Breaking}, Major},
		{Change{Kind: Retyped, What: Source, Code: Breaking}, Major},
		{Change{Kind: Added, What: Deliveries, Code: Breaking}, Major},
		{Change{Kind: Presence, What: Field, Code: Breaking}, Major},
		{Change{Kind: Widened, What: Field, Code: Breaking, Wire: Widening}, Major},
		{Change{Kind: Added, What: Field, Code: Widening, Wire: Breaking}, Major},
		{Change{Kind: Removed, What: Alias, Wire: Breaking}, Major},
		{Change{Kind: Added, What: Topic, Code: Widening, Wire: Widening}, Minor},
		{Change{Kind: Added, What: Alias, Wire: Widening}, Minor},
		{Change{Kind: Retyped, What: Deliveries}, Patch},
		{Change{Kind: Presence, What: Field}, Patch},
	} {
		if got := tt.change.Verdict(); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.change, got, tt.want)
		}
		for i, m := range Meanings() {
			if m.covers != nil && m.covers(tt.change) {
				covered[i] = true
				break
			}
		}
	}
	for i, m := range Meanings() {
		if m.covers != nil && !covered[i] {
			t.Errorf("no change is the first to be: %s", m.Change)
		}
	}
	if got := []Verdict{VerdictOf(nil, false), VerdictOf(nil, true), VerdictOf([]Change{{}, {Code: Widening}}, true)}; got[0] != None || got[1] != Patch || got[2] != Minor {
		t.Errorf("together: %v", got)
	}
}
