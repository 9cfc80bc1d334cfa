package proof

import (
	"strings"

	"verbatim/knowledge/lexicon"
)

// opposed are words of opposite sense, as beginnings of folded words of both
// languages; a "." ends a whole word.
var opposed = [][2]string{
	{"rise rose. risen increas climb grew. grow. grows. growing growth jump. jumped surge soar higher. gained progress hausse augment grimp bondi croissance accru doubl tripl releve. releves. relever. raise",
		"fall. fell. fallen falls. falling drop declin decreas plung shrink shrank shrunk slump lower. lowered lowers baiss abaiss recul chut diminu repli degringol"},
	{"accept approv adopt. adopted adopte. adoptes. backed uphold upheld agree. agreed agrees. convenu. conviennent", "reject refus repouss rejet vetoed"},
	{"alive. living. vivant surviv rescape saufs unharmed indemne", "dead. died. dies. killed. mort. morte. morts. mortes. decede deced tue. tues. tuee. tuees"},
	{"open. opens. opened opening reopen ouvr ouvert ouverture rouvr", "close. closed closes closing closure ferm"},
	{"win. wins. won. winning beat. beats beaten battu victor gagn remport vainqu defeated defeats. defeating", "lose. loses. lost. losing defeat. perd. perdu perdre. defaite"},
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
	{"punish punir. puni. punit. sanctionn", "reward recompens"},
	{"conform comply. complies compliant", "contrair contrary violat"},
	{"solid. strong. stable. solide", "fragil"},
	{"closer. rapproch nearer", "away. eloign"}, {"sent. send. sends envoy deploy", "recall. recalled rappele withdr retir"},
	{"expect await attend. attendu attendait receiv recoi", "give. gives gave. given donne. donnent"},
	{"stop. stops prevent empech", "help. helps aide. aider aident"},
	{"harmless. inoffensi", "dangere dangerou"}, {"welcom salu", "condemn condamn denounc denonc deplor"}, {"largest. biggest. highest", "smallest. lowest"},
	{"ally. allies allie. allies.", "enem ennemi"}, {"solution.", "problem"}, {"urgent", "inutile useless"},
	{"contain endigu", "spread propag"}, {"accelerat", "slow. slowed slows slowing ralenti"},
	{"admit. admits admitted admits avoue avoues reconnu reconnai", "deny. denied denies denying dement nie. nient. nier."},
	{"completed finalis boucle", "renonc abandon"},
}

// entry is a beginning of words, or a whole word, on one side of a row.
type entry struct {
	text  string
	whole bool
	row   int
	side  int // from 1
}

// compass is the row of classes with the sides of the compass.
const compass = 1

// sides finds rows and sides by the first two letters of a word.
type sides [][]entry

// letters is where words that begin with two letters stand, -1 for other words.
func letters(fold string) int {
	if len(fold) < 2 || fold[0] < 'a' || fold[0] > 'z' || fold[1] < 'a' || fold[1] > 'z' {
		return -1
	}
	return int(fold[0]-'a')*26 + int(fold[1]-'a')
}

func index(rows [][]string) sides {
	out := make(sides, 26*26)
	for row, lists := range rows {
		for n, list := range lists {
			for text := range strings.FieldsSeq(list) {
				text, whole := strings.CutSuffix(text, ".")
				at := letters(text)
				out[at] = append(out[at], entry{text, whole, row, n + 1})
			}
		}
	}
	return out
}

// of calls yield for each row that a folded word stands in, with its side.
func (s sides) of(fold string, yield func(row, side int)) {
	at := letters(fold)
	if at < 0 {
		return
	}
	for _, e := range s[at] {
		if e.whole && fold == e.text || !e.whole && strings.HasPrefix(fold, e.text) {
			yield(e.row, e.side)
		}
	}
}

// in is the side of a word in one row, 0 where it does not stand in it.
func (s sides) in(row int, fold string) int {
	found := 0
	s.of(fold, func(r, side int) {
		if r == row && found == 0 {
			found = side
		}
	})
	return found
}

var (
	opposing  = index(opposedRows())
	exclusive = index(classes)
)

func opposedRows() [][]string {
	out := make([][]string, len(opposed))
	for i := range opposed {
		out[i] = opposed[i][:]
	}
	return out
}

// classes are words of which only one can be true of the same thing.
var classes = [][]string{
	{"spring. printemps.", "summer. ete.", "autumn. automne.", "winter. hiver."},
	{"north. northern nord. northeast", "south. southern sud. meridional", "east. eastern est.", "west. western ouest."},
	{"morning. matin. matinee.", "afternoon.", "evening. soir. soiree.", "night. nuit. overnight"},
	{"father. pere.", "mother. mere.", "brother. frere.", "sister. soeur.", "son.", "daughter. fille.", "wife. epouse.", "husband. epoux. mari."},
	{"europe. european europeen", "africa. african afric", "asia. asian asie. asiati", "america. american ameri"},
	{"killed kill. kills tue. tues tuee tuees tuer mort. morts morte mortes dead. died. dies. deces deced", "wound injur bless hurt.", "missing. disparus. disparues. disparue."},
	{"republican republicain", "democrat. democrats democrate"},
	{"primary primaire", "secondary secondaire"},
	{"red. rouge", "blue. bleu", "green. vert", "yellow. jaune", "black. noir", "white. blanc"},
	{"requis. requise requises requiert requierent requisitoire", "condamne condamne. condamnee sentenced. convicted."},
	{"canton. cantons.", "city. cities. town. towns. ville. villes. commune. communes."},
	{"gold. or.", "silver. argent.", "bronze."},
	{"minute. minutes.", "hour. hours. heure. heures.", "day. days. jour. jours.", "week. weeks. semaine. semaines.", "month. months. mois.", "year. years. an. ans. annee. annees.", "decade. decades. decennie. decennies.", "century. centuries. siecle. siecles."},
}

