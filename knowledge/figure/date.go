package figure

import "math/big"

var months = map[string]int{
	"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10,
	"novembre": 11, "décembre": 12, "janv": 1, "févr": 2, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}

var englishMonths = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]int{
	"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7,
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
	"lundis": 1, "mardis": 2, "mercredis": 3, "jeudis": 4, "vendredis": 5, "samedis": 6, "dimanches": 7,
}

// month reads the month of token i: English ones need their capital.
func (r *reader) month(i int) (int, int, bool) {
	w := r.word(i)
	m, ok := months[w], false
	if r.english {
		m, ok = englishMonths[w], true
		ok = ok && m > 0 && r.tokens[i].upper
	} else {
		ok = m > 0 && (len(w) > 4 || w == "mars" || w == "mai" || w == "juin" || w == "août" || r.isMark(i+1, ".") && r.numberBefore(i))
	}
	if !ok {
		return 0, 0, false
	}
	next := i + 1
	if len(w) <= 4 && r.isMark(next, ".") && next+1 < len(r.tokens) && r.tokens[next+1].kind == number {
		next++
	}
	return m, next, true
}

func (r *reader) numberBefore(i int) bool { return i > 0 && r.tokens[i-1].kind == number }

// year reads a year at token i.
func (r *reader) year(i int) (int, bool) {
	y, ok := r.digits(i)
	return y, ok && y >= 1000 && y <= 2199 && r.tokens[i].end-r.tokens[i].start == 4
}

// dayNumber reads the day of a month: « 27 », « 1er », "27th".
func (r *reader) dayNumber(i int) (int, int, bool) {
	d, ok := r.digits(i)
	if !ok || d < 1 || d > 31 {
		return 0, 0, false
	}
	next := i + 1
	if next < len(r.tokens) && !r.tokens[next].gap {
		switch r.word(next) {
		case "er", "st", "nd", "rd", "th":
			next++
		}
	}
	return d, next, true
}

// date reads a date of any completeness.
func (r *reader) date(i int) (Figure, int, bool) {
	if d, next, ok := r.numericDate(i); ok {
		return Figure{Kind: Day, Date: d}, next, true
	}
	if d, next, ok := r.relative(i); ok {
		return Figure{Kind: Day, Date: d}, next, true
	}
	var d Date
	at := i
	if n := weekdays[r.word(at)]; n > 0 && (!r.english || r.tokens[at].upper) {
		d.Weekday = n
		at++
		if after, rel := r.lastOrNext(at); rel != "" {
			d.Relative = rel
			at = after
		}
		rest := at
		if r.isMark(rest, ",") {
			rest++
		}
		if w := r.word(rest); w == "le" || w == "the" {
			rest++
		}
		if sub, next, ok := r.monthDate(rest); ok && (sub.Day > 0) {
			sub.Weekday = d.Weekday
			return Figure{Kind: Day, Date: sub}, next, true
		}
		return Figure{Kind: Day, Date: d}, at, true
	}
	if d, next, ok := r.parted(i); ok {
		return Figure{Kind: Day, Date: d}, next, true
	}
	if d, next, ok := r.monthDate(i); ok {
		return Figure{Kind: Day, Date: d}, next, true
	}
	if d, next, ok := r.era(i); ok {
		return Figure{Kind: Day, Date: d}, next, true
	}
	return Figure{}, 0, false
}

// monthDate reads a date that names its month, or a year alone.
func (r *reader) monthDate(i int) (Date, int, bool) {
	var d Date
	if day, next, ok := r.dayNumber(i); ok {
		of := next
		if r.word(of) == "of" {
			of++
		}
		if m, after, ok := r.month(of); ok {
			d.Day, d.Month = day, m
			return d.withYear(r, after)
		}
	}
	if m, next, ok := r.month(i); ok {
		d.Month = m
		if r.english {
			at := next
			if r.word(at) == "the" {
				at++
			}
			if day, after, ok := r.dayNumber(at); ok {
				d.Day = day
				return d.withYear(r, after)
			}
			if (r.word(i) == "may" || r.word(i) == "march") && !r.datePreposition(i-1) {
				if _, isYear := r.year(next); !isYear {
					return Date{}, 0, false
				}
			}
		}
		return d.withYear(r, next)
	}
	return Date{}, 0, false
}

func (r *reader) datePreposition(i int) bool {
	switch r.word(i) {
	case "in", "since", "of", "last", "until", "early", "late", "by", "this", "next", "and", "during", "before", "after", "from", "to", "mid", "-", "or":
		return true
	}
	return false
}

