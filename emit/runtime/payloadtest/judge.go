package payloadtest

import (
	"math/big"
	"reflect"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// verdict is what a scalar type does with a value.
type verdict uint8

const (
	fits   verdict = iota // it is of the type
	takes                 // it is not, but the variable has it; a mismatch
	leaves                // the variable is left unset; a mismatch
)

// judge applies the rules of tolerance to a value other than null:
//
//	type             fits                             takes
//	bool             true, false
//	int64            an integer of 64 bits, 5.0 too   "5"
//	float64          a number that is not too large   "5.5"
//	string           a string                         a number, a boolean
//	payload.Number   a number, a string
//	payload.Flag     true, false, 0, 1, also in quotes
//	payload.Value    everything
//
// Types made from string are like string. No number type has room for a number
// longer than payload.MaxNumber, unless in quotes. For other types, see
// promised.
func judge(t reflect.Type, v *value) verdict {
	number := v.kind == payload.KindNumber
	isString := v.kind == payload.KindString
	isBoolean := v.kind == payload.KindBoolean
	switch {
	case t == valueType:
		return fits
	case isNumber(t):
		return verdictOf(isString || number && len(v.text) <= payload.MaxNumber, false)
	case t == flagType:
		digit := v.text == "0" || v.text == "1"
		word := v.text == "true" || v.text == "false"
		return verdictOf(isBoolean || digit && (number || isString) || word && isString, false)
	}
	switch t.Kind() {
	case reflect.Bool:
		return verdictOf(isBoolean, false)
	case reflect.String:
		return verdictOf(isString, number || isBoolean)
	case reflect.Int64:
		return verdictOf(number && integral(v.text), isString && plainInteger(v.text))
	case reflect.Float64:
		return verdictOf(number && finite(v.text), isString && finite(v.text))
	}
	return leaves
}

func verdictOf(itFits, itTakes bool) verdict {
	switch {
	case itFits:
		return fits
	case itTakes:
		return takes
	}
	return leaves
}

// integral reports whether a number of JSON is an integer of 64 bits, whatever
// its form.
func integral(number string) bool {
	if len(number) > payload.MaxNumber {
		return false
	}
	n, ok := new(big.Rat).SetString(number)
	return ok && n.IsInt() && n.Num().IsInt64()
}

// plainInteger reports whether text is an integer of 64 bits as Go writes it:
// not +5, 05 or -0.
func plainInteger(text string) bool {
	n, err := strconv.ParseInt(text, 10, 64)
	return err == nil && strconv.FormatInt(n, 10) == text
}

// finite reports whether text is a number as JSON writes it, and has a float64.
func finite(text string) bool {
	if len(text) > payload.MaxNumber {
		return false
	}
	v, err := parse(text)
	if err != nil || v.kind != payload.KindNumber || v.source != text {
		return false
	}
	_, err = strconv.ParseFloat(text, 64)
	return err == nil
}
