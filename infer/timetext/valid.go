package timetext

import (
	"strings"
	"time"
)

// Valid reports whether Parse reads text. It is faster, because package time tries
// layout by layout.
func Valid(text string) bool {
	f, ok := formOf(text)
	switch {
	case !ok || f != mail && (text[0] < '0' || text[0] > '9') || f == mail && !strings.Contains(text, ":"):
		return false
	case f == dashes && common(text):
		return true
	}
	_, _, err := Parse(text, time.UTC)
	return err == nil
}

// common reports whether a text has one of the usual layouts.
func common(text string) bool {
	year, ok1 := digits2(text, 2)
	century, ok0 := digits2(text, 0)
	month, ok2 := digits2(text, 5)
	day, ok3 := digits2(text, 8)
	if !ok0 || !ok1 || !ok2 || !ok3 || month < 1 || month > 12 || day < 1 || day > daysIn(100*century+year, month) {
		return false
	}
	if len(text) == len("2006-01-02") {
		return true
	}
	if len(text) < len("2006-01-02T15:04:05") || text[13] != ':' || text[16] != ':' || text[10] != 'T' && text[10] != ' ' {
		return false
	}
	hour, ok1 := digits2(text, 11)
	minute, ok2 := digits2(text, 14)
	second, ok3 := digits2(text, 17)
	if !ok1 || !ok2 || !ok3 || hour > 23 || minute > 59 || second > 59 {
		return false
	}
	zone := text[19:]
	if len(zone) > 1 && zone[0] == '.' {
		k := 1
		for k < len(zone) && k <= 9 && '0' <= zone[k] && zone[k] <= '9' {
			k++
		}
		if k == 1 {
			return false
		}
		zone = zone[k:]
	}
	return commonZone(zone)
}

func commonZone(zone string) bool {
	switch {
	case zone == "" || zone == "Z":
		return true
	case len(zone) < len("+0000") || zone[0] != '+' && zone[0] != '-':
		return false
	}
	minutes := zone[3:]
	if len(zone) == len("+00:00") && zone[3] == ':' {
		minutes = zone[4:]
	}
	hour, ok1 := digits2(zone, 1)
	minute, ok2 := digits2(minutes, 0)
	return ok1 && ok2 && len(minutes) == 2 && hour < 24 && minute < 60
}

// digits2 returns the number of two digits at i.
func digits2(text string, i int) (int, bool) {
	tens, units := text[i]-'0', text[i+1]-'0'
	return int(tens)*10 + int(units), tens <= 9 && units <= 9
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
