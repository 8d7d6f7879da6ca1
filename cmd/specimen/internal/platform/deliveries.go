package platform

import (
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/specs"
)

// deliveriesOf returns how the deliveries of a platform are signed and answered.
func deliveriesOf(d specs.Deliveries) emit.Deliveries {
	out := emit.Deliveries{
		Signature: signatureOf(d.Signature),
		ID:        emit.Source(d.ID.Source), Shop: emit.Source(d.Shop.Source), Version: emit.Source(d.Version.Source), Attempt: emit.Source(d.Attempt.Source),
		Answer:  emit.Answer{Code: d.Answer.Code, Type: d.Answer.Type, Body: d.Answer.Body, Within: d.Answer.Within},
		Retries: emit.Retries{Times: d.Retries.Times, Within: d.Retries.Within, Then: d.Retries.Then},
	}
	if h := d.Handshake; h.Ref != "" {
		out.Handshake = &emit.Handshake{Member: h.Member, Is: h.Is, Setting: h.Setting, Echo: h.Echo, Base64: h.Base64}
	}
	return out
}

// signatureOf returns how deliveries are signed, or nil if it is not known.
func signatureOf(s specs.Signature) *emit.Signature {
	if s.Ref == "" || s.Status == specs.Unknown {
		return nil
	}
	out := &emit.Signature{
		Contradictory: s.Status == specs.Contradictory, Algorithm: s.Algorithm,
		SecretPrefix: s.Secret.Prefix, SecretCoded: s.Secret.Encoding, At: emit.Source(s.At), Encodings: s.Encodings,
		Timestamp: emit.Source(s.Timestamp.Source), Unit: s.Timestamp.Unit, Tolerance: s.Timestamp.Tolerance,
	}
	for _, part := range s.Signs {
		out.Signs = append(out.Signs, emit.Part{Source: emit.Source(part.Source), Text: part.Text, Body: part.Body})
	}
	for _, v := range s.Vectors {
		out.Vectors = append(out.Vectors, emit.Vector{
			Name: v.Name, Secret: v.Secret, At: v.At, Header: pairsOf(v.Header), Query: pairsOf(v.Query), Body: v.Body,
		})
	}
	return out
}

func pairsOf(pairs []specs.Pair) [][2]string {
	var all [][2]string
	for _, pair := range pairs {
		all = append(all, [2]string{pair.Name, pair.Value})
	}
	return all
}
