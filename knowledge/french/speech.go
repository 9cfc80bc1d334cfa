package french

// speaking are the folded stems of verbs that report what somebody says.
var speaking = stems(`déclarer déclaré affirmer affirmé dire dit disait disent indiquer indiqué ajouter ajouté annoncer annoncé assurer assuré estimer estimé
expliquer expliqué préciser précisé souligner souligné poursuivre poursuivi conclure conclu rappeler rappelé répondre répondu confirmer confirmé
requérir requis requiert reconnaître reconnu reconnaît avertir averti avertit prévenir prévenu promettre promis juger jugé penser pensé croire considérer considéré soutenir soutenu
prétendre prétendu dénoncer dénoncé regretter regretté déplorer déploré relever relevé noter noté observer observé commenter commenté raconter
raconté témoigner témoigné écrire écrit rapporter rapporté signaler signalé révéler révélé exhorter exhorté insister insisté marteler martelé
réagir réagi résumer résumé admettre admis avouer avoué nuancer nuancé détailler détaillé confier confié plaider plaidé espérer espéré
craindre craint réclamer réclamé réitérer réitéré répéter répété inquiéter féliciter réjouir réjouie savoir valoir accuser accusé qualifier qualifié
appeler appelé demander demandé exiger exigé évoquer évoqué lancer lancé garde nier nié démentir démenti
prévient préviennent avertissent promet promettent croit croient craint craignent admet admettent reconnaissent reconnaissait soutient soutiennent
écrivent prétend prétendent maintient maintenir maintenu répond répondent conclut poursuit confie espère suggère suggérer laisse entendre félicite félicitent inquiète inquiètent réjouit réjouissent étonne indigne
alerter alerte alerté alarme alarmé avertit insiste plaide tempère tempéré rassure rassuré relativise résume détaille glisse ironise fustige fustigé salue salué prévoir prévoit prévoient prévu pronostique pronostiqué clamer clamé clame renchérit
renchéri complète martèle répète rétorque rétorqué objecte assène soupire lâche jurer juré jure jurent garantir garanti garantit imputer imputé impute avancer avancé communiquer communiqué communique
arguer argué argumenter argumenté railler raillé raille ironiser ironisé balayer balayé parié parier concéder concédé concède marteler insinuer insinué insinue réfuter réfuté réfute`)

// transitive verbs stand before their speaker only after a quotation.
var transitive = stems(`nier nié nie démentir démenti dément accuser accusé accuse dénoncer dénoncé dénonce qualifier qualifié qualifie appeler appelé appelle
raconter raconté raconte décrire décrit évoquer demander demandé demande exiger exigé exige réclamer réclamé réclame évoquer évoqué évoque craindre craint espérer espéré espère promettre promis promet`)

// ofOneself are verbs that report in the reflexive too.
var ofOneself = stems(`inquiéter inquiété inquiète féliciter félicité félicite réjouir réjoui réjouie réjouit demander demande étonner étonne indigner indigne`)

// Speaking tells whether a folded word may be a verb that reports what
// somebody says.
func Speaking(folded string) bool {
	return len(folded) > 2 && (speaking[string(Stem([]byte(folded)))] || folded == "dit" || folded == "dits")
}

var weakSpeaking = stems(`lancer lancé savoir valoir garde inquiéter féliciter réjouir appeler appelé poursuivre poursuivi relever relevé noter noté observer observé demander demandé soutenir soutenu juger jugé exiger exigé évoquer évoqué écrire écrit croire conclure conclu révéler révélé confirmer confirmé craindre craint prévoir prévoit prévoient prévu alerter alerté rassurer rassuré compléter complété saluer salué fustiger glisser lâcher détailler détaillé reconnu reconnaître rappeler rappelé accuser accusé signaler signalé avancer avancé imputer imputé impute garantir garanti garantit communiquer communiqué communique balayer balayé parier parié réfuter réfuté réfute jurer juré jure`)

func stems(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range Words(words) {
		out[string(Stem(AppendFold(nil, words[w.Start:w.End])))] = true
	}
	return out
}

// participle tells whether a word looks like a past participle that needs an auxiliary.
func (s *spoken) participle(i int) bool {
	text := s.text[s.words[i].Start:s.words[i].End]
	for _, end := range []string{"é", "ée", "és", "ées", "u", "i", "is", "ue", "er", "ir", "dre", "ttre", "ire", "aître", "oir", "ant"} {
		if len(text) > len(end) && text[len(text)-len(end):] == end {
			return true
		}
	}
	return false
}

// finite tells whether a folded word may be a verb in the present or imperfect.
func (s *spoken) finite(w string) bool {
	for _, end := range []string{"e", "ent", "ait", "aient", "it", "isent", "oit", "oient", "et", "ettent", "ient", "iennent", "ut", "ond", "ondent", "ra", "ront"} {
		if len(w) > len(end) && w[len(w)-len(end):] == end {
			return true
		}
	}
	return false
}
