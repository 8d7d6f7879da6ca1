package signature

// String returns the name of the constant.
func (h Hash) String() string { return [...]string{"", "SHA1", "SHA256", "SHA512"}[h] }

// String returns the name of the constant.
func (e Encoding) String() string { return [...]string{"Plain", "Hex", "Base64", "Base64URL"}[e] }

// String returns the name of the constant.
func (b Body) String() string { return [...]string{"", "RawBody", "SortedBody"}[b] }

// String returns the name of the constant.
func (u Unit) String() string { return [...]string{"", "Seconds", "Milliseconds", "RFC3339"}[u] }