func (d Date) withYear(r *reader, next int) (Date, int, bool) {
	at := next
	if r.isMark(at, ",") || r.word(at) == "of" || r.word(at) == "de" {
		at++
	}
	if y, ok := r.year(at); ok {
		d.Year = y
		return d, at + 1, true
	}
	if after, rel := r.lastOrNext(next); rel != "" {
		d.Relative = rel
		return d, after, true
	}
	return d, next, true
}

// numericDate reads 2024-10, 2024-10-27, 27.10.2024 and 27/10/2024.
func (r *reader) numericDate(i int) (Date, int, bool) {
	if i+2 >= len(r.tokens) || r.tokens[i].kind != number {
		return Date{}, 0, false
	}
	separator := r.tokens[i+1].low
	if y, ok := r.year(i); ok && separator == "-" && !r.tokens[i+1].gap && !r.tokens[i+2].gap {
		m, ok := r.digits(i + 2)
		if !ok || m < 1 || m > 12 || r.tokens[i+2].end-r.tokens[i+2].start != 2 {
			return Date{}, 0, false
		}
		if d, ok := r.digits(i + 4); ok && r.isMark(i+3, "-") && d >= 1 && d <= 31 {
			return Date{Year: y, Month: m, Day: d}, i + 5, true
		}
		return Date{Year: y, Month: m}, i + 3, true
	}
	if y, ok := r.year(i + 4); ok && separator == "/" && r.isMark(i+3, "/") {
		a, ok1 := r.digits(i)
		b, ok2 := r.digits(i + 2)
		if ok1 && ok2 && b > 12 {
			a, b = b, a
		}
		if ok1 && ok2 && a >= 1 && a <= 31 && b >= 1 && b <= 12 {
			return Date{Year: y, Month: b, Day: a}, i + 5, true
		}
	}
	// 27.10.2024 is scanned as 27.10, a point and 2024
	if y, ok := r.year(i + 2); ok && r.isMark(i+1, ".") && !r.tokens[i+1].gap && !r.tokens[i+2].gap {
		t := r.text[r.tokens[i].start:r.tokens[i].end]
		var a, b int
		for k := 0; k < len(t); k++ {
			if t[k] == '.' {
				a, b = b, 0
				continue
			}
			b = b*10 + int(t[k]-'0')
			if b > 99 {
				return Date{}, 0, false
			}
		}
		if a >= 1 && a <= 31 && b >= 1 && b <= 12 {
			return Date{Year: y, Month: b, Day: a}, i + 3, true
		}
	}
	return Date{}, 0, false
}

// parted reads « début octobre », « à la mi-octobre », "the end of May", "late 2023".
func (r *reader) parted(i int) (Date, int, bool) {
	part, at := "", i+1
	switch r.word(i) {
	case "début", "beginning", "start":
		part = "early"
	case "fin", "end":
		part = "late"
	case "milieu", "middle":
		part = "mid"
	case "mi", "mid":
		part = "mid"
		if r.isMark(at, "-") {
			at++
		}
	case "early":
		part = "early"
	case "late":
		part = "late"
	default:
		return Date{}, 0, false
	}
	for skipped := 0; skipped < 4; skipped++ {
		switch r.word(at) {
		case "de", "du", "le", "la", "of", "the", "mois", "month", "année", "year", "in":
			at++
		}
	}
	if d, next, ok := r.monthDate(at); ok && d.Day == 0 {
		d.Part = part
		return d, next, true
	}
	if y, ok := r.year(at); ok {
		return Date{Year: y, Part: part}, at + 1, true
	}
	return Date{}, 0, false
}

// era reads years alone, decades and centuries.
func (r *reader) era(i int) (Date, int, bool) {
	if w := r.word(i); w == "années" && !r.english {
		if n, ok := r.digits(i + 1); ok {
			if n < 100 && n >= 20 {
				n += 1900
			}
			if n%10 == 0 && n >= 1000 && n < 2200 {
				return Date{Year: n, Decade: true}, i + 2, true
			}
		}
	}
	if y, ok := r.digits(i); ok && r.english && r.word(i+1) == "s" && !r.tokens[i+1].gap {
		if y < 100 && y >= 20 {
			y += 1900
		}
		if y%10 == 0 && y >= 1000 && y < 2200 {
			return Date{Year: y, Decade: true}, i + 2, true
		}
	}
	if n, next, ok := r.rank(i); ok {
		if r.isMark(next, "-") {
			next++
		}
		if w := r.word(next); w == "siècle" || w == "siècles" || w == "century" || w == "centuries" {
			return Date{Century: n}, next + 1, true
		}
	}
	if y, ok := r.year(i); ok {
		if y >= 1500 && !r.countsNoun(i) && !r.attached(i, i+1) {
			return Date{Year: y}, i + 1, true
		}
	}
	return Date{}, 0, false
}

