package state

// FlagText returns the JSON of a payload.Flag, "" for an absent one.
func FlagText(flag uint8) string {
	switch flag {
	case 2:
		return `0`
	case 3:
		return `1`
	case 4:
		return `"0"`
	case 5:
		return `"1"`
	case 6:
		return `false`
	case 7:
		return `true`
	case 8:
		return `"false"`
	case 9:
		return `"true"`
	}
	return ""
}
