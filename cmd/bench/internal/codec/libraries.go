package codec

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/bytedance/sonic"
	"github.com/go-faster/jx"
	experiment "github.com/go-json-experiment/json"
	goccy "github.com/goccy/go-json"
	jsoniter "github.com/json-iterator/go"
	"github.com/mailru/easyjson"
	segmentio "github.com/segmentio/encoding/json"
)

// library is a JSON library. All of them decode into the same types, but for
// those with methods of their own, which are on those types as well, under names
// that no other library looks for.
type library struct {
	name      string
	unmarshal func(body []byte, into any) error
	// unmarshalText decodes what a string holds, without a copy of it where the
	// library has a function for that.
	unmarshalText func(text string, into any) error
	marshal       func(v any) ([]byte, error)
}

// libraries returns all libraries, Base first. Encoders do not escape HTML where
// they have a choice, as ours do not.
func libraries() []library {
	all := []library{
		plain(Base, json.Unmarshal, json.Marshal),
		plain("go-json-experiment", func(b []byte, v any) error { return experiment.Unmarshal(b, v) }, marshalExperiment),
		plain("segmentio", func(b []byte, v any) error { return segmentio.Unmarshal(b, v) }, segmentio.Marshal),
		{"json-iterator", jsoniter.ConfigFastest.Unmarshal, jsoniter.ConfigFastest.UnmarshalFromString, jsoniter.ConfigFastest.Marshal},
		plain("go-json", func(b []byte, v any) error { return goccy.Unmarshal(b, v) }, marshalGoccy),
		plain("easyjson", unmarshalEasy, marshalEasy),
		{"jx", unmarshalJX, unmarshalTextJX, marshalJX},
	}
	// Where sonic does not support the platform or the Go version, it hands
	// everything to encoding/json.
	if sonic.APIKind == sonic.UseSonicJSON {
		for _, s := range []struct {
			name   string
			config sonic.API
		}{{"sonic Std", sonic.ConfigStd}, {"sonic Default", sonic.ConfigDefault}, {SonicFastest, sonic.ConfigFastest}} {
			all = append(all, library{s.name, s.config.Unmarshal, s.config.UnmarshalFromString, s.config.Marshal})
		}
	}
	return append(all, moreLibraries()...)
}

// SonicFastest is the name of sonic's fastest configuration.
const SonicFastest = "sonic Fastest"

// plain is a library without a function that decodes strings.
func plain(name string, unmarshal func([]byte, any) error, marshal func(any) ([]byte, error)) library {
	text := func(text string, into any) error { return unmarshal([]byte(text), into) }
	return library{name, unmarshal, text, marshal}
}

// marshalExperiment writes null for a nil slice or map, as all others do.
func marshalExperiment(v any) ([]byte, error) {
	return experiment.Marshal(v, experiment.FormatNilSliceAsNull(true), experiment.FormatNilMapAsNull(true))
}

func marshalGoccy(v any) ([]byte, error) {
	return goccy.MarshalWithOption(v, goccy.DisableHTMLEscape())
}

func unmarshalEasy(body []byte, into any) error {
	if v, ok := into.(easyjson.Unmarshaler); ok {
		return easyjson.Unmarshal(body, v)
	}
	return errors.New("a type without easyjson's method")
}

func marshalEasy(v any) ([]byte, error) {
	if v, ok := v.(easyjson.Marshaler); ok {
		return easyjson.Marshal(v)
	}
	return nil, errors.New("a type without easyjson's method")
}

func unmarshalJX(body []byte, into any) error {
	d := jx.GetDecoder()
	defer jx.PutDecoder(d)
	d.ResetBytes(body)
	return decodeJX(d, into)
}

func unmarshalTextJX(text string, into any) error {
	return unmarshalJX([]byte(text), into)
}

// decodeJX is what ogen generates around a decoder: nothing may follow.
func decodeJX(d *jx.Decoder, into any) error {
	v, ok := into.(interface{ DecodeJX(d *jx.Decoder) error })
	if !ok {
		return errors.New("a type without the method for jx")
	}
	if err := v.DecodeJX(d); err != nil {
		return err
	}
	if err := d.Skip(); err != io.EOF {
		return errors.New("something follows the value")
	}
	return nil
}

func marshalJX(v any) ([]byte, error) {
	e := jx.GetEncoder()
	defer jx.PutEncoder(e)
	v.(interface{ EncodeJX(e *jx.Encoder) }).EncodeJX(e)
	return append([]byte(nil), e.Bytes()...), nil
}
