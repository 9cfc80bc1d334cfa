package french

import (
	"slices"
	"strings"
	"testing"
)

// sentenceTable holds runs of sentences that, joined by a space, must come
// apart again.
var sentenceTable = [][]string{
	// titles and initials
	{"Selon M. Martin, rien ne change.", "MM. Farge et Colin sont d'accord."},
	{"Me Dubois plaide, Me. Arnaud aussi.", "Mme. Leroux s'abstient."},
	{"Le Dr. Blanc opère.", "Le Pr. Noir enseigne à St. Gallen."},
	{"J.-P. Bruneau succède à F. Petit.", "Il prend ses fonctions mardi."},
	{"D'après B. Le Maire, le budget tient.", "Le ministre le répète."},
	{"C'est l'avis de G. W. Bush.", "Son père pensait autrement."},
	{"L'avocat B. Lambert a perdu la balle.", "Elle finit dernière."},
	{"Ph. Duran signe la mise en scène.", "Ch. Morel joue Scapin."},
	{"J.R.R. Tolkien et J.K. Rowling figurent sur la liste."},
	{"Le gén. Marchand commande.", "Le lt. Petit obéit."},
	{"Martin Luther King Jr. Boulevard est fermé.", "Donald Trump Jr. a parlé."},
	// abbreviations
	{"Des légumes (p. ex. Carottes de Créances) sont vendus.", "On en trouve aussi à Metz."},
	{"La cité fut détruite en 146 av. J.-C. par Rome.", "Elle renaît plus tard."},
	{"Elle date de 52 av. J.-C.", "Rome s'étend alors."},
	{"Voir art. 3, al. 2 et p. 12.", "Cf. Annexe B du rapport."},
	{"La loi (art. 12 LAT) s'applique.", "Les communes suivront."},
	{"Il vend des pommes, des poires, etc.", "Le marché ferme à midi."},
	{"Il vend de tout (pommes, poires, etc.) Paul Durand compris.", "Le marché ferme."},
	{"Tél. 021 555 55 55.", "Ouvert de 8 h. à 12 h. et de 14 h. à 18 h."},
	{"Le bureau, 12, bd. Voltaire, est clos.", "Celui de l'av. Foch reste ouvert."},
	{"Le no. 5 mondial affronte le n. 12.", "Le match est prévu en sept. 2025."},
	{"L'hab. moyen consomme 120 l. d'eau.", "La Suisse en compte env. 9 mio.", "Berne s'en inquiète."},
	{"Les États-Unis (U.S.A. en anglais) refusent l'O.N.U.", "La France le déplore."},
	// figures, dates, units
	{"Quelque 10'000 soldats, soit 1,5 fois plus, coûtent 3.200.000 F.", "Marie Dupont le confirme."},
	{"Le 3.12.2024, il faisait -2.5 °C.", "Genève a gelé."},
	{"Le traité du 27. 10. 2024 est caduc.", "Nul ne le regrette."},
	{"L'action a pris 3.4%.", "2024 reste une bonne année."},
	{"La fête débute à 20h30.", "À 22 h, un feu d'artifice suivra."},
	{"Le terrain mesure 478 km2.", "Il en mesurait 459 km²."},
	{"Louis XVI fut guillotiné en 1793.", "Louis XVIII régna dès 1814."},
	{"Elle finit 3e.", "Lui termine 1er.", "Les autres abandonnent."},
	{"1. Durand (FRA).", "2. Meier (SUI).", "3. Rossi (ITA)."},
	// quotations
	{"«Nous irons au bout», a-t-il promis.", "«C'est dit.»"},
	{"«La paix est possible.", "Il faut la vouloir», a plaidé le négociateur."},
	{"«Tout est perdu.»", "Le capitaine se tait."},
	{"«Vraiment ?» s'étonne la juge.", "Le prévenu hésite."},
	{"« Où allez-vous ? », demande l'agent.", "« À la gare ! » répond l'enfant."},
	{"« C'est fini ! »", "La salle se lève."},
	{"\"On arrête ?\" demande-t-il.", "\"Jamais !\" répond-elle.", "Le public rit."},
	{"\"On continue.\"", "\"On verra.\""},
	{"Elle le dit : \"Rien n'est joué.\"", "Son rival acquiesce."},
	{"Il a lancé : « Je reste. »", "Puis il est sorti."},
	{"“Nous partons.”", "“Pas encore”, corrige-t-elle."},
	{"Le film «Qui a tué Paul ?» sort mercredi.", "Il dure deux heures."},
	{"Il réclame une «enquête».", "«Une vraie», insiste-t-il."},
	{"Selon lui, «c'est un \"signal fort\".»", "Le Conseil approuve."},
	// question, exclamation, ellipsis
	{"Qui paiera ?", "Quand ?", "Et comment ?"},
	{"Mais alors… pourquoi partir ?", "Nul ne sait..."},
	{"Il voulait... non, il exigeait des excuses.", "On attend…", "Rien ne vient."},
	{"Quoi ?!", "Encore !!!", "La foule gronde."},
	{"Dix ans (!) après les faits, il avoue.", "La cour (étonnée ?) l'écoute."},
	{"«Les élus […] ont menti.", "Ils le paieront (...) un jour», écrit-elle."},
	{"... Et la suite arriva.", "Enfin."},
	// parentheses and notes
	{"La société (ex-Sogema. Fondée en 1950) ferme.", "Cent emplois disparaissent."},
	{"Elle a signé hier [3].", "Le texte fait foi.[4]", "Nul ne conteste.[5][6]"},
	{"Le vote est reporté.", "(L'opposition avait quitté la salle.)", "Il aura lieu lundi."},
	{"Le maire (PS) s'explique (voir p. 3).", "La droite (LR) aussi."},
	// dashes and lists
	{"— Tu viens ?", "— Non.", "— Dommage."},
	{"La ville – 12'000 hab. – s'endette.", "Les impôts montent."},
	{"- Le lait.", "- Le pain.", "- L'eau."},
	// agencies, networks, brands, addresses
	{"PARIS (AFP) - Le ministre démissionne.", "Il l'a écrit sur X.", "Elon Musk a réagi."},
	{"Le site lemonde.fr l'annonce.", "Le domaine www.admin.ch est en panne."},
	{"Elle a vendu son appareil.", "iPhone ou non, peu importe."},
	{"Le compte @elysee est muet.", "#JeSuisLà domine."},
	{"La France est dans le groupe B.", "Lens y reçoit Nantes."},
	{"Il joue au F.C. Nantes depuis 2020.", "Il y est bien."},
	{"Voici le S.I.V.O.M.", "Les élus l'ont créé.", "Il gère l'eau."},
	{"La S.A. Dubois frères licencie.", "Les syndicats (C.G.T., F.O.) protestent."},
	{"À 35 ans, il part.", "À 36, il revient."},
	{"Écrire à redaction@journal.ch.", "Réponse sous 48 h."},
	{"GENÈVE (ats) Le Conseil d'Etat a adopté le budget.", "Il table sur un déficit de 300 mio. de francs.", "Réponse en déc. 2024."},
	{"\"C'est incroyable !\", s'exclame-t-il.", "\"On n'a jamais vu ça.\"", "Le public applaudit."},
	{"Score final : 3-2 (6-4, 3-6, 7-5, 6-7 (4), 6-3).", "R. Favre jouera N. Dorn.", "A. Moret est forfait."},
	{"But : Diallo (12e s.p., 45e + 2).", "Arbitre : M. Turpin.", "45.000 spectateurs."},
	{"L'accident s'est produit hier vers 18 h. sur la D 907.", "Le conducteur est décédé."},
	{"Rendez-vous salle des fêtes.", "Tél. 03.83.25.12.12.", "Entrée 5 EUR.", "Renseignements 5, rue St-Dizier."},
	{"La C.G.T. appelle à la grève.", "Le P.-D.G. de l'entreprise s'en inquiète."},
	{"Il a signé chez Paris S.G.", "Le club le confirme."},
	{"Elle s'appelle Marie D.", "Elle a 30 ans.", "Son ami, Kevin B., est en fuite.", "Le suspect, Jean P. a été arrêté."},
	{"« Je n'ai rien fait !", "Je suis innocent ! » a-t-il clamé.", "« Vous mentez », a répondu le président."},
	{"Que faire ? se demande-t-on.", "Rien, répond l'expert.", "Ou presque..."},
	{"Né à St. Moritz, il étudie à l'E.P.F.", "Il obtient son Ph.D. en 1978."},
	{"Il a dit: «Je viendrai.» et il est parti.", "Il a dit «non».", "Puis oui."},
	{"Voir chap. IV. et annexe B.", "Vol. 2, no. 3, pp. 12-15.", "Fin."},
	{"Elle mesure 1,70 m.", "Lui, 1,80 m.", "Ensemble, ils courent 10 km.", "Puis 20."},
	{"Elle gagne 4'000 fr.", "Leur loyer: 1200.- par mois."},
	{"« Où est-il ? »", "Personne ne sait.", "« Là-bas ? »", "Non plus."},
	{"Classement : 1. Lens, 20 pts ; 2. Lille, 18 pts.", "Nice suit."},
	{"Une paix durable est possible (…)", "Il faut la vouloir."},
	{"« Le roi ne mourra pas. [...] »", "Le peuple l'acclame."},
	{"Arrivés vers 500 ap. J.-C., ils s'y fixent.", "En 200 av. J.-C.", "Hannibal gagne."},
	{"Les proportions sont 2:3.", "Le drapeau est bleu."},
	{"Il part.", "(Une lettre le prouve.", "Elle date de 1756.)", "Nul ne la conteste."},
	{"Les prix ont pris 3,5 p. 100 en un an.", "Le gouvernement réagit."},
	{"I. Le contexte.", "II. Les suites.", "III. La fin."},
	{"Elle le dit : \"Défense d'entrer.", "Danger.\"", "Le panneau est rouge."},
	{"« Il faut agir », dit-elle.", "« Vite. »", "(AFP)"},
	{"NANCY. – Le conseil a voté.", "La séance est levée."},
	{"Il est accusé de vol.", "L'enquête avance."},
	{"Elle a passé le cap.", "Lui habite Le Cap.", "Ils s'y retrouvent."},
	{"Elle a revu son ex.", "Il va bien.", "Des légumes, par ex. Carottes et navets, sont vendus."},
	{"L'article L. 123-4 du code s'applique, et l'art. R. 412-6 aussi.", "Art. 3 de la loi."},
	{"Il lit une BD.", "Dupont en écrit.", "Son prof. Müller aussi."},
	{"Le Festival de la BD.", "Angoulême l'accueille."},
	{"C'est mon prof.", "Il est sévère.", "Le prof. Meyer l'est moins."},
	{"Le fax. 021 est coupé.", "L'intro.", "La suite."},
	{"Le chanteur feat. Aya est sur scène.", "Le public danse."},
	{"Il vient du Pas-de-Calais.", "Elle vient de l'Ain.", "Ils vivent à Metz."},
	{"Émile Zola meurt en 1902.", "Œuvre inachevée, « Vérité » paraît en 1903."},
}

