// Package observing is what "specimen observe" does with captured deliveries, for
// programs that get them in another way, such as cmd/beam.
//
//	Load       a folder of specs, the name of a platform -> Observer
//	Collector  Observer -> capture.Collector, for the deliveries of one goroutine
//	ReadFile   a file of deliveries -> Collector
//	ReadLines  a part of a file of deliveries, one on each line -> Collector
//
// The captures of all collectors, merged in any order, are those of one run of
// "specimen observe".
package observing

import (
	"fmt"
	"io"
	"io/fs"

	"github.com/specimen-go/specimen/cmd/specimen/internal/deliveries"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs"
)

// Observer observes the deliveries of a platform.
type Observer struct {
	*platform.Platform
	Events map[string]string // by topic of the spec
	Topics capture.Topics    // with aliases
	Source capture.Source
}

// Of returns the Observer of a platform without errors. All deliveries are bodies of one
// topic, unless that is "".
func Of(p *platform.Platform, topic string) *Observer {
	o := &Observer{Platform: p, Events: map[string]string{}, Topics: capture.Topics{}}
	for _, t := range p.Spec.Topics {
		o.Events[t.Name], o.Topics[t.Name] = t.Event, t.Name
		for _, alias := range t.Aliases {
			o.Topics[alias.Text] = t.Name
		}
	}
	o.Source = capture.Source{Topic: topic, Member: p.Spec.Topic.Member, Batch: p.Spec.Topic.Batch, Header: p.Spec.Topic.Header}
	return o
}

// folder is a folder of specs in a file system.
type folder struct {
	fs.FS
	name string
}

func (f folder) Load() (*specs.Set, error) { return specs.Load(f.FS, f.name) }
func (f folder) Dir() string               { return f.name }

// Load returns the Observer of a platform in a folder of specs, which messages call dir.
// It fails where the spec has errors, and for a topic that the spec does not have.
func Load(files fs.FS, dir, name, topic string) (*Observer, error) {
	set, err := platform.Read(folder{files, dir}, name)
	if err != nil {
		return nil, err
	}
	if err := set.Refuse(); err != nil {
		return nil, err
	}
	o := Of(set.Platforms[0], topic)
	if topic != "" && o.Topics[topic] == "" {
		return nil, fmt.Errorf("no topic %q in the spec of %s", topic, name)
	}
	return o, nil
}

// Collector returns a collector of deliveries of the platform.
func (o *Observer) Collector() *capture.Collector {
	c := capture.NewCollector(o.Source, o.Topics, capture.Mask(observe.Names(o.Model)))
	observe.Know(c, o.Model, o.Events)
	return c
}

// ReadFile adds the deliveries of a file, which may be compressed with gzip.
func ReadFile(c *capture.Collector, name string, open func() (io.ReadCloser, error)) error {
	r := deliveries.Reading{Limit: jsontext.DefaultMaxBytes}
	return r.Into([]deliveries.Sink{c}, []deliveries.File{{Name: name, Open: open}})
}

// Beginning is how many bytes of a file HasLines looks at.
const Beginning = deliveries.Beginning

// HasLines reports whether a file has one delivery on each line, and is not compressed:
// whether ReadLines can read a part of it. begin is its first Beginning bytes, or all of
// them.
func HasLines(begin []byte) bool { return deliveries.HasLines(begin) }

// ReadLines adds the deliveries of the lines of a file that begin at or after an offset,
// until claim returns false for the offset of one. in begins at that offset, or one byte
// before it if the offset is not 0.
func ReadLines(c *capture.Collector, in io.Reader, offset int64, claim func(offset int64) bool) error {
	r := deliveries.Reading{Limit: jsontext.DefaultMaxBytes}
	return r.Lines(c, in, offset, claim)
}
