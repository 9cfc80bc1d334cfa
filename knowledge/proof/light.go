package proof

import "strings"

func set(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, list := range words {
		for w := range strings.FieldsSeq(list) {
			out[w] = true
		}
	}
	return out
}

// lightFrench are folded words that need no counterpart in a sentence: they
// join others, or are accounted for by the comparison of speakers.
var lightFrench = set(`le la les l un une des du de d au aux ce cet cette ces c son sa ses leur leurs mon ma mes notre nos votre vos il elle ils elles on
nous vous je j tu lui eux se s me m te t y en qui que qu quoi dont ou et donc or ni car pour par dans sur sous avec selon apres
avant depuis pendant durant entre vers chez contre lors hors des a ne n pas si comme mais quand lorsque lorsqu alors ainsi aussi encore
egalement notamment soit tres bien ici la aupres afin cela ca celui celle ceux celles ci cependant toutefois
est sont etait etaient ete etre sera seront fut furent suis soient etant ai as avons avez ont avait avaient eu avoir aura auront ayant
fait font faire faisant faite faits faites plus moins d quant quelque quelques environ pres autour jusque jusqu aucun aucune jamais rien non sans
m mm mme mmes mlle dr me lequel laquelle lesquels lesquelles duquel auquel autre autres meme memes tout toute tous toutes propre
dit dire declare declarer affirme affirmer indique indiquer ajoute ajouter explique expliquer precise preciser estime estimer
annonce annoncer souligne souligner rapporte rapporter poursuivi poursuit conclu conclut selon assure assurer juge juger va vont aller doit doivent peut peuvent
pouvoir devoir pu du desormais toujours deja puis ensuite enfin parmi via outre issue cote leur afin voire dit disait fois
nombre cause raison suite mieux lieu personnes ensemble
qualifie qualifier estime
ait aient aurait serait auraient seraient pourrait pourraient devrait devraient avaient eux-memes lui-meme elle-meme`)

// lightEnglish are the same in English.
var lightEnglish = set(`a an the this that these those and or but nor so if than as of to in on at by for from with about into onto upon over under between
among through during before after again then once here there when where why how what which who whom whose i you he she it we they me him her
us them my your his its our their himself herself itself themselves be am is are was were been being has have had having do does did doing
will would shall should can could may might must not no just while until because since although though also still yet even now t s d ll re ve
per via towards toward within without against across along around according such any each both either neither too very own same only
said say says saying told tell tells stated states stating added adds adding announced announces announcing explained explains declared declares indicated
indicates noted notes specified estimates estimated assured assures affirmed affirms stressed concluded continued reported reports claimed claims
judged considers there out up down off all some more less most least other others another mr mrs ms dr one ones s being get gets getting got went go goes going
later already currently including include includes nearly almost about roughly approximately set due making made make makes took take taken taking
if unless whether despite however meanwhile furthermore moreover thus therefore well much many few several time times he's it's whom upon towards
plan plans planned intends intend wants wish wishes called described qualified deemed labelled labeled placed bring brings bringing brought done fewer age aged people persons let lets letting outside inside alongside beside behind near isn aren wasn weren don doesn didn hasn haven hadn won wouldn couldn shouldn compared versus whole
asked quoted regarding concerning nothing none nobody never further part back following`)
