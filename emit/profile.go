package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/runtime/receiver"
	"github.com/specimen-go/specimen/emit/runtime/signature"
)

// profile returns the signature as generated code has it.
func (s *Signature) profile() *signature.Profile {
	out := &signature.Profile{
		Hash: map[string]signature.Hash{
			"hmac-sha1": signature.SHA1, "hmac-sha256": signature.SHA256, "hmac-sha512": signature.SHA512,
		}[s.Algorithm],
		Key:       signature.Key{Prefix: s.SecretPrefix, Coded: encoding(s.SecretCoded)},
		MAC:       signature.Source(s.At),
		Timestamp: signature.Timestamp{Source: signature.Source(s.Timestamp), Tolerance: s.Tolerance},
	}
	out.Timestamp.Unit = map[string]signature.Unit{
		"seconds": signature.Seconds, "milliseconds": signature.Milliseconds, "rfc3339": signature.RFC3339,
	}[s.Unit]
	for _, part := range s.Signs {
		out.Signed = append(out.Signed, signature.Part{
			Text: part.Text, Source: signature.Source(part.Source),
			Body: map[string]signature.Body{"raw": signature.RawBody, "sorted": signature.SortedBody}[part.Body],
		})
	}
	for _, e := range s.Encodings {
		out.Encodings = append(out.Encodings, encoding(e))
	}
	return out
}

func encoding(word string) signature.Encoding {
	return map[string]signature.Encoding{
		"": signature.Plain, "hex": signature.Hex, "base64": signature.Base64, "base64url": signature.Base64URL,
	}[word]
}

// receiverProfile returns what else deliveries have, and their answer, as generated code
// has it.
func (p *printer) receiverProfile() receiver.Profile {
	d := p.Deliveries
	out := receiver.Profile{
		Topic: signature.Source{Header: p.Header, Member: p.Member}, Batch: p.Batch,
		ID: signature.Source(d.ID), Shop: signature.Source(d.Shop), Version: signature.Source(d.Version), Attempt: signature.Source(d.Attempt),
		Answer: receiver.Answer{Status: d.Answer.Code, ContentType: d.Answer.Type, Body: d.Answer.Body},
	}
	if h := d.Handshake; h != nil {
		out.Handshake = &receiver.Handshake{
			At: signature.Source{Member: h.Member}, Is: h.Is,
			Answer: receiver.Reply{Setting: h.Setting != "", Source: signature.Source{Member: h.Echo}, Base64: h.Base64},
		}
	}
	return out
}

// profileFile returns internal/profile/profile.go: how deliveries are signed and
// answered, for the receiver and for what makes deliveries in tests.
func (p *printer) profileFile() *jen.File {
	f := jen.NewFile("profile")
	f.HeaderComment("// " + header)
	f.PackageComment(comment("Package profile says how deliveries of " + oneLine(p.Title) + " are signed and answered."))
	p.importNames(f)
	if s := p.Deliveries.Signature; s != nil {
		f.Add(doc("Signature is how deliveries are signed."))
		f.Var().Id("Signature").Op("=").Add(p.goLiteral(s.profile()))
		f.Line()
	}
	f.Add(doc("Receiver is what deliveries have besides their bodies, and how they are answered."))
	f.Var().Id("Receiver").Op("=").Add(p.goLiteral(p.receiverProfile()))
	return f
}
