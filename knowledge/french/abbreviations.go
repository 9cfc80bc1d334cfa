package french

import "strings"

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// What a full stop does after a word, by the word in lower case and without
// its stop. Words that are in none of the lists end their sentence.
var (
	// alwaysHolds are abbreviations that something always follows: titles,
	// references, street names.
	alwaysHolds = wordSet(`mm mme mmes mlle mlles mgr mgrs dr drs pr prs me mes ste sts stes mr mrs ms messrs
		cf av ap apr env chap fig éd édit ed eds trad dir réal ill ibid vs bd boul fg pp sq resp tél rte
		p.ex i.e e.g c.-à-d càd subst gén gal cdt cne lt sgt adj lieut brig capt préf préc suiv sect feat ft`)

	// holdsCapitalised hold only where they are written with a capital: as
	// common words they end sentences.
	holdsCapitalised = wordSet(`m st mt ft col gov sen rep hon ph th ch cl chr fr jh wm geo jos alex fred
		gge ed no nr n`)

	// holdsBeforeNumber hold before a digit or a roman numeral: months, units
	// that precede their figure, references.
	holdsBeforeNumber = wordSet(`art no nos nr n p t f l v c s § vol al ca tel fax cons let ch fr chf eur usd max min inv
		hab col janv févr fév avr juil sept oct nov déc mill rés res réf doc pièce arr liv tome lib rubr ann bat bât appt`)

	// holdsBeforeName are ambiguous: they end a sentence only where the next
	// word is one that opens sentences.
	holdsBeforeName = wordSet(`jr sr inc ltd corp co bros cie sté ets éts univ dept a.m p.m cap prof coll conf op cit intro maj pl imp al
		pic lic ing arch sen dép`)

	// labelNouns stand before a letter that is a label and no initial: « le
	// groupe B. Lens reçoit … », « sur le réseau X. Elon Musk … ».
	labelNouns = wordSet(`équipe equipe vitamine vitamines plan groupe catégorie catégories classe ligue hépatite division
		série phase niveau bâtiment point lettre gymnase salle hall terrain annexe famille virus grippe compte réseau
		section zone ligne permis lot poule licence option formule type modèle plateforme quai porte bloc monsieur madame
		mme film rer génération équipes groupes sur twitter ex-twitter`)

	// openers are words that open sentences and are hardly ever a name after
	// an initial.
	openers = wordSet(`Lui Eux Moi Toi Le La Les Un Une Des Il Ils Elle Elles On Ce Cet Cette Ces Cela Ceci Ça En Dans Sur Sous Par Pour
		Avec Sans Après Avant Au Aux À A Mais Et Ou Où Or Car Donc Ni Si Son Sa Ses Leur Leurs Mon Ma Mes Notre Nos Votre
		Vos Lors Depuis Pendant Durant Selon Ainsi Plus Moins Plusieurs Tous Toutes Tout Toute Certains Certaines De Du
		Puis Cependant Toutefois Pourtant Néanmoins Alors Quand Lorsque Comme Chaque Aucun Aucune Entre Parmi Celui Celle
		Ceux Celles Nous Vous Je Tu Que Qui Quoi Quel Quelle Quels Quelles Quant Dont Grâce Bien Malgré Enfin Ensuite
		Aujourd Hier Demain Outre Contrairement Notamment Parfois Souvent Jamais Toujours Déjà Encore Aussi Même Autre
		Autres Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Vers Chez Dès Jusqu Jusque Face Suite Afin Parce Puisque
		Tandis Pourquoi Comment Combien Voici Voilà Oui Non Peut Interrogé Interrogée Né Née Fin Début Contacté Contactée
		Faute Surtout Seul Seule Seuls Seules Faut Reste Rien Personne Beaucoup Très Trop Peu Environ Quelque Quelques
		Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Ici Là Désormais Actuellement Récemment Finalement Autrement
		Autour Devant Derrière Contre Concernant Hors Hormis Sauf Via Tant Tel Telle Tels Telles`)

	// particles are openers that are also the first word of surnames: « B. Le
	// Maire ». They open a sentence only before a word in lower case.
	particles = wordSet(`Le La De Du Des Les`)

	// elided are openers that an apostrophe follows.
	elided = wordSet(`L D C J S N M T Qu Jusqu Lorsqu Puisqu Quoiqu Aujourd`)
)
