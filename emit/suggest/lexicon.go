package suggest

import "github.com/specimen-go/specimen/infer"

// lexicon lists the words that suggestions rely on: one row for each role, with
// what a word in that role says about the thing whose name has it. Words are in
// lower case, as ident.Lower gives them; a name of several words is joined with _.
// A word can have several roles. Numbers that suggestions rely on are in policy.go.
var lexicon = [...]struct {
	words string
	also  []role // whose words, in front of these, have this role too
	says  string
}{
	// Names of objects.
	wrapper: {
		words: "data d object resource payload event attributes object_attributes body record entity result",
		says:  "what the event is about is inside",
	},
	rewrapper: {
		words: "object attributes resource record entity",
		says:  "what the event is about is inside, in a member of a wrapper: data/object",
	},
	delivered: {words: "event payload body", says: "what was delivered, with what it is about inside, in a member of a wrapper: payload/object"},
	vague: {
		words: "list value node entry element info items values target source current previous old new from to parent child children original",
		also:  []role{wrapper},
		says:  "nothing about the object, so a type needs a better name",
	},
	particle: {
		words: "at by on in of to from for with as via",
		says:  "how something relates to its owner; neither begins nor ends the name of a type",
	},
	collective: {words: "set pair group collection bundle", says: "several of what the words before it name, which are a part of the name of the type"},
	anything: {
		words: "data info meta metadata details extra options settings content value attributes properties params context config",
		says:  "the objects differ from place to place, so one place says little about another",
	},
	freeKeys: {
		words: "metadata meta_data labels annotations headers variables vars env environment_variables custom_attributes custom_fields",
		says:  "users choose the keys inside: the object is a map",
	},
	attributes: {words: "attributes", says: "users choose the keys inside, where the values are objects of one shape"},
	record: {
		words: "id object type kind name title label description url href code status state key value " +
			"created updated at on date position uuid self note active email",
		says: "any object may have the member, so objects with only such members are alike by chance",
	},
	ownType: {
		words: "object __typename _type resource_type record_type object_type kind",
		says:  "the key of a member whose text names the type of its object",
	},
	element: {
		words: "entry event message record change address user contact comment image attachment transaction",
		says:  "one element, even where it ends the name of an array",
	},

	paging: {
		words: "has more next previous prev first last total count limit offset size page pages per cursor before after start end self links",
		says:  "where a part of a list is, beside an array",
	},

	// Kinds of objects. Sender, owner and user are all users; a service and a team
	// are not both teams.
	being: {
		words: "address organization company team project repository product order item money price image location",
		also:  []role{person},
		says:  "what objects with several names often are; persons are preferred, then the first of these",
	},
	thing: {
		words: "service policy priority queue channel group board list label tag status role department site store shop app application",
		says:  "a kind of object that is none of the beings",
	},
	person:  {words: "user account customer person contact member", says: "a person, perhaps the same one in another capacity"},
	place:   {words: "address location", says: "where something is"},
	money:   {words: "money price", says: "an amount with a currency"},
	product: {words: "product item", says: "what is sold"},

	// Members that tell what their object is.
	currency:  {words: "currency", says: "with a sum, the object is an amount of money"},
	sum:       {words: "amount cents value dollars", says: "with a currency, the object is an amount of money"},
	town:      {words: "city town", says: "with a country and a street, the object is an address"},
	country:   {words: "country", says: "with a town and a street, the object is an address"},
	street:    {words: "zip postal postcode street street1 line1 address1", says: "with a town and a country, the object is an address"},
	reference: {words: "href", says: "the object only links to another one, where it has no other member"},
	personal:  {words: "username user_name login first_name last_name nickname screen_name display_name real_name", says: "with another one, the object is a person"},
	changeSet: {words: "change changes diff delta previous_attributes links", says: "its members say what happened to others of their names, not what these are"},
	formerly:  {words: "previous former old prior before from", says: "what something was before"},
	occasion:  {words: "event events topic action webhook hook delivery notification trigger", says: "about the event, not about what it happened to"},
	aside:     {words: "meta context header envelope", says: "what holds for the delivery, in an object of its own"},
	link:      {words: "url href uri self link", says: "with an id, the object only refers to another one"},

	// Names of members with times.
	timeEnd: {words: infer.TimeWords, says: "a time, where the word is the last one"},
	moment: {
		words: "created updated modified deleted expires expiry timestamp ts since until start end begin from to seen published closed opened day birthday deadline",
		also:  []role{timeEnd},
		says:  "a time, more or less certainly",
	},

	instant: {
		words: "created updated modified deleted expires expiry expiration timestamp ts since until start started end ended begin seen published closed opened sent received iat exp nbf anchor deadline due after before",
		also:  []role{timeEnd},
		says:  "a time, so that a number of the right length is one",
	},
	done: {
		words: "when day login logout measured recorded observed sampled occurred cleared triggered scheduled completed finished acknowledged resolved approved rejected joined hired registered issued activated deactivated cancelled canceled accepted declined assigned submitted signed shipped edited posted revoked suspended renewed installed confirmed executed logged",
		says:  "a time, where the word is the last one and no other says how much, so that a number of the right length is one",
	},

	// Names of members with numbers.
	amount: {
		words: "price amount total subtotal tax discount fee cost balance rate tip weight refund paid latitude longitude lat lng lon",
		says:  "there can be a fraction, whatever the examples show",
	},
	decimals: {words: "decimal", says: "there is a fraction, said outright"},
	version:  {words: "version ver release build tag api revision firmware ip id sha", says: "the text may look like a decimal or a date, and is neither"},
	clock:    {words: "date ts", says: "the text may look like a decimal, and is a time"},
	label: {
		words: "id ids code codes sku phone number section chapter room extension model os tls ssl protocol reason rule clause paragraph diagnosis icd",
		says:  "the digits are not a quantity",
	},
	quantity: {words: "count number total times quantity limit max min", says: "0 and 1 are numbers, not answers"},

	// Names of members with yes or no.
	asks:      {words: "is has can should was will did does allow allows enable supports requires needs use uses include includes", says: "a question, where the word is the first of several"},
	answer:    {words: "enabled disabled flag required allowed supported", says: "yes or no, where the word is the last one"},
	maybeAsks: {words: "active visible hidden deleted archived default taxable verified paid test", says: "yes or no, or a count or a time, where the word is the last one"},
	freeText: {
		words: "value values val text content data default old new from to before after previous current answer input output",
		says:  "any text, of which \"true\" is only one",
	},

	// Names of members with one of few words.
	choice: {
		words: "status state visibility severity priority level mode role conclusion outcome direction phase kind category gender tier environment association",
		says:  "one of few values, where the word is the last one",
	},
	maybeChoice: {
		words: "stage type unit action reason method brand funding interval source channel format trigger provider service event result",
		says:  "one of few values, or free text, where the word is the last one",
	},

	opaque: {
		words: "id ids uuid guid sid token key secret nonce etag cursor after before next previous prev first last page handle ref reference",
		says:  "a text for the platform alone, whatever it encodes, where the word is the last one",
	},
	saysBase64: {words: "base64 b64", says: "base64, said outright"},

	// Ends of names that say what the value is for its owner, not what it is.
	idWord:     {words: "id", says: "an identifier"},
	grandTotal: {words: "total", says: "a sum that its object always has"},
	kindWord:   {words: "type", says: "a kind; as a key, its text may name the type of its object"},

	// Codes, as they are written: objects whose keys are codes are maps.
	currencyCode: {
		words: "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC ETH USDT USDC",
		says:  "a currency (ISO 4217, and coins)",
	},
	usualCurrency: {words: "usd eur gbp jpy cny inr brl cad aud chf mxn", says: "a currency, even in small letters"},
	countryCode: {
		words: "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GI GL GM GN GQ GR GT GU GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW",
		says:  "a country (ISO 3166)",
	},
	shortWord:    {words: "as at be by do id in is it me my no so to us", says: "a code of a country that is also an English word"},
	weekday:      {words: "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun", says: "a day of the week"},
	monthName:    {words: "january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec", says: "a month"},
	languageCode: {words: "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id is it ja ko lt lv ms nb nl nn no pl pt ro ru sk sl sr sv sw ta te th tl tr uk ur vi zh", says: "a language (ISO 639)"},
	englishWord:  {words: "id is it no", says: "a language code that is more often an English word"},
}

// changeKeys are the keys of the two members of an object that says what a value
// was and what it is now.
var changeKeys = [...][2]string{
	{"previous", "current"}, {"old", "new"}, {"before", "after"}, {"old_value", "new_value"}, {"oldValue", "newValue"},
}
