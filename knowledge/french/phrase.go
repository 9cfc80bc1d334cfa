package french

import "strings"

// namedBeforeComma tells whether a name stands between word i and the next
// comma, and no verb in the infinitive: « pour Mme Martin, … ».
func (s *spoken) namedBeforeComma(i int) bool {
	named := false
	for j := i; j < len(s.words) && j < i+9; j++ {
		if j == i && len(s.word(j)) > 4 && (s.word(j)[len(s.word(j))-2:] == "er" || s.word(j)[len(s.word(j))-2:] == "ir") {
			return false
		}
		named = named || capital(s.text, s.words[j])
		if j+1 < len(s.words) && s.text[s.words[j].End:s.words[j+1].Start] == ", " {
			return named
		}
	}
	return false
}

// phraseEnd is where the noun phrase that begins with word i ends: at a mark
// other than an apostrophe or hyphen, or before a verb or conjunction.
func (s *spoken) phraseEnd(i int, functions bool) int {
	if i >= len(s.words) {
		return len(s.text)
	}
	extended := false
	for j := i; j < len(s.words); j++ {
		if j > i {
			for _, r := range s.text[s.words[j-1].End:s.words[j].Start] {
				switch r {
				case ',':
					if s.figureAt(j) {
						continue
					}
					if !extended && s.appositive(j, functions) {
						extended = true
						continue
					}
					return s.words[j-1].End
				case ';', ':', '.', '«', '»', '(', ')', '–', '—', '“', '”', '"':
					if r == '.' && j-1 >= i && titles[s.word(j-1)] {
						continue
					}
					return s.words[j-1].End
				}
			}
			if s.word(j) == "apres" && s.word(j-1) != "d" {
				return s.words[j-1].End
			}
			switch s.word(j) {
			case "qui", "que", "qu", "dont", "lors", "dans", "sur", "a", "ont", "est", "sont", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
				"samedi", "dimanche", "devant", "citant", "cite", "citee", "mais", "alors", "pour", "aupres", "avait", "etait", "serait", "aurait", "auraient", "ayant", "avant", "interroge", "interrogee", "mis", "mise":
				if s.word(j) == "a" && s.portfolio(j) {
					continue
				}
				return s.words[j-1].End
			}
		}
	}
	return s.words[len(s.words)-1].End
}

// portfolio tells whether word j is « à » before what an office or a minister
// is for: « le secrétariat d'Etat à l'économie ».
func (s *spoken) portfolio(j int) bool {
	if s.text[s.words[j].Start:s.words[j].End] != "à" {
		return false
	}
	next := s.word(j + 1)
	if next == "l" || next == "la" {
		next = s.word(j + 2)
	}
	return portfolios[next]
}

var portfolios = set("economie sante environnement culture education energie mer formation migration securite recherche jeunesse famille egalite integration consommation defense")

// appositive tells whether the words from j on, after a comma, say more about
// the one just named: a name, a function.
func (s *spoken) appositive(j int, functions bool) bool {
	w := s.word(j)
	if functions {
		switch w {
		case "le", "la", "les", "l", "un", "une", "porte", "directeur", "directrice", "president", "presidente", "chef", "ministre", "responsable", "professeur":
			return true
		}
	}
	return capital(s.text, s.words[j]) && (!plainOpeners[w] || titles[w] && j+1 < len(s.words) && capital(s.text, s.words[j+1]))
}

// figureAt tells whether the mark before word j stands inside a figure: « 6,5 ».
func (s *spoken) figureAt(j int) bool {
	end, start := s.words[j-1].End, s.words[j].Start
	return start-end == 1 && digit(s.text[end-1]) && digit(s.text[start])
}

// saidEnd is where what is said after the verb at word i ends: the end of the
// text, or a comma after which the sentence tells more of the speaker (« , sans
// confirmer », « , évoquant »).
func (s *spoken) saidEnd(i int) int {
	for j := i + 2; j < len(s.words); j++ {
		if s.text[s.words[j-1].End] != ',' {
			continue
		}
		w := s.word(j)
		if next := s.word(j + 1); w == "mais" && next != "que" && next != "qu" || (w == "alors" || w == "tandis") && (next == "que" || next == "qu") {
			return s.words[j-1].End
		}
		if w == "sans" || len(w) > 5 && w[len(w)-3:] == "ant" && w != "pendant" && w != "durant" && w != "autant" && w != "devant" && w != "avant" && w != "cependant" {
			return s.words[j-1].End
		}
	}
	return len(s.text)
}

func (s *spoken) isHyphenPronoun(i int) bool {
	if i+1 >= len(s.words) || s.text[s.words[i].End:s.words[i+1].Start] != "-" {
		return false
	}
	switch s.word(i + 1) {
	case "il", "elle", "ils", "elles", "on", "t":
		return true
	}
	return false
}

func (s *spoken) afterComma(i int) bool {
	if i == 0 {
		return false
	}
	for _, r := range s.text[s.words[i-1].End:s.words[i].Start] {
		if r == ',' || r == '»' || r == '”' {
			return true
		}
	}
	return false
}

