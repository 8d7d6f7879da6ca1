package redact

// entry is a line of the lexicon: what the values of members with certain names
// are, if they look like it.
type entry struct {
	what  What
	holds func(string) bool // what a value that is replaced looks like
	live  func(string) bool // the same where only secrets are replaced; nil for personal data
	each  bool              // each word of the value says who it is, wherever that stands
	nums  bool              // so for numbers
	names string            // without what is between the words of a name
}

// lexicon lists the names of members that say what these hold. A name is looked
// up by its last four words, then three, two and one: the longest that is listed
// counts, and of its lines the first that the value looks like. A line without
// What says that the name means something else.
var lexicon = []entry{
	{what: Secret, holds: notVoid, live: notVoid, nums: true, names: `
		securityanswer recoveryanswer secretanswer securityquestionanswer recoveryquestionanswer secretquestionanswer
		password passwd pwd passphrase passwordhash passwordsalt secret secretkey secretvalue clientsecret psk mnemonic seedphrase recoveryphrase userpass dbpass smtppass
		passwort kennwort contrasena contraseña clave motdepasse senha wachtwoord lösenord losenord adgangskode haslo hasło
		parola şifre sifre пароль 密码 密碼 口令 パスワード 비밀번호`},
	{what: Secret, holds: isPass, live: isPass, names: `pass`},
	{what: Secret, holds: isCode, live: isCode, nums: true, names: `
		pin pincode otp otpcode totp cvv cvv2 cvc cvccode cvvcode csc securitycode passcode mfacode tan verificationcode onetimecode accesscode logincode confirmationcode
		验证码 驗證碼`},
	{what: Secret, holds: hasDigit, live: hasDigit, names: `backupcode recoverycode scratchcode`},
	{what: Secret, holds: mayBeToken, live: isLive, names: `
		token accesstoken refreshtoken authtoken bearertoken sessiontoken secrettoken idtoken authorization auth signature sig sign
		hmac cookie setcookie session sessionid sessid jwt bearer credential salt
		apikey xapikey accesskey accesskeyid privatekey secretaccesskey authkey signingkey encryptionkey masterkey accountkey
		sharedaccesskey sharedaccesssignature storagekey sshkey serverkey servicekey functionkey subscriptionkey webhookkey
		consumerkey appkey applicationkey integrationkey hmackey clientkey licensekey deploykey writekey apitoken authcode
		schluessel schlüssel jeton токен 令牌 トークン 토큰
		signatur unterschrift assinatura handtekening underskrift podpis подпись 签名 簽名 署名 서명`},
	{what: Secret, holds: isKeyLike, live: isKeyLike, names: `csrf xsrf xcsrf phpsessid jsessionid 密钥 密鑰 秘钥 金鑰`},
	{what: Secret, holds: isSession, live: isSession, names: `sid`},
	{what: Secret, holds: isGrant, live: isGrant, names: `code authorizationcode oauthcode codeverifier`},
	{what: Secret, holds: isLive, live: never, names: `key`},
	{names: `pagetoken nextpagetoken prevpagetoken nexttoken synctoken continuationtoken publickey publishablekey passthrough walletaddress contractaddress tokenaddress`},

	{what: Phone, holds: isBarePhone, nums: true, names: `from to sender recipient originator caller callee called fromnumber tonumber`},
	{what: Phone, holds: isPhoneLike, nums: true, names: `
		phone telephone tel mobile cell cellphone fax whatsapp waid msisdn phonenumber mobilenumber faxnumber cellnumber
		telephonenumber telnumber contactnumber whatsappnumber phoneno mobilephone homephone workphone
		telefon telefono teléfono telefone telefoon téléphone handy handynummer mobil mobilnummer telefonnummer movil móvil celular
		portable cellulare komorka komórka телефон мобильный 电话 電話 手机 手機 手机号 手機號 电话号码 手机号码 電話番号 携帯 전화 전화번호 휴대폰`},

	{what: Card, holds: isCardLike, nums: true, names: `
		card cardnumber creditcard creditcardnumber debitcard debitcardnumber last4 lastfour lastdigits lastfourdigits pan
		kartennummer kreditkarte tarjeta numerocarte 卡号 卡號`},
	{what: Account, holds: isAccountLike, nums: true, names: `
		iban bic swift swiftcode accountnumber bankaccount bankaccountnumber routingnumber sortcode ibannumber bankcode
		kontonummer konto blz rekeningnummer numerocompte bankaccountid 银行账号 银行卡号 口座番号`},
	{what: Account, holds: isLongNumber, names: `account routing`},
	{what: Identity, holds: isIdentityLike, nums: true, names: `
		ssn itin taxpayerid taxid taxnumber vat vatid vatnumber passport passportnumber nationalid idcard idcardnumber idnumber identitynumber
		nationalidnumber personalnumber licence plate licenceplate licenseplate numberplate kennzeichen driverslicense driverlicense licensenumber licencenumber
		driverslicensenumber driverlicensenumber socialsecuritynumber insurancenumber nationalinsurancenumber gstnumber gstin
		cpf cnpj rut dni nie nif cif siret siren pesel nip bsn aadhaar aadhaarnumber residentid tin ein ustid steuernummer
		taxidentifier taxidentification codicefiscale partitaiva nss rg pis cnh curp cuit cuil cedula cédula nino nric hkid sécu secu securitesociale svnr steuerid vehiclevin
		sozialversicherungsnummer versichertennummer versicherungsnummer matrikelnummer fahrgestellnummer fuehrerschein führerschein personnummer fødselsnummer
		passeport pasaporte passaporte passaporto paspoort paszport personalausweis ausweis reisepass
		citizenid medicarenumber medicalrecordnumber mrn nhsnumber patientid studentnumber matriculationnumber 身份证 身份证号 身份證 护照 护照号 税号 マイナンバー 주민등록번호 инн снилс паспорт`},
	{what: Birth, holds: hasDigit, nums: true, names: `
		birthday birthdate dateofbirth dob born bornon bornat geburtsdatum geburtstag fechadenacimiento fechanacimiento datedenaissance datenaissance
		datanascimento datadenascimento datanascita datadinascita geboortedatum födelsedatum fødselsdato fødselsdag dataurodzenia doğumtarihi
		датарождения деньрождения 生日 出生日期 生年月日 생년월일`},

	{what: Name, holds: notCommon, each: true, names: `
		surname firstname lastname middlename givenname familyname maidenname forename given
		vorname nachname prenom prénom nombres apellido apellidos sobrenome cognome voornaam achternaam nazwisko imie imię
		фамилия отчество`},
	{what: Name, holds: isUncoded, each: true, names: `
		fullname realname legalname personname buyer purchaser consignee shopowner storeowner addressee payee payer beneficiary
		cardholder accountholder signatory recipient contactperson empfaenger empfänger destinatario destinataire destinatário
		policyholder insured
		收件人 收货人 收貨人 姓名 真实姓名 联系人 フリガナ ふりがな カナ 氏名 お名前 名前 宛名 이름 성명 수취인 имя получатель фио 姓 名
		nomcomplet nomecompleto nombrecompleto nomecognome`},
	{what: Name, holds: isNamePart, each: true, names: `first last middle family`},
	{names: `fontfamily productfamily devicefamily instancefamily`},
	{what: Name, holds: notCommon, names: `login sender signer author initials username nickname displayname screenname gamertag pusher 用户名 昵称 微信号 微信`},
	{what: Name, holds: isPerson, each: true, names: `
		owner customer client user contact attn attention assignee reporter requester requestor creator createdby updatedby
		modifiedby approvedby signedby receivedby orderedby placedby bookedby invitedby sentby by por par von shipper employee staff agent
		driver patient doctor guest attendee passenger tenant member student teacher candidate applicant holder nominee guardian
		spouse manager supervisor representative salesperson salesrep seller host instructor operator technician winner donor actor participant practitioner nurse secretary assistant colleague caregiver relative traveller traveler voyageur reisender
		subscriber person cn debtor creditor landlord lessor lessee voter reviewer heir witness holder speaker player
		kunde käufer arzt mitarbeiter inhaber besitzer fahrer gast mieter absender ansprechpartner unterzeichner antragsteller versicherter
		cliente usuario usuário paciente médico medico empleado empregado funcionario funcionário alumno aluno titular propietario proprietário
		comprador vendedor conductor motorista huésped pasajero passageiro beneficiario beneficiário remitente remetente solicitante contacto contato
		madre padre mãe mae pai mère père médecin employé salarié élève titulaire propriétaire acheteur vendeur conducteur chauffeur passager bénéficiaire
		expéditeur demandeur paziente dipendente titolare proprietario acquirente venditore conducente ospite passeggero mittente referente
		klant patiënt werknemer eigenaar koper verkoper bestuurder
		клиент пациент врач сотрудник владелец водитель гость плательщик отправитель покупатель продавец
		患者 医生 司机 寄件人 发件人 付款人 担当者 受取人 差出人`},
	{names: `groupedby groupby sortedby sortby orderby filteredby poweredby`},
	{what: Name, holds: isHandle, names: `user createdby updatedby`},
	{what: Name, holds: notCommon, names: `company companyname organization organisation firma empresa`},
	{names: `cardcompany trackingcompany shippingcompany insurancecompany`},

	{what: Mail, holds: notCommon, names: `
		email mail emailaddress mailaddress correo correoelectronico courriel correio emailadresse 邮箱 邮件 電子郵件 メール 이메일 почта`},
	{what: Address, holds: notCommon, each: true, names: `
		street streetaddress streetname strasse straße calle rue rua ulica straat улица`},
	{what: Address, holds: notCommon, nums: true, names: `
		address zip zipcode postcode postal postalcode city town suburb district neighborhood neighbourhood housenumber
		apartment addressline line1 line2 line3 address1 address2 shipto billto soldto deliverto streetnumber pobox
		shippingaddress billingaddress homeaddress deliveryaddress fulladdress landmark ort
		adresse anschrift wohnhaft wohnadresse domicilio domicile hausnummer plz postleitzahl stadt wohnort direccion dirección ciudad codigopostal adres ville codepostal
		endereco endereço cidade cep bairro indirizzo citta città plaats miasto adresa
		адрес город индекс 地址 详细地址 城市 街道 邮编 住所 住址 郵便番号 주소 우편번호`},
	{what: Address, holds: isZip, names: `cap`},
	{what: Position, holds: hasDigit, nums: true, names: `lat lng lon long latitude longitude coordinate coordinates latlng geo`},
	{what: Position, holds: notCommon, nums: true, names: `location`},
	{what: Network, holds: notCommon, names: `
		ip ipaddress ipaddr ipv4 ipv6 remoteaddress remoteaddr clientip remoteip browserip forwardedfor mac macaddress domain hostname subdomain ssid`},
	{what: URL, holds: notCommon, names: `website homepage avatar`},
	{what: Text, holds: isWritten, names: `
		note notetoseller notetobuyer comment message remark memo instruction specialrequest body text bio feedback content caption subject description notiz bemerkung kommentar
		nachricht mensaje mensagem commentaire 备注 留言 コメント`},
}

