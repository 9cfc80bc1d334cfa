package form

import "strings"

// frenchVerbs has the forms that stemming does not bring back to the
// infinitive, folded, for the irregular verbs that news uses.
const frenchVerbs = `aller va vais vont alla allerent ira iront irait iraient aille aillent
avoir a ont avait avaient aura auront aurait auraient eut eurent eu eue ait aient ayant
être est sont etait etaient sera seront serait seraient fut furent ete soit soient etant
faire fait faits faite faites font faisait faisaient fera feront ferait fit firent fasse fassent faisant
dire dit dits dite dites disent disait disaient dira diront dirait dirent dise disant
voir voit voient voyait verra verront vit virent vu vue vus vues voyant
pouvoir peut peuvent pouvait pourra pourront pourrait pourraient put purent pu puisse puissent
vouloir veut veulent voulait voudra voudrait voulut voulu voulue veuille
devoir doit doivent devait devra devront devrait devraient dut durent
savoir sait savent savait saura saurait sut su sue sache sachant
venir vient viennent venait viendra viendront vint vinrent venu venue venus venues vienne
tenir tient tiennent tenait tiendra tint tinrent tenu tenue tenus tenues tienne
devenir devient deviennent deviendra devint devenu devenue devenus
revenir revient reviennent reviendra revint revenu revenue
obtenir obtient obtiennent obtint obtenu obtenue obtenus
soutenir soutient soutiennent soutint soutenu soutenue
maintenir maintient maintiennent maintint maintenu maintenue
détenir detient detiennent detenait
prendre prend prennent prenait prendra prit prirent pris prise prises prenne prenant
apprendre apprend apprennent apprit appris apprise
comprendre comprend comprennent comprit compris comprise
reprendre reprend reprennent reprit repris reprise
surprendre surprend surprit surpris surprise
mettre met mettent mettait mettra mit mirent mis mise mises mette
permettre permet permettent permit permis permise
promettre promet promettent promit promis promise
remettre remet remettent remit remis remise
soumettre soumet soumettent soumit soumis soumise
mourir meurt meurent mourait mourra mourut moururent
naître nait naissent naquit naquirent ne nee nes nees
vivre vit vivent vivait vivra vecut vecurent vecu
écrire ecrit ecrits ecrite ecrites ecrivent ecrivit ecrivait
lire lit lisent lisait lut
élire elit elisent elut elu elue elus elues
boire boit boivent buvait but bu
croire croit croient croyait crut cru crue
recevoir recoit recoivent recevait recevra recut recurent recu recue recus
décevoir decoit decut decu decue
vaincre vainc vainquent vainquit vaincu vaincue vaincus
conduire conduit conduisent conduisit conduite
construire construit construits construite construites construisent construisit
détruire detruit detruits detruite detruites detruisent detruisit
produire produit produits produite produites produisent produisit
réduire reduit reduits reduite reduites reduisent reduisit
traduire traduit traduite traduisent traduisit
ouvrir ouvre ouvrent ouvert ouverte ouverts ouvertes
offrir offre offrent offert offerte offerts
couvrir couvre couvrent couvert couverte couverts
découvrir decouvre decouvrent decouvert decouverte decouverts
souffrir souffre souffrent souffert
perdre perd perdent perdit perdu perdue perdus
vendre vend vendent vendit vendu vendue vendus
rendre rend rendent rendit rendu rendue
attendre attend attendent attendit attendu attendue
défendre defend defendent defendit defendu defendue
battre bat battent battit battu battue battus
combattre combat combattent combattit combattu combattue
abattre abat abattent abattit abattu abattue abattus
fuir fuit fuient fuyait fuyant
acquérir acquiert acquirent acquis acquise
conquérir conquiert conquit conquirent conquis conquise
craindre craint craignent craignait
atteindre atteint atteignent atteignit atteinte atteints
éteindre eteint eteignent eteignit eteinte
rejoindre rejoint rejoignent rejoignit rejointe
peindre peint peignent peignit peinte
connaître connait connaissent connut connu connue connus
reconnaître reconnait reconnaissent reconnut reconnu reconnue
paraître parait paraissent parut paru parue
disparaître disparait disparaissent disparut disparu disparue disparus
apparaître apparait apparaissent apparut apparu apparue
suivre suit suivent suivit suivi suivie suivis
servir sert servent servit servi servie
partir part partent partit parti
sortir sort sortent sortit sorti sortie
courir court courent courut couru
tomber tombe tombent tombe
envoyer envoie envoient enverra enverront enverrait
résoudre resout resolvent resolut resolu resolue
inscrire inscrit inscrits inscrite inscrivent inscrivit
décrire decrit decrite decrivent decrivit
interdire interdit interdits interdite interdites interdisent
contredire contredit contredisent
suffire suffit suffisent
exclure exclut excluent exclu exclue
inclure inclut incluent inclus incluse
conclure conclut concluent conclu conclue
plaire plait plaisent plut
intervenir intervient interviennent intervint intervenu
prévenir previent previennent previnrent prevenu
convaincre convainc convainquit convaincu convaincue
nuire nuit nuisent
falloir faut fallait faudra faudrait fallut
valoir vaut valent valait vaudra vaudrait valut`

// ambiguous are forms that are rather another word.
var ambiguous = words(`a est part sort suit but lit fait faits nuit conduite produit produits offre promis pris prise prises court
mise mises ne nes reprise remise surprise sortie tenue revenu vue vues decouverte vit nait resolution attend tombe combat or`)

var frenchIrregular = func() map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(frenchVerbs) {
		forms := strings.Fields(line)
		for _, f := range forms[1:] {
			if _, ok := ambiguous[f]; !ok {
				table[f] = forms[0]
			}
		}
	}
	for _, f := range []string{"nee", "nees"} {
		table[f] = "naître"
	}
	return table
}()
