package redact

// entry is a line of the lexicon: the class of values at members with certain names,
// and what such values look like.
type entry struct {
	what  What
	holds func(string) bool // reports whether a value is replaced
	live  func(string) bool // the same, if only secrets are replaced; nil for personal data
	each  bool              // each word identifies a person, wherever it occurs
	nums  bool              // numbers count too
	names string            // words of a name are joined
}

// lexicon lists names of members that tell what their values are. A name is looked up
// by its last four words, then by three, two and one. The longest name that is listed
// counts, and of its lines the first whose form the value has. A line without a class
// says that the values are not sensitive.
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
	{what: Secret, holds: isAfterScheme, live: isAfterScheme, names: `authorization`},
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

	{what: Phone, holds: isBarePhone, nums: true, names: `from to sender recipient originator caller callee called fromnumber tonumber
		callerid receiver destination dest src dst contact`},
	{what: Phone, holds: isPhoneLike, nums: true, names: `
		phone telephone tel mob mobile cell cellphone fax whatsapp waid msisdn phonenumber mobilenumber faxnumber cellnumber
		telephonenumber telnumber contactnumber whatsappnumber phoneno mobilephone homephone workphone
		telefon telefono teléfono telefone telefoon téléphone handy handynummer mobil mobilnummer telefonnummer movil móvil celular
		portable cellulare komorka komórka телефон мобильный 电话 電話 手机 手機 手机号 手機號 电话号码 手机号码 電話番号 携帯 전화 전화번호 휴대폰`},

	{what: Card, holds: isCardLike, nums: true, names: `
		card cardnumber ccnumber ccnum creditcard creditcardnumber debitcard debitcardnumber last4 lastfour lastdigits lastfourdigits pan
		kartennummer kreditkarte tarjeta numerocarte 卡号 卡號`},
	{what: Account, holds: isAccountLike, nums: true, names: `
		iban bic swift swiftcode accountnumber bankaccount bankaccountnumber routingnumber sortcode ibannumber bankcode
		kontonummer konto blz rekeningnummer numerocompte bankaccountid 银行账号 银行卡号 口座番号`},
	{what: Account, holds: isLongNumber, names: `account routing`},
	{what: Identity, holds: isIdentityLike, nums: true, names: `
		ssn itin nin imei imsi taxpayerid taxid taxnumber vat vatid vatnumber passport passportnumber nationalid idcard idcardnumber idnumber identitynumber
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
