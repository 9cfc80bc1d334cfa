package language

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// The function words of each language, accents taken off, in lower case.
// Elisions are words of their own (l, d, qu), English contractions lose what
// follows the apostrophe.
var functionWords = map[string]map[string]bool{
	"fr": set(`le la les l un une des du de d au aux et ou ni mais donc car ce cet cette ces c ca cela ceci il ils elle elles
		on je j tu nous vous me m te t se s y en lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos qui que
		qu quoi dont quand comment combien pourquoi quel quelle quels quelles lequel laquelle lesquels lesquelles dans sur
		sous par pour avec sans chez vers entre depuis pendant apres avant selon contre jusqu est sont etait etaient sera
		seront serait fut furent ete etre a ont avait avaient aura avoir ai as avons avez eu fait faire font dit peut
		peuvent peux pouvait doit doivent va vont pas ne n plus tres aussi si comme ainsi alors lors puis encore meme
		tout tous toute toutes autre autres aucun aucune chaque plusieurs quelques est-ce lorsque parce afin deja`),
	"en": set(`the an and or but nor of to in is are was were be been being am do does did done have has had having will would
		shall should can could may might must not n't it its he him his she her hers they them their we us our you your i my
		who whom whose which what when where why how this that these those there here with from by at as for on into onto
		over under about after before between during since until against without within through than then so if because
		while any some many much more most other such also just said say says tell did isn aren wasn weren don doesn didn
		hasn haven won wouldn couldn whether both each every no yes only very too ever`),
	"de": set(`der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren wird werden
		wurde wurden hat haben hatte sich auf mit von zu zum zur bei nach aus fur uber unter durch gegen ohne um auch noch
		nur wie wer was wann wo warum wenn dass als es er sie wir ihr ich im am vom kein keine sein seine ihre diese dieser`),
	"it": set(`il lo gli i uno una di del della dello dei degli delle dell al allo alla ai agli alle nel nella nei nelle sul
		sulla e ed o ma che chi cui non si e' ha hanno era erano sono stato stata essere con per tra fra da dal dalla come
		quando dove perche quanto quanti quale quali questo questa questi anche piu loro suo sua suoi`),
	"es": set(`el los las lo una unos unas y o pero que quien quienes cual cuales cuando donde como por para con sin sobre
		entre desde hasta es son era eran fue fueron ser estar esta estan ha han habia del al no se su sus le les muy mas
		tambien este estos estas ese esa cuanto cuantos porque si ya hay`),
	"pt": set(`o os as um uma uns umas do da dos das no na nos nas ao aos e ou mas que quem qual quais quando onde como por
		para com sem sobre entre desde ate foi foram era eram ser estar esta estao tem tinha nao se seu sua seus suas muito
		mais tambem este essa isso pelo pela pelos pelas sao`),
	"nl": set(`de het een en of maar niet is zijn was waren wordt worden werd werden heeft hebben had met van voor door op
		aan bij naar uit over onder tegen zonder om te ook nog dat die deze dit wie wat wanneer waar waarom hoe er hij zij
		ze wij we ik als dan tot in geen hun haar`),
}

// letters that one of the languages writes and the others seldom do.
var letters = map[rune]string{
	'ç': "fr", 'è': "fr", 'ê': "fr", 'œ': "fr", 'ë': "fr", 'ù': "fr", 'û': "fr", 'î': "fr", 'ï': "fr", 'à': "fr",
	'ß': "de", 'ä': "de", 'ñ': "es", '¿': "es", '¡': "es", 'ã': "pt", 'õ': "pt", 'ì': "it", 'ò': "it",
}

// Words that frame a question: they outweigh the names and titles in it.
var (
	frameFrench = set(`qui que qu quoi quand comment combien pourquoi quel quelle quels quelles lequel laquelle lesquels
		lesquelles est-ce dont ou quid est`)
	frameEnglish = set(`who whom whose which what when where why how did does do is are was were has have had will would
		could should can`)
)

// Words of the news that short questions are made of, where no function word
// tells.
var (
	newsFrench = set(`soldats soldat guerre ville villes pays nombre raison raisons morts blesses annee annees mois jour
		jours semaine heure lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet
		aout septembre octobre novembre decembre ministre presidente chef gouvernement armee accord argent prix dis-moi
		donne-moi resume resumer explique expliquer traduis traduire raconte liste nom noms cause causes lieu merci oui non
		hier demain ukraine-russie troupes perte pertes gain victimes entreprise elections loi qu'a`)
	newsEnglish = set(`soldiers soldier war city cities country countries number reason reasons dead killed injured wounded
		year years month months day days week hour monday tuesday wednesday thursday friday saturday sunday january february
		march april june july august september october november december minister leader government army agreement money
		price summarize summary explain translate list name names cause place thanks yes no yesterday tomorrow troops losses
		victims company law people called happened`)
)