func TestSentences(t *testing.T) {
	for _, want := range sentenceTable {
		text := strings.Join(want, " ")
		if got := cutSentences(text); !slices.Equal(got, want) {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestSentencesGlued(t *testing.T) {
	for text, want := range map[string][]string{
		"Il vit à Neuchâtel.Elle y enseigne.":    {"Il vit à Neuchâtel.", "Elle y enseigne."},
		"La guerre est finie.»Le roi dort.":      {"La guerre est finie.»", "Le roi dort."},
		"«Oui», répond-il.«Non», dit-elle.":      {"«Oui», répond-il.", "«Non», dit-elle."},
		"Elle part.«Enfin», dit-il.":             {"Elle part.", "«Enfin», dit-il."},
		"M.Dupont vote.":                         {"M.Dupont vote."},
		"Le site Travail.Suisse répond.":         {"Le site Travail.Suisse répond."},
		"Voir www.Exemple.Fr demain.":            {"Voir www.Exemple.Fr demain."},
		"Il est parti. elle reste.":              {"Il est parti.", "elle reste."},
		"Sans point final":                       {"Sans point final"},
		" \n ":                                   nil,
		"Un paragraphe\ncoupé par la ligne. Fin": {"Un paragraphe\ncoupé par la ligne.", "Fin"},
		"Au menu\n- du pain\n- du vin":           {"Au menu", "- du pain", "- du vin"},
		"Un titre\n\nUne phrase.":                {"Un titre", "Une phrase."},
	} {
		if got := cutSentences(text); !slices.Equal(got, want) {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestSentencesCutsWide(t *testing.T) {
	half := strings.Repeat("encore ", 100)
	text := half + "là ; " + half + "ici."
	want := []string{strings.TrimSpace(half + "là ;"), half + "ici."}
	if got := cutSentences(text); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
