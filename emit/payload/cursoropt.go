package payload

// OptBoolAt reads null or a boolean.
func (r *Reader) OptBoolAt(i int, p *Opt[bool]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	i, ok := r.BoolAt(i, &p.value)
	if p.state = optValue; !ok {
		p.Settle(r)
	}
	return i, ok
}

// OptIntAt reads null or an integer.
func (r *Reader) OptIntAt(i int, p *Opt[int64]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	i, ok := r.IntAt(i, &p.value)
	if p.state = optValue; !ok {
		p.Settle(r)
	}
	return i, ok
}

// OptFloatAt reads null or a number.
func (r *Reader) OptFloatAt(i int, p *Opt[float64]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	i, ok := r.FloatAt(i, &p.value)
	if p.state = optValue; !ok {
		p.Settle(r)
	}
	return i, ok
}

// OptStringAt reads null or a string.
func (r *Reader) OptStringAt(i int, p *Opt[string]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	i, ok := r.StringAt(i, &p.value)
	if p.state = optValue; !ok {
		p.Settle(r)
	}
	return i, ok
}

// OptNumberAt reads null or a number or a string.
func (r *Reader) OptNumberAt(i int, p *Opt[Number]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	i, ok := r.NumberAt(i, &p.value)
	if p.state = optValue; !ok {
		p.Settle(r)
	}
	return i, ok
}

// OptTimestampAt reads null or the text of a date or time.
func (r *Reader) OptTimestampAt(i int, p *Opt[Timestamp]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	i, ok := r.TimestampAt(i, &p.value)
	if p.state = optValue; !ok {
		p.Settle(r)
	}
	return i, ok
}

// OptFlagAt reads null or a flag.
func (r *Reader) OptFlagAt(i int, p *Opt[Flag]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	i, ok := r.FlagAt(i, &p.value)
	if p.state = optValue; !ok {
		p.Settle(r)
	}
	return i, ok
}
