// Package ident splits names into words.
//
// Member names, topics, type names and enum values are written in snake case,
// camel case, with dots, dashes or blanks. This package has the one rule for where
// a word begins, so that what the inference takes for the last word of a name is
// also the last word of its Go name.
package ident

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns the words of a name, as they are written in it.
//
// A word is a run of letters and digits; everything else separates words. Inside
// a run, a word begins at an upper-case letter
//
//   - after a lower-case letter or a digit: userID is user, ID, and
//   - before a lower-case letter: imageURLList is image, URL, List,
//
// unless that lower-case letter is the s of a plural: userIDs is user, IDs.
// Digits belong to the word before them: line1Address is line1, Address, and
// sha256sum is one word.
//
// Letters that fonts leave out, such as U+3164, separate words, so that two names
// that look the same have the same words.
func Words(name string) []string {
	var words []string
	begin := -1 // of the current word, or -1 between words
	var before rune
	for i, c := range name {
		switch {
		case !inWord(c):
			if begin >= 0 {
				words = append(words, name[begin:i])
			}
			begin = -1
		case begin < 0:
			begin = i
		case unicode.IsUpper(c) && (!unicode.IsUpper(before) || beginsWord(name[i+utf8.RuneLen(c):])):
			words = append(words, name[begin:i])
			begin = i
		}
		before = c
	}
	if begin >= 0 {
		words = append(words, name[begin:])
	}
	return words
}

// inWord reports whether a character is part of a word.
func inWord(c rune) bool {
	return (unicode.IsLetter(c) || unicode.IsDigit(c)) && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, c)
}

// beginsWord reports whether an upper-case letter in a run of them begins a word,
// by the text behind it: in URLList, L does before ist. In URLs, it does not.
func beginsWord(rest string) bool {
	next, size := utf8.DecodeRuneInString(rest)
	if next == 's' {
		after, _ := utf8.DecodeRuneInString(rest[size:])
		return unicode.IsLower(after)
	}
	return unicode.IsLower(next)
}

// Lower returns the words of a name in lower case.
func Lower(name string) []string {
	words := Words(name)
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	return words
}

// First returns the first word of a name in lower case, or "" if it has none.
func First(name string) string {
	if words := Words(name); len(words) > 0 {
		return strings.ToLower(words[0])
	}
	return ""
}

// Last returns the last word of a name in lower case, or "" if it has none.
func Last(name string) string {
	if words := Words(name); len(words) > 0 {
		return strings.ToLower(words[len(words)-1])
	}
	return ""
}
