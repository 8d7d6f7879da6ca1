package page

import (
	"regexp"
	"strings"
	"unicode"
)

// shape is the form of a topic's name: parts of letters and digits with signs between
// them.
var shape = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*([/.:][A-Za-z0-9_*-]+)+$`)

// word is the form of a name in one part.
var word = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// other is what has the form of a topic's name and is none: the name of a file, a host,
// a media type, a fraction of a word.
var other = regexp.MustCompile(`(?i)(\.(json|ya?ml|xml|html?|md|txt|js|ts|py|rb|go|php|java|cs|com|io|net|org|dev|cn|app|png|jpe?g|gif|svg|csv|pdf|zip)$|^(application/(json|xml|x-|vnd|octet|pdf|zip|javascript|graphql|cloudevents)|(text|image|audio|video|multipart|font)/(plain|html|css|xml|\*|png|jpeg|gif|event-stream|form)|https?:|localhost|and/or$|n/a$|yes/no$|true/false$|on/off$|tcp/ip$|i/o$|e\.g|i\.e|v?\d|node\.js|vue\.js)|^v[0-9]+[./])`)

// isTopic reports whether a word has the form of a topic's name that has parts.
func isTopic(text string) bool {
	if !strings.ContainsAny(text, "/.:") {
		return false
	}
	return shape.MatchString(text) && !other.MatchString(text) && !unicode.IsUpper(rune(text[0])) || isUpperTopic(text)
}

// isUpperTopic is isTopic for names all of whose letters are capitals: ORDERS/CREATE.
func isUpperTopic(text string) bool {
	return shape.MatchString(text) && !other.MatchString(text) && strings.ToUpper(text) == text && len(text) > 5
}

// isName reports whether a word can be the name of a topic where the page says that one is
// there: it has parts, or words joined by a sign.
func isName(text string) bool {
	return isTopic(text) || word.MatchString(text) && len(text) < 80
}

// isCompound reports whether a name in one part has several words: order_created,
// OrderCreated, ORDER_CREATED.
func isCompound(text string) bool {
	if !word.MatchString(text) {
		return false
	}
	if strings.ContainsAny(text, "_-") {
		return true
	}
	upper := 0
	for i, c := range text {
		if i > 0 && unicode.IsUpper(c) {
			upper++
		}
	}
	return upper > 0 && upper < len(text)-1
}

// namesIn returns the topics that a text consists of: one, or several with commas between
// them. ok is false if there is anything else in it.
func namesIn(text string, is func(string) bool) (names []string, ok bool) {
	text = strings.TrimLeft(text, "-*•· \t")
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(",，、;；|", c) }) {
		part = strings.Trim(part, "`\"'“”*()（）.:：[]")
		switch strings.ToLower(part) {
		case "", "/", "event", "webhook", "事件", "and", "or", "和", "及", "或", "以及", "と":
			continue
		}
		if !is(part) {
			return nil, false
		}
		names = append(names, part)
	}
	return names, len(names) > 0
}

// label is what stands before a colon, or is the title of a column: what it says comes
// after it.
type label int

const (
	noLabel label = iota
	topicLabel
	aboutLabel
	alsoLabel // occasions
	scopeLabel
	sinceLabel
	payloadLabel
	answerLabel // of a receiver
	otherLabel
)

// labels are the words of labels, the more telling first.
var labels = []struct {
	label label
	words *regexp.Regexp
}{
	{answerLabel, regexp.MustCompile(`^(expected |your )?(answer|acknowledge?ment|response (to|from you|status))|\b(must|should|has to|have to|needs? to|please)\b.*\b(answer|respond|reply|return|acknowledge)\b|^(answer|respond|reply|return)\b`)},
	{payloadLabel, regexp.MustCompile(`payload|example|sample|\bbody\b|\bjson\b|response|request$|示例|范例|範例|样例|例子|サンプル|ペイロード|예시|مثال`)},
	{scopeLabel, regexp.MustCompile(`scopes?\b|permissions?\b|权限|權限|スコープ|권한`)},
	{sinceLabel, regexp.MustCompile(`version|since|版本|バージョン|버전`)},
	{alsoLabel, regexp.MustCompile(`trigger (point|event|action)s?|triggered (by|when)|occasions|触发点|觸發點`)},
	{aboutLabel, regexp.MustCompile(`descri|trigger|when|fires?|sent|timing|说明|說明|描述|触发|觸發|时机|時機|概要|説明|설명|الوصف|وصف`)},
	{topicLabel, regexp.MustCompile(`^((webhook|event|hook)s? )?(topic|event|webhook|hook)s?( ?\(topic\))?( (name|type|key|topic|id|code|identifier)s?)?$|^(事件|主题|主題|订阅事件|訂閱事件)(名称|名稱|类型|類型|名|标识|代码)?$|^(イベント|トピック)(名|タイプ|種別)?$|^(이벤트|토픽)( ?(이름|유형))?$|^(الموضوع|الحدث)$`)},
}

// labelOf returns what a label announces.
func labelOf(text string) label {
	text = strings.ToLower(strings.Trim(strings.TrimSpace(text), "*_#`:： \t"))
	const longest = 60
	if text == "" || len(text) > longest {
		return noLabel
	}
	if topic := labels[len(labels)-1]; topic.words.MatchString(text) {
		return topic.label
	}
	for _, l := range labels {
		if l.words.MatchString(text) {
			return l.label
		}
	}
	return noLabel
}

// labelled splits a line at the colon behind a label.
func labelled(line string) (l label, value string) {
	line = strings.TrimLeft(line, "-*•#> \t")
	at, size := strings.IndexByte(line, ':'), 1
	if wide := strings.Index(line, "："); wide >= 0 && (at < 0 || wide < at) {
		at, size = wide, len("：")
	}
	if at < 0 {
		return noLabel, ""
	}
	value = strings.Trim(line[at+size:], "*` \t")
	const fewest = 4 // words of a sentence
	if value == "" && len(strings.Fields(line[:at])) >= fewest && labelOf(line[:at]) == aboutLabel {
		return noLabel, ""
	}
	if l = labelOf(line[:at]); l == noLabel && value == "" {
		l = otherLabel
	}
	return l, value
}

// header is a header of HTTP whose value is the topic.
var header = regexp.MustCompile(`(?i)^[-*\s]*` + "`?" + `["']?([a-z0-9]+(?:-[a-z0-9]+)*-(?:topic|event|event-type|event-name|event-key|hook|trigger))["']?\s*:\s*["']?([^"'\x60,]{1,80}?)["']?` + "`?" + `,?\s*$`)

// version is a version of an API at the end of a line.
var version = regexp.MustCompile(`(?:^|\s+)((?:19|20)\d{2}[-.]?(?:0[1-9]|1[0-2])(?:[-.]?\d{2})?|[vV]\d+(?:\.\d+)*)$`)
