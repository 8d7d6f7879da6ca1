package jsontext_test

import "strings"

// undecided has a text for every case of JSONTestSuite that leaves the
// decision to the parser (its names begin with i_), and our decision:
//
//   - a number may have any size, because its text is what is kept;
//   - half a surrogate pair and bytes that are not UTF-8 come out as U+FFFD,
//     because a platform that cut a text in two must not cost a delivery, and
//     a Reader says that the text is not exact;
//   - UTF-16 and a byte order mark are no JSON (RFC 8259, section 8.1);
//   - 500 levels are fewer than DefaultMaxDepth.
var undecided = []struct {
	suiteCase
	accept bool
	exact  bool // whether every string came as it is
}{
	{suiteCase{"number_double_huge_neg_exp", "[456.789e-987]"}, true, true},
	{suiteCase{"number_huge_exp", "[0.5e00" + strings.Repeat("7", 120) + "]"}, true, true},
	{suiteCase{"number_neg_int_huge_exp", "[-5e+8888]"}, true, true},
	{suiteCase{"number_pos_double_huge_exp", "[5.6e+8888]"}, true, true},
	{suiteCase{"number_real_neg_overflow", "[-456456e200000]"}, true, true},
	{suiteCase{"number_real_pos_overflow", "[456456e200000]"}, true, true},
	{suiteCase{"number_real_underflow", "[456e-20000000]"}, true, true},
	{suiteCase{"number_too_big_neg_int", "[-456456456456456456456456456456]"}, true, true},
	{suiteCase{"number_too_big_pos_int", "[200000000000000000000]"}, true, true},
	{suiteCase{"number_very_big_negative_int", "[-456789456789456789456789456789456789456789456789]"}, true, true},
	{suiteCase{"object_key_lone_2nd_surrogate", `{"\uDFAB":0}`}, true, false},
	{suiteCase{"string_1st_surrogate_but_2nd_missing", `["\uDADB"]`}, true, false},
	{suiteCase{"string_1st_valid_surrogate_2nd_invalid", `["\uD889\u2345"]`}, true, false},
	{suiteCase{"string_UTF-16LE_with_BOM", "\xff\xfe[\x00\"\x00\xf8\x00\"\x00]\x00"}, false, true},
	{suiteCase{"string_UTF-8_invalid_sequence", "[\"\xe6\x97\xa5\xd1\x88\xfa\"]"}, true, false},
	{suiteCase{"string_UTF8_surrogate_U+D800", "[\"\xed\xa0\x80\"]"}, true, false},
	{suiteCase{"string_incomplete_surrogate_and_escape_valid", `["\uD801\n"]`}, true, false},
	{suiteCase{"string_incomplete_surrogate_pair", `["\uDd1fb"]`}, true, false},
	{suiteCase{"string_incomplete_surrogates_escape_valid", `["\uD801\uD801\n"]`}, true, false},
	{suiteCase{"string_invalid_lonely_surrogate", `["\ud801"]`}, true, false},
	{suiteCase{"string_invalid_surrogate", `["\ud801bcd"]`}, true, false},
	{suiteCase{"string_invalid_utf-8", "[\"\xff\"]"}, true, false},
	{suiteCase{"string_inverted_surrogates_U+1D11E", `["\uDd1f\uD834"]`}, true, false},
	{suiteCase{"string_iso_latin_1", "[\"\xf8\"]"}, true, false},
	{suiteCase{"string_lone_second_surrogate", `["\uDFAB"]`}, true, false},
	{suiteCase{"string_lone_utf8_continuation_byte", "[\"\x82\"]"}, true, false},
	{suiteCase{"string_not_in_unicode_range", "[\"\xf4\xbf\xbf\xbf\"]"}, true, false},
	{suiteCase{"string_overlong_sequence_2_bytes", "[\"\xc0\xae\"]"}, true, false},
	{suiteCase{"string_overlong_sequence_6_bytes", "[\"\xfc\x83\xbf\xbf\xbf\xbf\"]"}, true, false},
	{suiteCase{"string_overlong_sequence_6_bytes_null", "[\"\xfc\x80\x80\x80\x80\x80\"]"}, true, false},
	{suiteCase{"string_truncated-utf-8", "[\"\xe0\xff\"]"}, true, false},
	{suiteCase{"string_utf16BE_no_BOM", "\x00[\x00\"\x00\xf8\x00\"\x00]"}, false, true},
	{suiteCase{"string_utf16LE_no_BOM", "[\x00\"\x00\xf8\x00\"\x00]\x00"}, false, true},
	{suiteCase{"structure_500_nested_arrays", strings.Repeat("[", 500) + strings.Repeat("]", 500)}, true, true},
	{suiteCase{"structure_UTF-8_BOM_empty_object", "\ufeff{}"}, false, true},
}
