package infer

import "github.com/specimen-go/specimen/infer/jsontext"

// typeOf returns the type of the values at a place, without room for null or
// absence, and the rule that gave it.
func (w *decider) typeOf(place string) (Type, Rule) {
	n := w.pool.places[place]
	if n == nil {
		n = new(Node) // lent
	}
	f := w.pool.fields[place]
	t, rule := w.byRules(place, n)
	var alone Type
	if rule != RuleSpec {
		alone = t
	}
	if f.Type != "" {
		decided := w.byDecision(place, n, f)
		if decided.String() == t.String() && f.Name == "" && f.About == "" && !f.Required && f.Type != "map" && !w.wide(place) {
			w.problems = append(w.problems, Problem{Cause: redundant{f.Type, rule}, Where: Where{Ref: f.Ref}, Path: place, Warning: true})
		}
		t, rule = decided, RuleSpec
	}
	if e, ok := w.enums[place]; ok {
		t, rule = w.enum(place, n, e), RuleSpec
	}
	if n.Facts[FactElided].Seen() {
		t = orElided(t)
	}
	w.record(place, t, rule, alone)
	return t, rule
}

// orElided gives a type room for the "" that stands for an elided value: rule
// "elided".
func orElided(t Type) Type {
	switch t := t.(type) {
	case Scalar:
		if t == Value || t == String || t == Number || t == Timestamp {
			return t
		}
	case JSON, *Enum:
		return t
	case Or:
		t.Also |= jsontext.KindsOf(jsontext.KindString)
		return t
	}
	return Or{Elem: t, Also: jsontext.KindsOf(jsontext.KindString)}
}

// richest is the order in which the rule "mixed" prefers a kind.
var richest = []jsontext.Kind{
	jsontext.KindObject, jsontext.KindArray, jsontext.KindNumber, jsontext.KindString, jsontext.KindBoolean,
}

// byRules decides by the evidence alone, and by the names that decisions give.
func (w *decider) byRules(place string, n *Node) (Type, Rule) {
	kinds := n.kinds()
	if kinds == 0 {
		return w.unseen(place)
	}
	for _, k := range richest {
		if !kinds.Has(k) {
			continue
		}
		also := kinds &^ jsontext.KindsOf(k)
		t, rule := w.byKind(k, place, n)
		if k == jsontext.KindNumber && also.Has(jsontext.KindString) {
			t, rule = Number, RuleNumberOrString
			also &^= jsontext.KindsOf(jsontext.KindString)
		}
		if also.Has(jsontext.KindNumber) && (n.Facts[FactFraction].Seen() || n.Facts[FactWide].Seen()) {
			also |= jsontext.KindsOf(jsontext.KindString) // which a Number takes: rule "widening"
		}
		if also != 0 {
			return Or{Elem: t, Also: also}, RuleMixed
		}
		return t, rule
	}
	return Value, RuleUnseen
}

// unseen decides a place that no example shows with a value: rule "unseen", unless a
// decision lends it a type.
func (w *decider) unseen(place string) (Type, Rule) {
	switch {
	case w.pool.aliases[place] != "":
		return w.object(place)
	case w.pool.isMap(place):
		return Map{w.elem(place), w.most(place)}, RuleSpec
	case w.lent[place]:
		return Slice{w.elem(place), w.most(place)}, RuleSpec
	}
	return Value, RuleUnseen
}

// byKind decides for values of one kind.
func (w *decider) byKind(k jsontext.Kind, place string, n *Node) (Type, Rule) {
	switch k {
	case jsontext.KindBoolean:
		return Bool, RuleBoolean
	case jsontext.KindNumber:
		if n.Facts[FactFraction].Seen() || n.Facts[FactWide].Seen() {
			return Number, RuleNumber
		}
		return Int, RuleInteger
	case jsontext.KindString:
		if looksLikeTime(place, n) {
			return Timestamp, RuleTimestamp
		}
		return String, RuleString
	case jsontext.KindArray:
		return Slice{w.elem(place), w.most(place)}, RuleList
	}
	return w.object(place)
}

// elem returns the type of the elements of the lists, or the values of the maps,
// at a place.
func (w *decider) elem(place string) Type {
	t, _ := w.typeOf(place + "/*")
	n := w.pool.places[place+"/*"]
	t = withPresence(t, n != nil && n.has(jsontext.KindNull), false)
	w.decided[place+"/*"].Type = t
	return t
}

// most returns how long the longest list, or how large the largest map, at a
// place is.
func (w *decider) most(place string) int {
	if n := w.pool.places[place]; n != nil {
		return n.Most
	}
	return 0
}

// object decides for objects: rules "struct", "map" and "empty-object".
func (w *decider) object(place string) (Type, Rule) {
	home := w.pool.aliases.home(place)
	if home != place {
		if w.pool.objects[home] == nil && w.structs[home] == nil {
			w.problem(w.types[home].Ref, home, noObjects())
		}
		return w.structAt(home), RuleSpec
	}
	_, _, below := parent(place)
	switch {
	case w.pool.fields[place].Type == "map":
		return Map{w.elem(place), w.most(place)}, RuleSpec
	case w.pool.maps[place]:
		return Map{w.elem(place), w.most(place)}, RuleMap
	case below && len(w.pool.objects[place].names) == 0 && w.pool.fields[place].Type != "struct":
		if w.pool.places[place].has(jsontext.KindArray) {
			return Map{Elem: Value}, RuleEmptyObject // the elements' type is the arrays'
		}
		return Map{w.elem(place), w.most(place)}, RuleEmptyObject
	}
	return w.structAt(home), RuleStruct
}
