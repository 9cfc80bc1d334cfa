package figure

// lastOrNext reads « dernier », « prochain » after a day, month or year.
func (r *reader) lastOrNext(i int) (int, string) {
	switch r.word(i) {
	case "dernier", "dernière", "passé", "passée":
		return i + 1, "last"
	case "précédent", "précédente":
		return i + 1, "previous"
	case "suivant", "suivante":
		return i + 1, "following"
	case "prochain", "prochaine":
		return i + 1, "next"
	}
	return i, ""
}

var periods = map[string]string{
	"semaine": "week", "mois": "month", "an": "year", "année": "year", "week": "week", "month": "month", "year": "year",
	"matin": "morning", "soir": "evening", "nuit": "night", "morning": "morning", "evening": "evening", "night": "night", "siècle": "century",
	"week-end": "weekend", "weekend": "weekend", "été": "summer", "summer": "summer", "hiver": "winter", "winter": "winter",
	"printemps": "spring", "spring": "spring", "automne": "autumn", "autumn": "autumn", "trimestre": "quarter", "quarter": "quarter",
}

// relative reads days that are told from today: « hier », « la semaine
// dernière », "next month", "this year".
func (r *reader) relative(i int) (Date, int, bool) {
	switch r.word(i) {
	case "aujourd":
		if r.word(i+1) == "hui" {
			return Date{Relative: "today"}, i + 2, true
		}
	case "today":
		return Date{Relative: "today"}, i + 1, true
	case "hier", "yesterday":
		if r.isMark(i-1, "-") && r.word(i-2) == "avant" {
			return Date{}, 0, false
		}
		return Date{Relative: "yesterday"}, i + 1, true
	case "demain", "tomorrow":
		return Date{Relative: "tomorrow"}, i + 1, true
	case "avant":
		if r.isMark(i+1, "-") && r.word(i+2) == "hier" {
			return Date{Relative: "day-2"}, i + 3, true
		}
	case "last":
		return r.shifted(i, "-1")
	case "previous", "following":
		return r.shifted(i, " "+r.word(i))
	case "next":
		return r.shifted(i, "+1")
	case "this", "ce", "cet", "cette":
		if w := r.word(i + 1); w == "semaine" || w == "week" || w == "année" || w == "year" || w == "month" || w == "mois" {
			return r.shifted(i, "")
		}
	}
	if p := periods[r.word(i)]; p != "" && !r.english {
		if after, rel := r.lastOrNext(i + 1); rel != "" {
			return Date{Relative: p + shifts[rel]}, after, true
		}
	}
	return Date{}, 0, false
}

// shifts write how far away a period is.
var shifts = map[string]string{"last": "-1", "next": "+1", "previous": " previous", "following": " following"}

func (r *reader) shifted(i int, by string) (Date, int, bool) {
	if d := weekdays[r.word(i+1)]; d > 0 && r.english {
		return Date{Weekday: d, Relative: named(by)}, i + 2, true
	}
	if m, next, ok := r.month(i + 1); ok && r.english {
		return Date{Month: m, Relative: named(by)}, next, true
	}
	p := periods[r.word(i+1)]
	if p == "" || by == "" && p == "century" {
		return Date{}, 0, false
	}
	return Date{Relative: p + by}, i + 2, true
}

// named is how a weekday or month is told from today.
func named(by string) string {
	for name, shift := range shifts {
		if shift == by {
			return name
		}
	}
	return ""
}
