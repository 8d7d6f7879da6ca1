// Package cli is what all verbs of the command line share: their table, flags,
// help, exit codes, and the printing of diagnostics.
//
//	Run     Env, []Verb, arguments -> exit code
//	Print   diagnostics -> text, JSON or GitHub annotations
//
// A verb is a [Verb] in a table and a [Command] that does its work. It returns what
// went wrong as an error, and Run turns that into messages and an exit code:
//
//	nil           exit code 0
//	ErrFindings   1; the verb has printed what it found
//	Problems      1; Run prints the diagnostics
//	UsageError    2; Run prints the message and the hint
//	other errors  2; Run prints the message
//
// The package knows no verb, and nothing of specs beyond their diagnostics.
package cli
