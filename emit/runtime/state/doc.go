// Package state holds the layouts of the types of package payload that decoders
// reach into. A type there is defined by one here, so that a pointer to it converts
// to a pointer to the layout: importers of package payload have the methods that it
// declares, and decoders those that are declared here.
package state
