package proof

import "strings"

// opposed are words of opposite sense, as beginnings of folded words of both
// languages; a "." ends a whole word.
var opposed = [][2]string{
	{"rise rose. risen increas climb grew. grow. grows. growing growth jump. jumped surge soar higher. gained hausse augment grimp bondi croissance accru doubl tripl releve. releves. relever. raise",
		"fall. fell. fallen falls. falling drop declin decreas plung shrink shrank shrunk slump lower. lowered lowers baiss abaiss recul chut diminu repli degringol"},
	{"accept approv adopt. adopted adopte. adoptes. backed agree. agreed agrees. convenu. conviennent", "reject refus repouss rejet vetoed"},
	{"alive. living. vivant surviv rescape", "dead. died. dies. killed. mort. morte. morts. mortes. decede deced tue. tues. tuee. tuees"},
	{"open. opens. opened opening ouvr ouvert ouverture", "close. closed closes closing closure ferm"},
	{"win. wins. won. winning victor gagn remport vainqu", "lose. loses. lost. losing defeat perd. perdu perdre. defaite"},
	{"acquit relaxe. blanchi", "convict condamn sentenced guilty. coupable"},
	{"strengthen reinforc tighten renforc durci", "weaken relax. relaxed ease. eased loosen affaibli assoupli allege"},
	{"legal. legalis legaliz", "illegal"},
	{"allow authoris authoriz permit permet autoris", "ban. banned bans. prohibit forbid interdi"},
	{"arrest. arrested arrestation detain interpell", "releas freed libere liberation relach"},
	{"support. supported supports soutien soutenir soutient favor", "oppos contest"},
	{"buy. bought buys. acquir achet acquis acquier rachet", "sell. sold. sells. vend. vendu vendre vente. cede. cession"},
	{"export", "import"},
	{"north. northern nord. septentrional", "south. southern sud. meridional"},
	{"east. eastern est. orient", "west. western ouest. occident"},
	{"before. avant.", "after. apres."},
	{"confirm", "deny. denied denies. denying dement nie. nient. nier. infirm"},
	{"success succes reussi", "fail failure echec echou echoue"},
	{"begin. began. begun. start. started starts. launch debut commenc lance. lancer.", "end. ended ends. finish termin acheve"},
	{"man. men. homme hommes", "woman. women. femme femmes"},
	{"maintain maintenu maintien keep. kept.", "abandon scrap. scrapped cancel annul supprim suspen"},
	{"receiv recu. recoi", "refus declin reject"},
	{"hire. hired hiring recrut embauch", "dismiss sack. sacked licenci renvoy"},
	{"warm hot. chaud chaleur", "cold. cooler froid fraich"},
	{"more. plus.", "fewer. less. moins."},
	{"present. presence", "absent absence"},
	{"peace paix", "war. guerre"},
	{"arriv", "leave. left. depart quitt parti."},
	{"above. over. dessus", "below. under. dessous"},
	{"optimis", "pessimis"}, {"major majorit", "minor minorit"},
	{"controlled maitris control.", "uncontrolled"},
	{"contain endigu", "spread propag"},
}

// side tells on which side of an opposition a word stands: 1, 2, or 0 for none.
func side(pair [2]string, fold string) int {
	for n, list := range pair {
		for p := range strings.FieldsSeq(list) {
			if whole, ok := strings.CutSuffix(p, "."); ok && fold == whole || !ok && strings.HasPrefix(fold, p) {
				return n + 1
			}
		}
	}
	return 0
}

// classes are words of which only one can be true of the same thing.
var classes = [][]string{
	{"spring. printemps.", "summer. ete.", "autumn. automne.", "winter. hiver."},
	{"north. northern nord. northeast", "south. southern sud. meridional", "east. eastern est.", "west. western ouest."},
	{"morning. matin. matinee.", "afternoon.", "evening. soir. soiree.", "night. nuit. overnight"},
	{"father. pere.", "mother. mere.", "brother. frere.", "sister. soeur.", "son.", "daughter. fille.", "wife. epouse.", "husband. epoux. mari."},
	{"europe. european europeen", "africa. african afric", "asia. asian asie. asiati", "america. american ameri"},
	{"primary primaire", "secondary secondaire"},
	{"red. rouge", "blue. bleu", "green. vert", "yellow. jaune", "black. noir", "white. blanc"},
	{"gold. or.", "silver. argent.", "bronze."},
}

func class(list []string, fold string) int {
	for n, words := range list {
		if side([2]string{words, ""}, fold) > 0 {
			return n + 1
		}
	}
	return 0
}

// exclusive looks for a word of the claim in whose place the sentence has
// another of the same class: another season, another side of the compass.
func (p *pair) exclusive(i int) (string, bool) {
	w := &p.claim.words[i]
	for _, list := range classes {
		mine := class(list, w.fold)
		if mine == 0 {
			continue
		}
		other := ""
		for j := range p.sentence.words {
			s := &p.sentence.words[j]
			if s.light && s.fold != "est" {
				continue
			}
			n := class(list, s.fold)
			if n == mine {
				return "", false
			}
			if n > 0 {
				other = p.sentence.raw(s)
			}
		}
		return other, other != ""
	}
	return "", false
}

// direction tells whether words say that a figure went up (1) or down (2), 0
// where they do not: the nearest such word before it, or right after it ("a 3% rise").
func direction(r *reading, start, end int) (int, string) {
	last := -1
	for i := range r.words {
		w := &r.words[i]
		if w.end <= start {
			last = i
		}
		if w.start >= end {
			for k := i; k < len(r.words) && k < i+2; k++ {
				if n := side(opposed[0], r.words[k].fold); n > 0 && r.english && r.words[k].clause == r.words[i].clause && r.words[k].start-end < 12 {
					return n, r.raw(&r.words[k])
				}
			}
			break
		}
	}
	for k := last; k >= 0 && k > last-7; k-- {
		if n := side(opposed[0], r.words[k].fold); n > 0 {
			return n, r.raw(&r.words[k])
		}
		if r.words[k].figure && k < last-1 && !r.english {
			break
		}
	}
	return 0, ""
}

// opposites looks for words of the claim whose opposite stands in the clauses
// that the claim draws on, and that stand there in no form themselves.
func (p *pair) opposites() []Check {
	var out []Check
	share := p.supported()
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to >= 0 || w.figure {
			continue
		}
		if other, ok := p.exclusive(i); ok && !w.light {
			out = append(out, Check{Kind: "opposite", Claim: p.claim.raw(w), Sentence: other, Verdict: Refuted,
				Reason: "the claim says “" + p.claim.raw(w) + "”, the sentence “" + other + "”"})
			continue
		}
		if w.name {
			continue
		}
		for _, o := range opposed {
			mine := side(o, w.fold)
			if mine == 0 || w.light && mine > 0 && len(w.fold) < 6 {
				continue
			}
			same, other := false, ""
			for j := range p.sentence.words {
				s := &p.sentence.words[j]
				switch n := side(o, s.fold); {
				case n == mine:
					same = true
				case n > 0 && share[s.clause] > 0.2:
					other = p.sentence.raw(s)
				}
			}
			if other == "" || same {
				continue
			}
			c := Check{Kind: "opposite", Claim: p.claim.raw(w), Sentence: other, Verdict: Refuted}
			if n, _ := p.claim.negators(); n > 0 {
				c.Verdict = Undecided
			}
			c.Reason = "the claim says “" + p.claim.raw(w) + "”, the sentence “" + other + "”"
			out = append(out, c)
		}
	}
	return out
}
