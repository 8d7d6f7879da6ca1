package payload

// OptBoolAt reads null or a boolean.
func (r *Reader) OptBoolAt(i int, p *Opt[bool], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	p.state = optValue
	if i = r.BoolAt(i, &p.value, next); i < 0 {
		p.Settle(r)
	}
	return i
}

// OptIntAt reads null or an integer.
func (r *Reader) OptIntAt(i int, p *Opt[int64], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	p.state = optValue
	if i = r.IntAt(i, &p.value, next); i < 0 {
		p.Settle(r)
	}
	return i
}

// OptFloatAt reads null or a number.
func (r *Reader) OptFloatAt(i int, p *Opt[float64], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	p.state = optValue
	if i = r.FloatAt(i, &p.value, next); i < 0 {
		p.Settle(r)
	}
	return i
}

// OptStringAt reads null or a string.
func (r *Reader) OptStringAt(i int, p *Opt[string], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	p.state = optValue
	if i = r.StringAt(i, &p.value, next); i < 0 {
		p.Settle(r)
	}
	return i
}

// OptNumberAt reads null or a number or a string.
func (r *Reader) OptNumberAt(i int, p *Opt[Number], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	p.state = optValue
	if i = r.NumberAt(i, &p.value, next); i < 0 {
		p.Settle(r)
	}
	return i
}

// OptTimestampAt reads null or the text of a date or time.
func (r *Reader) OptTimestampAt(i int, p *Opt[Timestamp], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	p.state = optValue
	if i = r.TimestampAt(i, &p.value, next); i < 0 {
		p.Settle(r)
	}
	return i
}

// OptFlagAt reads null or a flag.
func (r *Reader) OptFlagAt(i int, p *Opt[Flag], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	p.state = optValue
	if i = r.FlagAt(i, &p.value, next); i < 0 {
		p.Settle(r)
	}
	return i
}
