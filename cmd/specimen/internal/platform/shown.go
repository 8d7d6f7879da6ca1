package platform

import (
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// longestShown is the length of the longest value that stands in a comment.
const longestShown = 40

// Shown returns an example value, as JSON, for each field of the model that has scalars
// which are neither personal nor secret, nor may be so. The keys are the paths of the
// fields.
func (p *Platform) Shown() map[string]string {
	all := make(map[string]string)
	for s := range p.Model.AllStructs() {
		shownOf(s, all)
	}
	return all
}

// shownOf adds the values of one struct. They are judged together, as members of one
// object.
func shownOf(s *infer.Struct, all map[string]string) {
	object := []byte("{")
	paths := make(map[string]string) // by key
	for _, f := range s.Fields {
		sample := sampleOf(f)
		if sample == "" {
			continue
		}
		key := jsontext.AppendKey(nil, f.Key) // with a comma before it
		if len(object) == 1 {
			key = key[1:]
		}
		object = append(append(object, key...), sample...)
		paths[f.Key] = f.Path
	}
	name := jsontext.AppendKey(nil, ownerOf(s))[1:]
	text := "{" + string(name) + string(object) + "}}"
	result, err := redact.Redact(text, redact.Options{Personal: true})
	if err != nil {
		return // unreachable: samples are JSON
	}
	doubtful := make(map[string]bool)
	for _, k := range result.Kept {
		doubtful[k.Path] = true
	}
	was, _ := jsontext.ParseValue(text)
	is, _ := jsontext.ParseValue(result.Text)
	was, _ = was.Get(ownerOf(s))
	is, _ = is.Get(ownerOf(s)) // absent where the name itself was replaced
	for key, v := range is.Members() {
		old, ok := was.Get(key)
		pointer := "/" + jsonpointer.Escape(ownerOf(s)) + "/" + jsonpointer.Escape(key)
		if ok && old.Raw() == v.Raw() && !doubtful[pointer] {
			all[paths[key]] = v.Raw()
		}
	}
}

// ownerOf returns the name of the member that holds the objects of a struct, or the
// name of their type.
func ownerOf(s *infer.Struct) string {
	segments := strings.Split(s.Path, "/")
	for len(segments) > 1 && segments[len(segments)-1] == "*" {
		segments = segments[:len(segments)-1]
	}
	if last := segments[len(segments)-1]; len(segments) > 1 {
		return infer.SegmentName(last)
	}
	if event, ok := infer.EventOf(segments[0]); ok {
		return event
	}
	return segments[0]
}

// sampleOf returns a value of a field as JSON, or "": the first one that says
// something. An empty text and 0 do not.
func sampleOf(f *infer.Field) string {
	switch infer.InsideOpt(f.Type).(type) {
	case infer.Scalar, *infer.Enum:
	default:
		return ""
	}
	for _, s := range f.Samples {
		if s != `""` && s != "0" && len(s) <= longestShown {
			return s
		}
	}
	return ""
}
