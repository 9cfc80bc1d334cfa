package proof

import (
	"slices"
	"strings"

	"verbatim/knowledge/lexicon"
)

// regions are names of parts of the world and heavenly bodies with the adjectives
// of both languages, as beginnings of folded words.
var regions = index([][]string{
	{"asia asie asiat"}, {"africa afric afriq"}, {"europe"}, {"america ameriq americain"}, {"oceania oceani"}, {"moon. lune. lunair lunar"},
	{"mars. martian martien"}, {"arctic arctiq"}, {"antarctic antarctiq"}, {"alps. alpes. alpin alpine"}, {"balkan"}, {"mediterran"}, {"caribbean caraib"}, {"pacific. pacifiq"},
	{"atlantic. atlantiq"}, {"himalaya"}, {"sahel"}, {"caucas"}, {"baltic balt baltiq"}, {"scandinav"}, {"latin. latino"}, {"swiss. switzerland suisse. suisses. suissesse suissesses helveti"},
	{"cape. verde. verdean cap-vert capverdien"}, {"pyrene"}, {"andes. andean andin"}, {"sahara saharien"}, {"papacy vatican holy. papal papaute pontif"},
	{"christmas noel"}, {"easter paques pascal"},
})

// landFor is the sentence's word that names the same part of the world as a word
// of the claim, in another form; -1 for none.
func (p *pair) landFor(w *word) int {
	mine := -1
	regions.of(w.fold, func(row, _ int) { mine = row })
	if mine < 0 {
		return -1
	}
	for j := range p.sentence.words {
		if s := &p.sentence.words[j]; !s.figure && regions.in(mine, s.fold) > 0 {
			return j
		}
	}
	return -1
}

// landAdded tells whether word k only says of which country a body or person is
// that the sentence names without one: "France's markets regulator", "French
// rail operator SNCF". An article's own country is seldom said.
func (p *pair) landAdded(k int) bool {
	w := &p.claim.words[k]
	if _, ok := lexicon.Country(p.claim.raw(w)); !ok && country(w) == "" {
		return false
	}
	for i := range p.sentence.words {
		s := &p.sentence.words[i]
		if country(s) != "" || capitals[s.fold] != "" || s.fold != "europe" && !s.light && regions.has(s.fold) {
			return false
		}
		if s.light || len(s.fold) < 4 {
			continue
		}
		if _, other := lexicon.Country(p.sentence.raw(s)); other {
			return false
		}
	}
	last := k
	for last+1 < len(p.claim.words) && country(&p.claim.words[last+1]) != "" && country(&p.claim.words[last+1]) == country(w) {
		last++ // "South African"
	}
	next := last + 1
	if p.claim.english {
		if p.claim.fold(next) == "s" {
			next++
		} else if strings.EqualFold(p.claim.raw(w), landName(w)) {
			return false
		}
		return next < len(p.claim.words) && p.claim.words[next].clause == w.clause && !p.claim.words[next].light && !p.claim.words[next].figure
	}
	return k > 0 && !p.claim.words[k-1].light && !capital(p.claim.raw(w))
}

// landName is a word where it ends as adjectives of countries do not, which so
// is the name of a country itself.
func landName(w *word) string {
	for _, end := range [...]string{"an", "ian", "ese", "ish", "ch", "i", "ss", "ic", "ek"} {
		if strings.HasSuffix(w.fold, end) && w.fold != "iran" && w.fold != "japan" && w.fold != "sudan" {
			return ""
		}
	}
	return w.fold
}

// capitalNear tells whether a word is a capital of a country that the sentence
// names by itself or by another word for its government, or the other way round,
// without a reason to take it for the government: « une aide destinée à Kiev ».
func (p *pair) capitalNear(k int) bool {
	w := &p.claim.words[k]
	code := capitals[w.fold]
	if code == "" {
		code, _ = lexicon.Country(strings.ToUpper(w.fold[:1]) + w.fold[1:])
	}
	if code == "" {
		return false
	}
	found := len(p.index["@"+code]) > 0
	for i := range p.sentence.words {
		s := &p.sentence.words[i]
		if capitals[s.fold] == code && !p.sentence.afterPlace(i) {
			found = true
		} else if s.name && p.claim.afterPlace(k) && p.sentence.afterPlace(i) && country(s) != "@"+code && !p.takes(i) {
			return false // « à Stockholm » is not "in Oslo"
		}
	}
	return found
}

