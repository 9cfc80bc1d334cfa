package index

import "strings"

// futureWords say in English and in French that something is to come.
var (
	englishFuture = wordsOf(`will shall won upcoming`, 1)
	frenchFuture  = wordsOf(`va vont doit doivent prevu prevue prevus prevues attendu attendue attendus attendues prochain prochaine prochains
		prochaines bientot futur future compte comptent entend entendent envisage envisagent espere esperent promet promettent
		souhaite souhaitent projet projets objectif horizon fixe repousse reporte`, 1)
)

// isFuture tells whether the question asks for what will be; word gives its n words.
func (q *question) isFuture(word func(i int) string, n int) bool {
	for i := range n {
		w := word(i)
		if q.english && englishFuture[w] != 0 {
			return true
		}
		if !q.english && (inFuture(w) || (w == "va" || w == "vont") && i+1 < n) {
			return true
		}
	}
	return false
}

// inFuture tells whether a folded word of French looks like a verb in the future.
func inFuture(w string) bool {
	if len(w) < 5 || classes[w]&(figure|month) != 0 {
		return w == "sera" || w == "aura" || w == "ira" || w == "fera"
	}
	switch w {
	case "camera", "opera", "agora", "tiara", "caldera", "sahara", "cholera", "afrique", "front":
		return false
	}
	return strings.HasSuffix(w, "era") || strings.HasSuffix(w, "ira") || strings.HasSuffix(w, "dra") || strings.HasSuffix(w, "vra") ||
		strings.HasSuffix(w, "rra") || strings.HasSuffix(w, "tra") || strings.HasSuffix(w, "eront") || strings.HasSuffix(w, "iront") ||
		strings.HasSuffix(w, "dront") || strings.HasSuffix(w, "vront") || strings.HasSuffix(w, "rront") || strings.HasSuffix(w, "tront")
}

// foretells tells whether sentence i says something of what will or may be.
func (s *search) foretells(i int) bool {
	for _, t := range s.x.tokensOf(i) {
		w := s.x.words.form[t.form].text
		if frenchFuture[w] != 0 || inFuture(w) || len(w) > 4 && (strings.HasSuffix(w, "rait") || strings.HasSuffix(w, "raient")) {
			return true
		}
	}
	return false
}

// findDeed finds the verb after « qui » and "who".
func (q *question) findDeed() {
	q.verb = -1
	if q.kind != asksWho || q.head >= 0 {
		return
	}
	for t := range q.terms {
		if q.terms[t].weigh {
			if !q.terms[t].name {
				q.verb = t
			}
			return
		}
	}
}
