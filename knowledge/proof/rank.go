package proof

import "strings"

// ranks compares what makes an office another one: the vice-president is not
// the president, and a former minister is none.
func (p *pair) ranks() []Check {
	for k := range p.sentence.words {
		s := &p.sentence.words[k]
		row := rankOf(s.fold)
		if row < 0 || p.takes(k) || p.claim.hasRank(row) {
			continue
		}
		for _, j := range [...]int{k + 1, k - 1, k + 2} {
			if j < 0 || j >= len(p.sentence.words) || j < k && row != deputyRank || j == k+2 && !p.sentence.words[k+1].light {
				continue
			}
			if w := &p.sentence.words[j]; w.content() && !w.name && w.clause == s.clause && p.takes(j) && p.personal(j) {
				whole := p.sentence.text[min(s.start, w.start):max(s.end, w.end)]
				return because(Check{Kind: "name", Claim: p.sentence.raw(w), Sentence: whole, Verdict: Refuted}, "the claim says “%s”, the sentence “%s”", p.counterpart(j), whole)
			}
		}
	}
	return nil
}

// counterpart is the claim's word that stands for sentence word k.
func (p *pair) counterpart(k int) string {
	for i := range p.claim.words {
		if p.claim.words[i].to == k {
			return p.claim.raw(&p.claim.words[i])
		}
	}
	return ""
}

// personal tells whether sentence word k is what somebody is.
func (p *pair) personal(k int) bool {
	f := p.sentence.fold(k)
	for _, end := range [...]string{"eur", "euse", "trice", "ier", "iere", "iste", "ien", "ienne", "ent", "ente", "ant", "ante", "istre", "aire", "maire", "chef", "cheffe", "oi", "eine", "ge", "ue"} {
		if strings.HasSuffix(f, end) {
			return true
		}
	}
	return actors[f]
}

// deputyRank is the row of deputies among the ranks.
const deputyRank = 0

var rankWords = [...]map[string]bool{
	set("vice adjoint adjointe suppleant suppleante deputy assistant under"),
	set("ex ancien ancienne anciens anciennes former onetime precedent precedente previous defunt late"),
	set("futur future designe designee elect incoming next prochain prochaine"),
}

func rankOf(fold string) int {
	for n, words := range rankWords {
		if words[fold] {
			return n
		}
	}
	return -1
}

// hasRank tells whether a text has a word of a rank.
func (r *reading) hasRank(row int) bool { return r.has(rankWords[row]) }

// headless looks for a subject of the claim that in the sentence only belongs to
// the subject: « le fils du président » is not "the president".
func (p *pair) headless() []Check {
	i := 0
	for i < len(p.claim.words) && (p.claim.words[i].light && !p.claim.words[i].name || p.claim.words[i].figure) {
		i++
	}
	if i >= len(p.claim.words) || p.claim.words[i].to < 0 || p.claim.verbal(i) && !p.claim.words[i].name {
		return nil
	}
	j := p.claim.words[i].to
	of := j - 1
	for of > 0 && p.sentence.words[of].light && !joining[p.sentence.fold(of)] {
		of--
	}
	if of < 1 || !joining[p.sentence.fold(of)] {
		return nil
	}
	head := of - 1
	for head > 0 && p.sentence.words[head].light {
		head--
	}
	h := &p.sentence.words[head]
	if !h.content() || h.name || p.takes(head) || p.sentence.verbal(head) || belongs[h.fold] || voices[h.fold] || bodies[h.fold] || organ[h.fold] || !p.sentence.begins(head) {
		return nil
	}
	if !kinsfolk[h.fold] {
		return nil
	}
	whole := p.sentence.text[h.start:p.sentence.words[j].end]
	return because(Check{Kind: "name", Claim: p.claim.raw(&p.claim.words[i]), Sentence: whole, Verdict: Refuted}, "the claim says “%s”, the sentence “%s”", p.claim.raw(&p.claim.words[i]), whole)
}

var (
	joining = set("de du d des")
	belongs = set("membre membres nombre majorite partie ensemble plupart gouvernement ville canton region president groupe prix cas cours chef")
	// kinsfolk are those who, and what, belong to somebody and act on their own.
	kinsfolk = set(`fils fille frere soeur pere mere epouse epoux femme mari veuve cousin cousine neveu niece oncle tante compagne compagnon avocat avocate avocats
filiale filiales rival rivale rivaux adversaire adversaires opposant opposants partisan partisans voisin voisins ami amis conseiller conseillere successeur predecessrice predecesseur garde
chauffeur assistant assistante secretaire fournisseur client clients concurrent concurrents proche proches famille victime victimes meurtrier agresseur entraineur patron`)
)

// begins tells whether nothing with meaning stands before word k in its clause.
func (r *reading) begins(k int) bool {
	for i := k - 1; i >= 0 && r.words[i].clause == r.words[k].clause; i-- {
		if !r.words[i].light {
			return false
		}
	}
	return true
}