// tails are the ends of names whose words are written as one that say what they
// hold, as in customeremail.
var tails = []string{
	"password", "passwd", "passwort", "secret", "apikey", "accesskey", "privatekey", "secretkey", "token", "signature",
	"email", "emailaddress", "phonenumber", "mobilenumber", "phone", "ipaddress", "streetaddress", "shippingaddress", "billingaddress",
	"cardnumber", "accountnumber", "birthdate", "dateofbirth",
}

// notNames are the words that make something else of a name before which they
// stand: a topic_name, a filename and the name of a product are not names of people.
const notNames = `
	event topic type kind action method status state file field column table class hook webhook function queue job host
	currency unit code country province region language locale timezone plan brand
	source channel app application gateway tag category product variant item option role permission branch repo repository
	package module feature metric device os browser platform service rule template list layer layout font color colour size
	model carrier courier shipping payment tax discount promotion coupon warehouse step stage phase level tier environment env
	cluster bucket resource attribute property parameter param variable metadata schema database db index key label header
	scope node pod container image process task workflow pipeline project collection menu theme section page folder directory
	domain sku material style format mode sort icon media video song album track game campaign segment audience form question
	line group team currency display technical internal machine server network interface protocol algorithm attribution
	fulfillment bundle subscription price invoice milestone label commit ref tool api endpoint room door screen secret vault command script license licence check suite title handle translation area`