// capitals are cities that stand for the government of their country.
var capitals = pairs(`moscow RU moscou RU kremlin RU washington US beijing CN pekin CN pyongyang KP seoul KR tokyo JP kyiv UA kiev UA london GB
londres GB paris FR berlin DE rome IT madrid ES tehran IR teheran IR jerusalem IL ankara TR cairo EG warsaw PL varsovie PL bern CH berne CH
brussels BE bruxelles BE riyadh SA riyad SA damascus SY damas SY baghdad IQ bagdad IQ kabul AF kaboul AF caracas VE havana CU islamabad PK delhi IN
nairobi KE abuja NG kinshasa CD dakar SN bamako ML niamey NE ouagadougou BF alger DZ algiers DZ tunis TN rabat MA tripoli LY khartoum SD
addis-abeba ET pretoria ZA luanda AO kigali RW kampala UG harare ZW brasilia BR santiago CL lima PE bogota CO quito EC havane CU amman JO beyrouth LB beirut LB doha QA sanaa YE
bangkok TH manille PH manila PH jakarta ID dacca BD dhaka BD katmandou NP kathmandu NP stockholm SE oslo NO copenhague DK copenhagen DK helsinki FI dublin IE lisbonne PT lisbon PT
prague CZ bratislava SK bucarest RO bucharest RO sofia BG zagreb HR sarajevo BA tirana AL skopje MK riga LV vilnius LT tallinn EE tbilissi GE tbilisi GE erevan AM yerevan AM
bakou AZ baku AZ chisinau MD amsterdam NL reykjavik IS wellington NZ maison-blanche US pentagone US quirinal IT bundestag DE zarzuela ES quai-d'orsay FR
elysee FR matignon FR bercy FR hexagone FR downing GB helvetie CH westminster GB confederation CH vienna AT vienne AT athens GR athenes GR belgrade RS minsk BY budapest HU ottawa CA canberra AU taipei TW hanoi VN`)

func pairs(list string) map[string]string {
	out, fields := map[string]string{}, strings.Fields(list)
	for i := 0; i+1 < len(fields); i += 2 {
		out[fields[i]] = fields[i+1]
	}
	return out
}

// federal says that a Swiss body is the country's.
var federal = set("federal federale federaux federales confederation")

var brussels = set("bruxelles")

// unionKey tells whether a word means the European Union.
func unionKey(w *word) bool {
	return slices.Contains(w.keys, aliases["ue"][0].key)
}

// union says that a body is the European Union's.
var union = set("ue europeen europeenne europeens europeennes vingt-sept commission")

// capitalOf tells whether a word is the capital of a country that the
// sentence names, or a country whose capital it names.
func (p *pair) capitalOf(k int) bool {
	w := &p.claim.words[k]
	switch p.claim.fold(k - 1) {
	case "in", "at", "near", "from", "a", "pres", "vers", "outside":
		return false
	}
	if code := capitals[w.fold]; code != "" && (len(p.index["@"+code]) > 0 || code == "CH" && p.sentence.has(federal) || code == "BE" && p.sentence.has(union)) {
		return true
	}
	if unionKey(w) && p.sentence.has(brussels) {
		return true
	}
	if code, ok := lexicon.Country(p.claim.raw(w)); ok {
		return p.otherCapital(code)
	}
	if code := capitals[w.fold]; code != "" {
		return p.otherCapital(code)
	}
	return false
}

// otherCapital tells whether the sentence has a word that stands for the
// government of a country: « le Kremlin » for "Moscow".
func (p *pair) otherCapital(code string) bool {
	for i := range p.sentence.words {
		f := p.sentence.fold(i)
		if p.sentence.afterPlace(i) {
			continue // it is where something is
		}
		if capitals[f] == code || code == "US" && f == "blanche" && p.sentence.fold(i-1) == "maison" {
			return true
		}
	}
	return false
}