// sentenceSides gathers which sides of which rows the words of the sentence
// stand on, and a word for each.
func (p *pair) sentenceSides(s sides, share []float64, taken []bool) map[[2]int]string {
	var out map[[2]int]string
	for j := range p.sentence.words {
		w := &p.sentence.words[j]
		if share != nil && w.negated {
			continue // the denial of the opposite
		}
		if w.light && w.fold != "apres" && w.fold != "avant" || share != nil && share[w.clause] <= 0.2 {
			if share == nil || w.light {
				continue
			}
		}
		s.of(w.fold, func(row, side int) {
			if out == nil {
				out = map[[2]int]string{}
			}
			if share != nil && share[w.clause] <= 0.2 {
				side = -side // it stands too far from what the claim speaks of to oppose it
			}
			if taken[j] && out[[2]int{row, side}] != "" {
				return
			}
			out[[2]int{row, side}] = p.sentence.raw(w)
		})
	}
	return out
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
				if n := opposing.in(0, r.words[k].fold); n > 0 && r.english && r.words[k].clause == r.words[i].clause && r.words[k].start-end < 12 {
					return n, r.raw(&r.words[k])
				}
			}
			break
		}
	}
	for k := last; k >= 0 && k > last-7; k-- {
		if n := opposing.in(0, r.words[k].fold); n > 0 {
			return n, r.raw(&r.words[k])
		}
		if r.words[k].figure && k < last-1 && !r.english {
			break
		}
	}
	return 0, ""
}

// opposites looks for words of the claim whose opposite, or another of their
// class, stands in the sentence, and that stand there in no form themselves.
func (p *pair) opposites() []Check {
	var out []Check
	var against, instead map[[2]int]string
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to >= 0 || w.figure || w.light {
			continue
		}
		if against == nil {
			taken := p.taken()
			against = p.sentenceSides(opposing, p.supported(), taken)
			instead = p.sentenceSides(exclusive, nil, taken)
		}
		other, class := "", false
		exclusive.of(w.fold, func(row, side int) {
			if w.name && row == compass {
				return // "the West", "South Korea"
			}
			if _, same := instead[[2]int{row, side}]; same {
				return
			}
			for n := 1; n <= len(classes[row]); n++ {
				if found, ok := instead[[2]int{row, n}]; ok {
					other, class = found, true
				}
			}
		})
		if !w.name {
			opposing.of(w.fold, func(row, side int) {
				_, same := against[[2]int{row, side}]
				_, far := against[[2]int{row, -side}]
				if found, ok := against[[2]int{row, 3 - side}]; ok && !same && !far {
					other = found
				}
			})
		}
		if other == "" && !w.name && !p.refuted {
			other = p.opposite(w, i)
		}
		if other == "" {
			continue
		}
		c := Check{Kind: "opposite", Claim: p.claim.raw(w), Sentence: other, Verdict: Refuted}
		if n, _ := p.claim.negators(); n > 0 && !class || !p.stands(other) {
			c.Verdict = Undecided
		}
		c.because("the claim says “%s”, the sentence “%s”", p.claim.raw(w), other)
		out = append(out, c)
	}
	return out
}

// taken tells for each sentence word whether a claim word is aligned with it.
func (p *pair) taken() []bool {
	taken := make([]bool, len(p.sentence.words))
	copy(taken, p.covered)
	for k := range p.claim.words {
		if to := p.claim.words[k].to; to >= 0 {
			taken[to] = true
		}
	}
	return taken
}

// stands tells whether a word of the sentence stands there without a counterpart.
func (p *pair) stands(raw string) bool {
	taken := p.taken()
	for i := range p.sentence.words {
		if !taken[i] && p.sentence.raw(&p.sentence.words[i]) == raw {
			return true
		}
	}
	return false
}

// opposite is a sentence word near where a claim word should stand that says
// the opposite by the lexicon.
func (p *pair) opposite(w *word, i int) string {
	taken := p.taken()
	mine := []string{p.claim.raw(w)}
	if p.claim.english {
		mine = equivalents(lexicon.ToFrench([]string{strings.ToLower(p.claim.raw(w))}), kinSure)
	}
	for _, k := range p.roomFor(i, i, taken) {
		if s := &p.sentence.words[k]; s.negated || strings.HasPrefix(s.fold, "age") && p.sentence.fold(k+1) == "de" {
			continue
		}
		for n, f := range mine {
			if n < 3 && lexicon.Opposite(f, p.sentence.raw(&p.sentence.words[k])) {
				return p.sentence.raw(&p.sentence.words[k])
			}
		}
	}
	return ""
}