// nameWords are what a name is called alone.
const nameWords = `name nom nome nombre naam namn navn jméno`

// identifiers are the last words of names whose values are long and random, and
// tell things apart without opening anything.
const identifiers = `id uid gid uuid guid sha sha1 sha256 md5 hash digest checksum etag ref version commit revision cursor before after head`

// formNames are the last words of names that say how something is written.
const formNames = `proof json raw value string text base64 b64 plain plaintext encoded base confirmation confirm repeat again`

// valueNames are the names of members whose value is that of what the object
// around it, or the member beside it, is called.
const valueNames = `value val v content data text string number no num nr raw formatted default answer response documentnumber`

// personNames are the names of members that say what the one around it is called,
// where that is somebody.
const personNames = `display handle`

// listNames are the last words of the names of lists of which each element has a
// name and a value: of headers, of the fields of a form.
const listNames = `header querystring query param params parameter field attribute property cookie metafield metadata variable env claim input`

// ownNumbers are the names of members that hold a number of somebody where the one
// around them is called like somebody; elsewhere, of an invoice.
const ownNumbers = `documentnumber documentno docnumber numerodocumento`

// labelNames are the names of members that say what the value beside them is.
const labelNames = `name key header field label attribute param parameter property k n question prompt`

// kindNames are those that say so where they name something personal: the type of
// a document that is passport.
const kindNames = `type kind system documenttype idtype`

