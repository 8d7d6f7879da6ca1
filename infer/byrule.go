package infer

import "github.com/specimen-go/specimen/infer/jsontext"

// typeOf returns the type of the values at a path, without room for null or absence,
// and the rule that gives it.
func (w *decider) typeOf(path string) (Type, Rule) {
	n := w.pool.nodes[path]
	if n == nil {
		n = new(Node) // lent
	}
	f := w.pool.fields[path]
	t, rule := w.byRules(path, n)
	var alone Type
	if rule != RuleSpec {
		alone = t
	}
	if f.Type != "" {
		decided := w.byDecision(path, n, f)
		if decided.String() == t.String() && f.Name == "" && f.About == "" && !f.Required && !f.Optional && f.Type != "map" && !w.wide(path) {
			w.problems = append(w.problems, Problem{Cause: redundant{f.Type, rule}, Where: Where{Ref: f.Ref}, Path: path})
		}
		t, rule = decided, RuleSpec
	}
	if e, ok := w.enums[path]; ok {
		t, rule = w.enum(path, n, e), RuleSpec
	}
	if n.Facts[FactBlank].Seen() {
		t = orElided(t)
	}
	w.record(path, t, rule, alone)
	return t, rule
}

// orElided gives a type room for the "" that stands for an elided value, by the rule
// "elided".
func orElided(t Type) Type {
	switch t := t.(type) {
	case Scalar:
		if t == Value || t == String || t == Number || t == Timestamp || t == Base64 {
			return t
		}
	case *Enum:
		if t.Base == String {
			return t
		}
	case JSON:
		return t
	case Or:
		t.Also |= jsontext.KindsOf(jsontext.KindString)
		return t
	}
	return Or{Elem: t, Also: jsontext.KindsOf(jsontext.KindString)}
}

// richest is the order in which the rule "mixed" looks for a kind.
var richest = []jsontext.Kind{
	jsontext.KindObject, jsontext.KindArray, jsontext.KindNumber, jsontext.KindString, jsontext.KindBoolean,
}

// byRules decides from the evidence, and from the types and maps that the spec
// declares.
func (w *decider) byRules(path string, n *Node) (Type, Rule) {
	kinds := n.NotNull()
	if claimed := n.Claims.Kinds(); claimed != 0 {
		return w.documented(path, n, claimed)
	}
	if kinds == 0 {
		return w.unseen(path)
	}
	content := w.content(path, n)
	if content == kindString && n.Facts[FactEmpty].Count == n.Kinds[jsontext.KindString].Count {
		content = 0
	}
	if content == 0 || content == kinds {
		return w.byKinds(path, n, kinds)
	}
	t, _ := w.byKinds(path, n, content)
	return orAlso(t, kinds&^content), RuleMixed
}

// byKinds decides about values of some kinds, of which there is at least one.
func (w *decider) byKinds(path string, n *Node, kinds jsontext.Kinds) (Type, Rule) {
	for _, k := range richest {
		if !kinds.Has(k) {
			continue
		}
		also := kinds &^ jsontext.KindsOf(k)
		t, rule := w.byKind(k, path, n)
		if s, ok := t.(*Struct); ok && also.Has(jsontext.KindArray) && w.content(path, n).Has(jsontext.KindArray) {
			t, rule = ObjectOrList{s, Slice{w.elem(path), w.most(path)}}, RuleMixed
			also &^= kindArray
		}
		if k == jsontext.KindNumber && also.Has(jsontext.KindString) {
			t, rule = Number, RuleNumberOrString
			also &^= jsontext.KindsOf(jsontext.KindString)
		}
		if also.Has(jsontext.KindNumber) && needsNumber(n) {
			also |= jsontext.KindsOf(jsontext.KindString) // which a Number takes, by the rule "widening"
		}
		if also != 0 {
			return Or{Elem: t, Also: also}, RuleMixed
		}
		return t, rule
	}
	return Value, RuleUnseen
}

// unseen decides about a path without values: by the rule "unseen", unless a decision
// lends it a type.
func (w *decider) unseen(path string) (Type, Rule) {
	switch {
	case w.pool.aliases[path] != "":
		return w.object(path)
	case w.pool.isMap(path):
		return Map{w.elem(path), w.most(path)}, RuleSpec
	case w.lent[path]:
		return Slice{w.elem(path), w.most(path)}, RuleSpec
	}
	return Value, RuleUnseen
}

// needsNumber reports whether an int64 does not hold all numbers.
func needsNumber(n *Node) bool {
	return n.Facts[FactFraction].Seen() || n.Facts[FactWide].Seen() || n.Claims.Seen(ClaimNumber)
}

// byKind decides about values of one kind.
func (w *decider) byKind(k jsontext.Kind, path string, n *Node) (Type, Rule) {
	switch k {
	case jsontext.KindBoolean:
		return Bool, RuleBoolean
	case jsontext.KindNumber:
		if needsNumber(n) {
			return Number, RuleNumber
		}
		return Int, RuleInteger
	case jsontext.KindString:
		switch {
		case looksLikeTime(path, n):
			return Timestamp, RuleTimestamp
		case n.Claims.Seen(ClaimTimestamp) && !n.Facts[FactNotTimestamp].Seen():
			return Timestamp, RuleDocumented
		}
		return String, RuleString
	case jsontext.KindArray:
		return Slice{w.elem(path), w.most(path)}, RuleList
	}
	return w.object(path)
}

// elem returns the type of the elements of the arrays, or of the values of the maps, at
// a path.
func (w *decider) elem(path string) Type {
	t, _ := w.typeOf(path + "/*")
	n := w.pool.nodes[path+"/*"]
	t = withPresence(t, n != nil && mayBeNull(n), false)
	w.decided[path+"/*"].Type = t
	return t
}

// most returns the size of the largest array or map at a path.
func (w *decider) most(path string) int {
	if n := w.pool.nodes[path]; n != nil {
		return n.Most
	}
	return 0
}

// object decides about objects, by the rules "struct", "map" and "empty-object".
func (w *decider) object(path string) (Type, Rule) {
	home := w.pool.aliases.home(path)
	if home != path {
		if w.pool.objects[home] == nil && w.structs[home] == nil {
			w.problem(w.types[home].Ref, home, noObjects())
		}
		return w.structAt(home), RuleSpec
	}
	_, _, below := parent(path)
	switch {
	case w.pool.fields[path].Type == "map":
		return Map{w.elem(path), w.most(path)}, RuleSpec
	case w.pool.maps[path] && w.pool.nodes[path].Claims.Seen(ClaimMap):
		return Map{w.elem(path), w.most(path)}, RuleDocumented
	case w.pool.maps[path]:
		return Map{w.elem(path), w.most(path)}, RuleMap
	case below && (w.pool.objects[path] == nil || len(w.pool.objects[path].names) == 0) && w.pool.fields[path].Type != "struct":
		if w.pool.nodes[path].Has(jsontext.KindArray) {
			return Map{Elem: Value}, RuleEmptyObject // the path of elements is that of the arrays
		}
		return Map{w.elem(path), w.most(path)}, RuleEmptyObject
	}
	return w.structAt(home), RuleStruct
}
