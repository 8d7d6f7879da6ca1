package wire

import "github.com/specimen-go/specimen/emit/runtime/payload"

// Times that are sent as numbers are read and written as Numbers are.

// Unix decodes a number or a string.
func (r *Reader) Unix(i int, p *payload.Unix, next string) int {
	return r.Number(i, &p.Number, next)
}

// UnixMilli decodes a number or a string.
func (r *Reader) UnixMilli(i int, p *payload.UnixMilli, next string) int {
	return r.Number(i, &p.Number, next)
}

// UnixMicro decodes a number or a string.
func (r *Reader) UnixMicro(i int, p *payload.UnixMicro, next string) int {
	return r.Number(i, &p.Number, next)
}

// OptUnix decodes null or a number or a string.
func OptUnix(r *Reader, i int, p *payload.Opt[payload.Unix], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Unix(i, hold(p), next), p)
}

// OptUnixMilli decodes null or a number or a string.
func OptUnixMilli(r *Reader, i int, p *payload.Opt[payload.UnixMilli], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.UnixMilli(i, hold(p), next), p)
}

// OptUnixMicro decodes null or a number or a string.
func OptUnixMicro(r *Reader, i int, p *payload.Opt[payload.UnixMicro], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.UnixMicro(i, hold(p), next), p)
}

// AppendUnix appends the JSON of u to b, null for an absent time.
func AppendUnix(b []byte, u payload.Unix) []byte { return AppendNumber(b, u.Number) }

// AppendUnixMilli appends the JSON of u to b, null for an absent time.
func AppendUnixMilli(b []byte, u payload.UnixMilli) []byte { return AppendNumber(b, u.Number) }

// AppendUnixMicro appends the JSON of u to b, null for an absent time.
func AppendUnixMicro(b []byte, u payload.UnixMicro) []byte { return AppendNumber(b, u.Number) }

// AppendOptUnix appends a Unix or null.
func AppendOptUnix(b []byte, p payload.Opt[payload.Unix]) []byte {
	return appendOpt(b, p, AppendUnix)
}

// AppendOptUnixMilli appends a UnixMilli or null.
func AppendOptUnixMilli(b []byte, p payload.Opt[payload.UnixMilli]) []byte {
	return appendOpt(b, p, AppendUnixMilli)
}

// AppendOptUnixMicro appends a UnixMicro or null.
func AppendOptUnixMicro(b []byte, p payload.Opt[payload.UnixMicro]) []byte {
	return appendOpt(b, p, AppendUnixMicro)
}

// AddUnix appends a Unix, nothing for an absent one.
func AddUnix(b []byte, key string, u payload.Unix) []byte { return AddNumber(b, key, u.Number) }

// AddUnixMilli appends a UnixMilli, nothing for an absent one.
func AddUnixMilli(b []byte, key string, u payload.UnixMilli) []byte {
	return AddNumber(b, key, u.Number)
}

// AddUnixMicro appends a UnixMicro, nothing for an absent one.
func AddUnixMicro(b []byte, key string, u payload.UnixMicro) []byte {
	return AddNumber(b, key, u.Number)
}

// AddOptUnix appends a Unix.
//
//go:noinline
func AddOptUnix(b []byte, key string, p payload.Opt[payload.Unix]) []byte {
	return addOpt(b, key, p, AppendUnix)
}

// AddOptUnixMilli appends a UnixMilli.
//
//go:noinline
func AddOptUnixMilli(b []byte, key string, p payload.Opt[payload.UnixMilli]) []byte {
	return addOpt(b, key, p, AppendUnixMilli)
}

// AddOptUnixMicro appends a UnixMicro.
//
//go:noinline
func AddOptUnixMicro(b []byte, key string, p payload.Opt[payload.UnixMicro]) []byte {
	return addOpt(b, key, p, AppendUnixMicro)
}
