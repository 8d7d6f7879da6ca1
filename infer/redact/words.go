package redact

import (
	"maps"
	"strings"
)

// The words that names and values are judged by, beside the names of the lexicon.
// Each list says what a word in it means.

// set returns the words of a list.
func set(list string) map[string]bool {
	all := make(map[string]bool)
	for _, word := range strings.Fields(list) {
		all[word] = true
	}
	return all
}

// union returns the words of two lists.
func union(a, b map[string]bool) map[string]bool {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

// thingWords make the name of a thing of a name that they stand before: topic_name,
// filename and product.name are not names of people.
var thingWords = set(`
	event topic type kind action method status state file field column table class hook webhook function queue job host
	currency unit code country province region language locale timezone plan brand
	source channel app application gateway tag category product variant item option role permission branch repo repository
	package module feature metric device os browser platform service rule template list layer layout font color colour size
	model carrier courier shipping payment tax discount promotion coupon warehouse step stage phase level tier environment env
	cluster bucket resource attribute property parameter param variable metadata schema database db index key label header
	scope node pod container image process task workflow pipeline project collection menu theme section page folder directory
	domain sku material style format mode sort icon media video song album track game campaign segment audience form question
	line group team currency display technical internal machine server network interface protocol algorithm attribution
	fulfillment bundle subscription price invoice milestone label commit ref tool api endpoint room door screen secret vault command script license licence check suite title handle translation area`)

// nameOnly are words that alone say "name".
var nameOnly = set(`name nom nome nombre naam namn navn jméno`)

// personWords are names of members with the name of the object around them, if that is
// a person.
var personWords = set(`display handle`)

// identifierWords end names whose values are long and random, and identify something
// without giving access to it.
var identifierWords = set(`id uid gid uuid guid sha sha1 sha256 md5 hash digest checksum etag ref version commit revision cursor before after head`)

// formWords end names that say how the value is written, not what it is.
var formWords = set(`proof json raw value string text base64 b64 plain plaintext encoded base confirmation confirm repeat again`)

// valueWords are names of members whose value is described by the name of the object
// around it, or by the member beside it.
var valueWords = set(`value val v content data text string number no num nr raw formatted default answer response documentnumber`)

// listWords end the names of lists whose elements have a name and a value: headers,
// fields of a form.
var listWords = set(`header querystring query param params parameter field attribute property cookie metafield metadata variable env claim input`)

// versionWords are names of one of several values of a member: before or after a change,
// or for one of several uses. The name of the object around them, or the member beside
// them, says what they are.
var versionWords = set(`old new previous prev prior current home work office primary secondary national international local`)

// rangeWords are such names that also mean the two ends of a message.
var rangeWords = set(`from to`)

// labelWords are names of members that say what the value beside them is.
var labelWords = set(`name key header field label attribute param parameter property k n question prompt`)

// kindWords are such names where their value is personal: a document type "passport".
var kindWords = set(`type kind system documenttype idtype`)

// ownNumberWords are names of members with the number of a person, where the object
// around them is a person; elsewhere it is the number of an invoice.
var ownNumberWords = set(`documentnumber documentno docnumber numerodocumento`)

// commonWords are values that are the same for everybody, even at a member with the
// name of something personal.
var commonWords = set(`
	visa mastercard master amex discover maestro diners jcb unionpay paypal klarna stripe affirm afterpay
	web www pos mobile app api ios android online offline desktop tablet browser email mail e-mail sms phone whatsapp telegram
	slack facebook instagram twitter google apple amazon ebay shopify store shop admin administrator system bot robot
	none null nil unknown n/a na anonymous guest default test demo example sample true false yes no on off ok pass fail passed
	failed success error pending active inactive enabled disabled verified unverified primary secondary home work office
	billing shipping customer merchant buyer seller user owner staff member manual auto automatic standard express free paid
	new open closed created updated deleted low medium high urgent normal internal external public private male female other
	sent delivered opened bounced read unread asap daily weekly monthly yearly never always all any credit debit prepaid cash card bank transfer required optional json
	xml html text plain left right center top bottom main header footer body title checkout cart order orders product products
	world there everyone team folks friend friends sir madam valued
	small large red blue green black white yellow grey gray orange purple pink brown silver gold`)

// voidWords are values that stand for a missing password or secret.
var voidWords = set(`
	none null nil true false yes no on off unknown n/a na undefined empty required optional set unset missing string hidden
	masked redacted removed deleted password secret changeme placeholder todo tbd`)

// keyNounWords are words for something that gives access.
var keyNounWords = set(`
	key token seed credential schluessel schlüssel clave chave chiave cle clé sleutel llave nyckel nøgle nøkkel klucz anahtar jeton ключ токен
	密钥 密鑰 秘钥 金鑰 令牌 鍵 キー トークン 키 토큰`)

// keyKindWords, beside a keyNounWord, leave no doubt that it is secret: in front of it,
// behind it as in clave_api, or joined with it, in whatever language.
var keyKindWords = union(kindsBehindWords, set(`
	api access auth authentication bearer refresh session secret private priv signing sign encryption encrypt decryption cipher master root
	client consumer app admin host server bot ssh tls ssl pgp gpg jwt aes rsa hmac webhook hook verify verification validation csrf xsrf totp otp mfa shared
	security geheim geheimer privat privater zugangs zugriffs api秘 秘密 暗号 認証 アクセス 访问 私 私有 비밀 접근`))

// kindsBehindWords are the keyKindWords that only stand behind the noun.
var kindsBehindWords = set(`
	secreta secreto segreta segreto secrète secrete privada privado privata privée privee prive
	acceso acces accès acesso accesso toegang доступа секретный секретного закрытый приватный`)

// englishNounWords have their purpose in front of them: key_server is a server.
var englishNounWords = set(`key token seed credential code`)

// keyLinkWords may stand between a noun and its kind.
var keyLinkWords = set(`de d di do da of du von`)

// codeNounWords are words for a code.
var codeNounWords = set(`code codigo código codice kode kod код`)

// codeKindWords, beside a codeNounWord, say that it opens something.
var codeKindWords = set(`access door gate alarm lock lockbox unlock entry zugangs zugriffs acceso acces accès acesso accesso доступа`)

// passRuleWords end names of settings of a password.
var passRuleWords = set(`length strength policy hint reset expiry expires rule requirement link url count attempt history age changed updated created at`)

// passHeadWords are words for a password that its purpose follows: senha_banco.
var passHeadWords = set(`password passwd senha contraseña contrasena motdepasse passwort kennwort wachtwoord lösenord losenord adgangskode hasło haslo parola şifre пароль 密码 パスワード`)

// numberWords stand for "number".
var numberWords = set(`no nr num number numbers`)

// numberTails are such words at the end of names that are written as one word, as
// ausweisnr is; the longer ones come first.
var numberTails = []string{"nummer", "nr"}

// beforeTails make a thing of the tail that they are joined with: a microphone, a
// headphone and an iphone have no number.
var beforeTails = set(`micro head ear smart i mega saxo`)

// tails end names that are written as one word, as customeremail is.
var tails = []string{
	"password", "passwd", "passwort", "secret", "apikey", "accesskey", "privatekey", "secretkey", "token", "signature",
	"email", "emailaddress", "phonenumber", "mobilenumber", "phone", "ipaddress", "streetaddress", "shippingaddress", "billingaddress",
	"cardnumber", "accountnumber", "birthdate", "dateofbirth",
}
