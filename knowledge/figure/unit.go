package figure

type unit struct {
	name string
	kind Kind
}

// symbols are the marks of currencies.
var symbols = map[string]string{"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}

var codes = map[string]string{
	"chf": "CHF", "eur": "EUR", "usd": "USD", "gbp": "GBP", "jpy": "JPY", "cad": "CAD", "aud": "AUD", "cny": "CNY", "fr": "CHF",
	"frs": "CHF", "rub": "RUB",
}

func table(kind Kind, pairs ...string) map[string]unit {
	out := map[string]unit{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = unit{pairs[i+1], kind}
	}
	return out
}

// money and measures name units in both languages; no word means two things.
var money = table(Money,
	"euro", "EUR", "euros", "EUR", "dollar", "USD", "dollars", "USD", "franc", "CHF", "francs", "CHF", "yen", "JPY", "yens", "JPY",
	"yuan", "CNY", "yuans", "CNY", "rouble", "RUB", "roubles", "RUB", "ruble", "RUB", "rubles", "RUB", "pound", "pound", "pounds", "pound",
	"livre", "pound", "livres", "pound", "sterling", "GBP", "couronne", "crown", "couronnes", "crown", "crown", "crown", "crowns", "crown",
	"kronor", "crown", "kroner", "crown", "roupies", "rupee", "lira", "lira", "liras", "lira", "shekels", "shekel", "shekel", "shekel", "réaux", "real", "reais", "real", "zlotys", "zloty", "forints", "forint", "nairas", "naira", "naira", "naira", "rupees", "rupee", "centime", "centime", "centimes", "centime",
	"cents", "centime", "peso", "peso", "pesos", "peso", "dirhams", "dirham", "hryvnias", "UAH", "won", "KRW", "wons", "KRW",
)

var measures = table(Measure,
	"km", "km", "kilomètre", "km", "kilomètres", "km", "kilometre", "km", "kilometres", "km", "kilometer", "km", "kilometers", "km",
	"m", "m", "mètre", "m", "mètres", "m", "metre", "m", "metres", "m", "meter", "m", "meters", "m",
	"cm", "cm", "centimètre", "cm", "centimètres", "cm", "centimetre", "cm", "centimetres", "cm", "centimeter", "cm", "centimeters", "cm",
	"mm", "mm", "millimètres", "mm", "millimetres", "mm", "millimeters", "mm", "mile", "mile", "miles", "mile",
	"pieds", "foot", "feet", "foot", "foot", "foot", "pouces", "inch", "inches", "inch",
	"ha", "ha", "hectare", "ha", "hectares", "ha", "acre", "acre", "acres", "acre",
	"kg", "kg", "kilo", "kg", "kilos", "kg", "kilogramme", "kg", "kilogrammes", "kg", "kilogram", "kg", "kilograms", "kg",
	"g", "g", "gramme", "g", "grammes", "g", "gram", "g", "grams", "g", "tonne", "t", "tonnes", "t", "ton", "t", "tons", "t", "t", "t",
	"l", "l", "litre", "l", "litres", "l", "liter", "l", "liters", "l", "baril", "barrel", "barils", "barrel", "barrel", "barrel", "barrels", "barrel",
	"kwh", "kWh", "mwh", "MWh", "gwh", "GWh", "twh", "TWh", "kw", "kW", "mw", "MW", "gw", "GW", "mégawatt", "MW", "mégawatts", "MW",
	"megawatt", "MW", "megawatts", "MW", "gigawatts", "GW", "gigawatt", "GW", "kilowatts", "kW", "watts", "W",
	"térawattheures", "TWh", "gigawattheures", "GWh", "mégawattheures", "MWh", "kilowattheures", "kWh",
	"an", "year", "ans", "year", "année", "year", "années", "year", "year", "year", "years", "year",
	"mois", "month", "month", "month", "months", "month", "semaine", "week", "semaines", "week", "week", "week", "weeks", "week",
	"jour", "day", "jours", "day", "journées", "day", "day", "day", "days", "day",
	"heure", "hour", "heures", "hour", "hour", "hour", "hours", "hour", "h", "hour",
	"minute", "minute", "minutes", "minute", "min", "minute", "mn", "minute", "seconde", "second", "secondes", "second", "second", "second", "seconds", "second",
	"siècle", "century", "siècles", "century", "century", "century", "centuries", "century", "décennie", "decade", "décennies", "decade",
	"decade", "decade", "decades", "decade",
	"degré", "degree", "degrés", "degree", "degree", "degree", "degrees", "degree", "point", "point", "points", "point",
	"kph", "km/h", "mph", "mph",
	"décibels", "dB", "decibels", "dB", "hectopascals", "hPa", "octets", "byte", "mégapixels", "Mpx",
)

// frenchOnly and englishOnly are words that are units in one language alone.
var notFrench = map[string]bool{"second": true, "pound": true, "pounds": true, "day": true, "won": true, "foot": true, "cents": true}
var notEnglish = map[string]bool{"an": true, "pieds": true, "mois": true, "jour": true, "point": true, "t": true, "l": true, "g": true, "fr": true}

func (r *reader) currencyWord(i int) bool {
	_, ok := money[r.word(i)]
	return ok || r.word(i) == "us"
}

// currencyBefore reads a currency that stands before its amount: "$", "US$", "CHF".
func (r *reader) currencyBefore(i int) (int, string) {
	w := r.word(i)
	if w == "us" && r.isMark(i+1, "$") {
		return i + 2, "USD"
	}
	if s := symbols[w]; s != "" && i+1 < len(r.tokens) && r.tokens[i+1].kind == number {
		return i + 1, s
	}
	if c := codes[w]; c != "" && i+1 < len(r.tokens) && r.tokens[i+1].kind == number && (r.tokens[i].upper) {
		return i + 1, c
	}
	return i, ""
}

// unit reads the unit that begins with token i; following says that a number
// stands right before it.
func (r *reader) unit(i int, following bool) (unit, int, bool) {
	w := r.word(i)
	if w == "" {
		return unit{}, 0, false
	}
	next := r.word(i + 1)
	switch {
	case w == "%":
		return unit{"%", Percent}, i + 1, true
	case w == "pour" && next == "cent", w == "per" && next == "cent":
		return unit{"%", Percent}, i + 2, true
	case w == "percent" || w == "percentage" && next != "points" && next != "point":
		return unit{"%", Percent}, i + 1, r.english
	case w == "basis" && (next == "points" || next == "point"):
		return unit{"basis point", Measure}, i + 2, true
	case w == "percentage":
		return unit{"point", Measure}, i + 2, true
	case w == "°":
		if next == "c" {
			i++
		}
		return unit{"degree", Measure}, i + 1, true
	case (w == "square" || w == "sq" || w == "cubic") && r.english:
		if next == "." {
			i, next = i+1, r.word(i+2)
		}
		if u, ok := measures[next]; ok {
			power := "2"
			if w == "cubic" {
				power = "3"
			}
			return unit{u.name + power, Measure}, i + 2, true
		}
		return unit{}, 0, false
	case w == "us" && (next == "dollars" || next == "dollar"), w == "swiss" && next == "francs":
		return money[next], i + 2, true
	}
	if u, ok := money[next]; ok && r.english && following && r.tokens[i].upper && r.tokens[i].kind == word {
		if m := map[string]string{"canadian": "CAD", "australian": "AUD"}[w]; m != "" && u.name == "USD" {
			u.name = m
		}
		return u, i + 2, true // "300 Norwegian crowns"
	}
	if s := symbols[w]; s != "" {
		return unit{s, Money}, i + 1, following
	}
	if c := codes[w]; c != "" && r.tokens[i].upper {
		return unit{c, Money}, i + 1, following
	}
	if r.english && notEnglish[w] || !r.english && notFrench[w] {
		return unit{}, 0, false
	}
	if u, ok := money[w]; ok {
		return r.nationalMoney(u, i)
	}
	if u, ok := measures[w]; ok {
		return r.compound(u, i)
	}
	return unit{}, 0, false
}

// nationalMoney reads « francs suisses », « dollars américains », "pounds sterling".
func (r *reader) nationalMoney(u unit, i int) (unit, int, bool) {
	switch next := r.word(i + 1); {
	case next == "sterling" && u.name == "pound":
		return unit{"GBP", Money}, i + 2, true
	case u.name == "USD" && (next == "américains" || next == "américain"), u.name == "CHF" && (next == "suisses" || next == "suisse"):
		return u, i + 2, true
	case u.name == "USD" && (next == "canadiens" || next == "canadien"):
		return unit{"CAD", Money}, i + 2, true
	case u.name == "USD" && next == "australiens":
		return unit{"AUD", Money}, i + 2, true
	}
	return u, i + 1, true
}

// compound reads what follows a unit and makes another: « km2 », « mètres
// cubes », « km/h », « points de pourcentage ».
func (r *reader) compound(u unit, i int) (unit, int, bool) {
	next := r.word(i + 1)
	length := u.name == "km" || u.name == "m" || u.name == "cm" || u.name == "mm"
	switch {
	case length && i+1 < len(r.tokens) && !r.tokens[i+1].gap && r.tokens[i+1].kind == number:
		if n, _ := r.digits(i + 1); n == 2 || n == 3 {
			return unit{u.name + string(rune('0'+n)), Measure}, i + 2, true
		}
	case length && (next == "²" || next == "carrés" || next == "carré"):
		return unit{u.name + "2", Measure}, i + 2, true
	case length && (next == "³" || next == "cubes" || next == "cube"):
		return unit{u.name + "3", Measure}, i + 2, true
	case u.name == "km" && next == "/" && r.word(i+2) == "h", u.name == "km" && next == "par" && r.word(i+2) == "heure",
		u.name == "km" && (next == "per" || next == "an") && r.word(i+2) == "hour":
		return unit{"km/h", Measure}, i + 3, true
	case u.name == "km" && next == "à" && r.word(i+2) == "le" && r.word(i+3) == "heure":
		return unit{"km/h", Measure}, i + 4, true
	case u.name == "km" && next == "h" && !r.tokens[i+1].gap:
		return unit{"km/h", Measure}, i + 2, true
	case u.name == "point" && next == "de" && r.word(i+2) == "pourcentage":
		return u, i + 3, true
	case u.name == "point" && next == "de" && r.word(i+2) == "base":
		return unit{"basis point", Measure}, i + 3, true
	case u.name == "degree" && (next == "celsius" || next == "centigrades"):
		return u, i + 2, true
	}
	return u, i + 1, true
}