// countsNoun tells whether a four-digit number without a separator is a count:
// a unit or, where no preposition of time stands before it, a noun follows.
func (r *reader) countsNoun(i int) bool {
	if _, _, ok := r.unit(i+1, true); ok {
		return true
	}
	if i > 0 && !r.tokens[i].gap && r.tokens[i-1].kind == mark && r.tokens[i-1].currency() {
		return true
	}
	switch r.word(i - 1) {
	case "en", "in", "depuis", "since", "de", "of", "dès", "by", "until", "année", "year", "d'ici", "ici", "fin", "début", "late", "early", "for", "pour", "avant", "après", "before", "after", "the", "le", "la", "(", "-":
		return false
	}
	if _, isScale := r.scale(r.word(i + 1)); isScale {
		return true
	}
	return r.beforeNoun(i+1) && i+1 < len(r.tokens) && r.word(i+1) != "and" && r.word(i+1) != "to" && r.word(i+1) != "in"
}

// clock reads times of day.
func (r *reader) clock(i int) (Figure, int, bool) {
	at := func(h, m, next int) (Figure, int, bool) {
		if h > 24 || m > 59 {
			return Figure{}, 0, false
		}
		return Figure{Kind: Clock, Value: big.NewRat(int64(h*60+m), 1)}, next, true
	}
	switch w := r.word(i); w {
	case "midi", "noon", "midday":
		return at(12, 0, i+1)
	case "minuit", "midnight":
		return at(0, 0, i+1)
	}
	if i >= len(r.tokens) || r.tokens[i].kind != number {
		return Figure{}, 0, false
	}
	h, whole := r.digits(i)
	next, minutes := i+1, 0
	if !whole { // "8.30 pm"
		return r.pointed(i)
	}
	if r.isMark(next, ":") && !r.tokens[next].gap {
		m, ok := r.digits(next + 1)
		if !ok || r.tokens[next+1].end-r.tokens[next+1].start != 2 || r.tokens[next+1].gap {
			return Figure{}, 0, false
		}
		minutes, next = m, next+2
		if half, after := r.meridiem(next); after > 0 {
			return at(h%12+half, minutes, after)
		}
		return at(h, minutes, next)
	}
	if half, after := r.meridiem(next); after > 0 && r.english {
		return at(h%12+half, 0, after)
	}
	if w := r.word(next); !r.english && (w == "h" || w == "heures" || w == "heure") {
		if m, ok := r.digits(next + 1); ok && m < 60 && (w == "h" || r.word(next+2) != "minutes") {
			return at(h, m, next+2)
		}
		switch r.word(i - 1) {
		case "à", "vers", "dès", "avant", "après", "depuis":
			return at(h, 0, next+1)
		}
	}
	return Figure{}, 0, false
}

func (r *reader) pointed(i int) (Figure, int, bool) {
	half, after := r.meridiem(i + 1)
	t := r.text[r.tokens[i].start:r.tokens[i].end]
	if after == 0 || !r.english || len(t) < 4 || len(t) > 5 || t[len(t)-3] != '.' {
		return Figure{}, 0, false
	}
	h := 0
	for k := 0; k < len(t)-3; k++ {
		h = h*10 + int(t[k]-'0')
	}
	m := int(t[len(t)-2]-'0')*10 + int(t[len(t)-1]-'0')
	return Figure{Kind: Clock, Value: big.NewRat(int64((h%12+half)*60+m), 1)}, after, true
}

// meridiem reads "am", "p.m.": the hours to add and the token after it, 0 for none.
func (r *reader) meridiem(i int) (int, int) {
	hours := func(s string) int {
		if s == "p" || s == "pm" {
			return 12
		}
		return 0
	}
	switch w := r.word(i); w {
	case "am", "pm":
		return hours(w), i + 1
	case "a", "p":
		if r.isMark(i+1, ".") && r.word(i+2) == "m" {
			if r.isMark(i+3, ".") {
				return hours(w), i + 4
			}
			return hours(w), i + 3
		}
	}
	return 0, 0
}