// common are the values that are the same for everybody, whatever a member with
// the name of something personal says of them.
const common = `
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
	small large red blue green black white yellow grey gray orange purple pink brown silver gold`

// void are the values that say that there is none, or which kind would be there.
const void = `none null nil true false yes no on off unknown n/a na undefined empty required optional set unset missing string hidden
	masked redacted removed deleted password secret changeme placeholder todo tbd`

// keyNouns are the words for what opens something, and keyKinds those that stand
// beside one where it is secret: in front of it, behind it as in clave_api, or
// joined with it. Together they leave no doubt, whatever language they are of.
const (
	keyNouns = `key token seed credential schluessel schlüssel clave chave chiave cle clé sleutel llave nyckel nøgle nøkkel klucz anahtar jeton ключ токен
		密钥 密鑰 秘钥 金鑰 令牌 鍵 キー トークン 키 토큰`
	keyKinds = `api access auth authentication bearer refresh session secret private priv signing sign encryption encrypt decryption cipher master root
		client consumer app admin host server bot ssh tls ssl pgp gpg jwt aes rsa hmac webhook hook verify verification validation csrf xsrf totp otp mfa shared
		security geheim geheimer privat privater zugangs zugriffs api秘 秘密 暗号 認証 アクセス 访问 私 私有 비밀 접근`
	kindsBehind = `secreta secreto segreta segreto secrète secrete privada privado privata privée privee prive
		acceso acces accès acesso accesso toegang доступа секретный секретного закрытый приватный`
	// englishNouns have what they are for in front of them: key_server is a server.
	englishNouns = `key token seed credential code`
	// What may stand between them, and codes for what is locked.
	keyLinks  = `de d di do da of du von`
	codeNouns = `code codigo código codice kode kod код`
	codeKinds = `access door gate alarm lock lockbox unlock entry zugangs zugriffs acceso acces accès acesso accesso доступа`

	// passRules are the last words of names that say what holds of a password.
	passRules = `length strength policy hint reset expiry expires rule requirement link url count attempt history age changed updated created at`

	// passHeads are the words for a password behind which stands what it is for.
	passHeads = `password passwd senha contraseña contrasena motdepasse passwort kennwort wachtwoord lösenord losenord adgangskode hasło haslo parola şifre пароль 密码 パスワード`
)
