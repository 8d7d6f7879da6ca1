package payload

// OptBoolAt is OptBool.
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

// OptIntAt is OptInt.
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

// OptFloatAt is OptFloat.
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

// OptStringAt is OptString.
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

// OptNumberAt is OptNumber.
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

// OptTimestampAt is OptTimestamp.
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

// OptFlagAt is OptFlag.
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