// afterQuote tells whether a quotation ends right before word i.
func (s *spoken) afterQuote(i int) bool {
	if i == 0 {
		return false
	}
	for _, r := range s.text[s.words[i-1].End:s.words[i].Start] {
		if r == '»' || r == '”' || r == '"' {
			return true
		}
	}
	return false
}

func (s *spoken) colon(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	for _, r := range s.text[s.words[i].End:s.words[i+1].Start] {
		if r == ':' {
			return true
		}
	}
	return false
}

// markAfter tells whether a colon or a quotation follows word i at once.
func (s *spoken) markAfter(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	for _, r := range s.text[s.words[i].End:s.words[i+1].Start] {
		if r == ':' || r == '«' || r == '“' || r == '"' {
			return true
		}
	}
	return false
}

func quoteAfter(quotes []Quotation, at int) bool {
	for _, q := range quotes {
		if q.Start >= at {
			return true
		}
	}
	return false
}

// skipTime steps over what stands between a verb and its subject: days, adverbs.
func (s *spoken) skipTime(i int) int {
	for ; i < len(s.words); i++ {
		switch w := s.word(i); w {
		case "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "matin", "soir", "apres", "midi", "aujourd", "hui",
			"mercredi-soir", "encore", "egalement", "aussi", "notamment", "de", "son", "cote", "pour", "sa", "part", "ainsi", "ensuite", "a", "l":
			if w == "l" || w == "a" || w == "de" || w == "son" || w == "sa" || w == "pour" {
				n := s.word(i + 1)
				if w == "a" && s.word(i+2) != "issue" {
					return s.skipPhrase(i)
				}
				if !(w == "de" && n == "son" || w == "son" && n == "cote" || w == "pour" && n == "sa" || w == "sa" && n == "part") {
					return i
				}
			}
			continue
		case "au", "aux", "devant", "dans", "sur":
			return s.skipPhrase(i)
		}
		return i
	}
	return i
}

// skipPhrase steps over « à l'AFP », « dans un communiqué » where the subject
// with its article follows.
func (s *spoken) skipPhrase(i int) int {
	j := i + 1
	switch s.word(j) {
	case "le", "la", "les", "l", "un", "une":
		j++
	}
	for j++; j < len(s.words) && j < i+7; j++ {
		for _, r := range s.text[s.words[j-1].End:s.words[j].Start] {
			if r == ',' || r == '.' || r == '«' {
				return i
			}
		}
		switch s.word(j) {
		case "le", "la", "les", "l", "un", "une", "son", "sa", "leur":
			if w := s.word(j - 1); w != "de" && w != "a" && w != "et" && w != "d" {
				return j
			}
		}
	}
	return i
}

// clauseStart is the first word of the clause that word i stands in: after a
// colon, a semicolon, a quotation, or a comma with a conjunction.
func (s *spoken) clauseStart(i int) int {
	for k := i; k > 0; k-- {
		for _, r := range s.text[s.words[k-1].End:s.words[k].Start] {
			switch r {
			case ';', ':', '«', '»':
				return k
			case ',':
				switch s.word(k) {
				case "mais", "et", "car", "or", "puis":
					if k < i {
						return k + 1
					}
				case "tandis", "alors":
					if k+1 < i {
						return k + 2
					}
				}
			}
		}
	}
	return 0
}

// subjectAt tells whether word i may begin the subject of a verb before it.
func (s *spoken) subjectAt(i int) bool {
	switch s.word(i) {
	case "le", "la", "les", "l", "un", "une", "des", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces", "notre", "nos", "mon", "ma", "m", "mme",
		"plusieurs", "certains", "certaines", "deux", "trois", "quelques", "celui", "celle", "de", "d", "du", "chacun", "aucun", "personne", "me":
		return true
	case "n", "ne", "avoir", "etre", "que", "qu", "vouloir", "pouvoir", "devoir":
		return false
	}
	return capital(s.text, s.words[i])
}

// apposed tells whether what stands before word i, which follows a comma, is
// its subject with an apposition, « Luc Morel, maire de Nyon, », and no clause
// that somebody says.
func (s *spoken) apposed(i int) bool {
	commas := 0
	for k := 0; k < i; k++ {
		if w := s.word(k); clausal[w] && s.text[s.words[k].Start:s.words[k].End] != "à" || len(w) > 4 && future(w) {
			return false
		}
		for _, r := range s.text[s.words[k].End:s.words[k+1].Start] {
			switch r {
			case ',':
				commas++
			case '«', '»', ':', ';', '"':
				return false
			}
		}
	}
	return commas >= 2
}

// clausal are words that only a clause with a verb of its own has.
var clausal = set(`a ont est sont avait avaient etait etaient sera seront va vont fait font peut peuvent doit doivent reste restent ne n il elle ils elles
on nous vous je se s vient viennent met mettent prend prennent faut`)

// future tells whether a folded word ends as verbs do in the future, the
// conditional or the imperfect.
func future(w string) bool {
	for _, end := range []string{"era", "ira", "eront", "iront", "ait", "aient", "dra", "dront"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
