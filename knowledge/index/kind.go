package index

// kind is what a question asks for.
type kind uint8

const (
	asksOther kind = iota
	asksWho
	asksWhen
	asksWhere
	asksQuantity
	asksWhy
	asksHow
	asksDefinition
	asksName
	asksWhich // quel + noun of no known kind
	asksWhat
	asksYesNo
	asksSpeaker
	kindCount = iota
)

// nounKinds tells what a noun after « quel » asks for.
var nounKinds = func() map[string]kind {
	all := map[string]kind{}
	for k, s := range map[kind]string{
		asksWhen: `annee annees date dates jour jours mois siecle siecles epoque moment periode heure an decennie ans
			occasion saison`,
		asksWhere: `pays ville villes lieu lieux endroit region regions continent departement etat etats ile iles quartier
			territoire capitale commune village province zone localisation adresse ocean mer fleuve`,
		asksWho: `personne personnes homme hommes femme femmes roi reine president auteur auteurs ecrivain acteur actrice
			realisateur joueur joueuse personnage personnages chanteur peintre architecte general ministre philosophe
			scientifique empereur pape fils pere mere frere artiste`,
		asksQuantity: `nombre quantite distance superficie taille population longueur hauteur poids age pourcentage proportion
			montant prix somme vitesse temperature duree part taux altitude surface cout budget profondeur largeur
			diametre chiffre effectif densite score frequence`,
		asksWhy:        `raison raisons cause causes motif motifs but objectif`,
		asksHow:        `maniere facon moyen moyens methode`,
		asksName:       `nom noms surnom prenom titre`,
		asksDefinition: `definition signification sens`,
	} {
		for w := range wordsOf(s, 0) {
			all[w] = k
		}
	}
	return all
}()

// classify finds what the question asks for, and takes the words that only ask
// out of those that are looked for.
func (q *question) classify() {
	q.kind = asksOther
	t := q.terms
	word := func(i int) string {
		if 0 <= i && i < len(t) {
			return t[i].folded
		}
		return ""
	}
	for i := range t {
		switch w := t[i].folded; w {
		case "quel", "quelle", "quels", "quelles", "lequel", "laquelle", "lesquels", "lesquelles":
			q.whichNoun(i)
			return
		case "quand":
			q.kind = asksWhen
			return
		case "combien":
			q.kind = asksQuantity
			q.focusAfter(i)
			return
		case "pourquoi":
			q.kind = asksWhy
			return
		case "comment":
			q.kind = asksHow
			for j := i + 1; j < i+5 && j < len(t); j++ {
				switch word(j) {
				case "appelle", "appellent", "appelait", "appele", "nomme", "nommait", "nomment", "appelaient", "appelee", "appelle-t":
					q.kind = asksName
					t[j].weigh = false
				}
			}
			return
		case "ou":
			if i == 0 || t[i].text == "où" || t[i].text == "Où" || i == 1 && (word(0) == "d" || word(0) == "par" || word(0) == "jusqu") {
				q.kind = asksWhere
				return
			}
		case "qui":
			q.kind = asksWho
			q.whoSays(i)
			if t := q.terms; i+2 < len(t) && t[i+1].class&copula != 0 && t[i+2].class&article != 0 {
				q.focusAfter(i + 2)
			}
			return
		case "quoi", "que", "qu":
			q.whatIs(i)
			return
		}
	}
	if len(t) > 0 {
		q.kind = asksYesNo
	}
}

// focusAfter makes the next word that says something alone the focus.
func (q *question) focusAfter(i int) {
	for j := i + 1; j < len(q.terms) && j < i+4; j++ {
		if q.terms[j].weigh {
			q.focus = j
			return
		}
	}
}

// whichNoun reads the noun after « quel » (at i), past « est », « sont » and an article.
func (q *question) whichNoun(i int) {
	q.kind = asksWhich
	past := false
	for j := i + 1; j < len(q.terms) && j < i+6; j++ {
		t := &q.terms[j]
		if t.class&function != 0 || t.class&copula != 0 {
			past = past || t.class&copula != 0
			continue
		}
		q.focus = j
		if k, ok := nounKinds[t.folded]; ok {
			q.kind = k
			if !past || k == asksName || k == asksWhy {
				t.weigh = false
			}
		}
		return
	}
}

// whoSays tells « qui a dit » and « selon qui » from other questions for a person.
func (q *question) whoSays(i int) {
	for j := max(0, i-1); j < i+4 && j < len(q.terms); j++ {
		if q.terms[j].class&speech != 0 {
			q.kind = asksSpeaker
		}
	}
}

// whatIs tells « qu'est-ce que X » and « c'est quoi X » from other questions with que or quoi (at i).
func (q *question) whatIs(i int) {
	q.kind = asksWhat
	content := 0
	for j := range q.terms {
		t := &q.terms[j]
		switch t.folded {
		case "signifie", "definition", "designe", "appelle", "represente":
			q.kind = asksDefinition
		}
		if t.weigh {
			content++
		}
	}
	if content <= 2 && i+1 < len(q.terms) {
		switch q.terms[i+1].folded {
		case "est", "sont", "etait":
			q.kind = asksDefinition
		}
	}
	if i > 0 && q.terms[i-1].folded == "est" {
		q.kind = asksDefinition
	}
}
