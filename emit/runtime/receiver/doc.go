// Package receiver is the Receiver of generated packages without their types.
package receiver
