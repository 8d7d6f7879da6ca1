package rewrite

import "time"

// patience is how long a step is tried again while another program has a file open.
const patience = 2 * time.Second

// patiently carries out a step that changes a file. On Windows, a file cannot be replaced
// or removed while another program has it open, as scanners have new files for a moment.
func patiently(step func() error) error { return retry(step, isHeld, patience) }

// retry carries out a step, again and again while it fails because a file is held and
// there is time left.
func retry(step func() error, held func(error) bool, patience time.Duration) error {
	until := time.Now().Add(patience)
	for pause := time.Millisecond; ; pause *= 2 {
		err := step()
		if err == nil || !held(err) || time.Now().Add(pause).After(until) {
			return err
		}
		time.Sleep(pause)
	}
}
